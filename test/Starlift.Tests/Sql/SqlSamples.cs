using CsCheck;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Tests.Sql;

/// <summary>What the tests of the SQL front end share.</summary>
static class SqlSamples
{
    static readonly string[] Fragments =
    [
        "create table ", "t", "(", ")", ",", ";", "'", "''", "\"", "$$", "$a$", "--", "\n", "/*", "*/", "e'", "\\", "::", "varchar(3)",
        "int", " default ", "identity(1,1)", "copy ", " from ", "json ", "'auto'", "like ", "select ", "null", "not ", "1.5e", "#x", ".",
        "merge into ", "using ", "on ", "=", "[", "]", "case ", " end ", "dateadd(", "interval ", "to_char(", "max", " as ", "é", "\uD800",
        "within group (", "comment on column ", "drop table ", "approximate count(distinct ", "extract(", "* ", "/ ", "~ ", "over (",
    ];

    /// <summary>Texts that look like SQL from afar.</summary>
    public static readonly Gen<string> NearlySql = Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 25].Select(string.Concat);

    public static T Parse<T>(string sql)
        where T : SqlStatement => Assert.IsType<T>(Assert.Single(SqlScript.Parse("a.sql", sql)));

    public static Problem Problem(string sql) => Assert.Single(Assert.Throws<ConfigurationException>(() => SqlScript.Parse("a.sql", sql)).Problems);

    /// <summary>True unless something else than a <see cref="StarliftException"/> is thrown.</summary>
    public static bool Survives(Action action)
    {
        try
        {
            action();
        }
        catch (StarliftException e)
        {
            Assert.All(e.Problems, problem => Assert.NotNull(problem.Place));
        }

        return true;
    }
}
