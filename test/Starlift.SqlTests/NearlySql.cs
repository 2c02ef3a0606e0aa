using CsCheck;
using Starlift.Sql.Text;

namespace Starlift.SqlTests;

/// <summary>Texts that look like SQL from afar.</summary>
static class NearlySql
{
    static readonly string[] Fragments =
    [
        "create table ", "t", "(", ")", ",", ";", "'", "''", "\"", "$$", "$a$", "--", "\n", "/*", "*/", "e'", "\\", "::", "varchar(3)",
        "int", " default ", "identity(1,1)", "copy ", " from ", "json ", "'auto'", "like ", "select ", "null", "not ", "1.5e", "#x", ".",
        "merge into ", "using ", "on ", "=", "[", "]", "case ", " end ", "dateadd(", "interval ", "to_char(", "max", " as ", "é", "\uD800",
        "within group (", "comment on column ", "drop table ", "approximate count(distinct ", "extract(", "* ", "/ ", "~ ", "over (",
        "with ", "union all ", "where ", "group by ", "order by ", "limit ", "join ", "between ", "and ", "in ", "when ", "then ", "(+)",
        "unpivot ", "at ", "partition by ", "rows ", "insert into ", "values ", "update ", "set ", "delete from ", "grant ", "to ", "$1",
    ];

    public static readonly Gen<string> Texts = Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 25].Select(string.Concat);

    /// <summary>True unless something else than a <see cref="SqlException"/> is thrown.</summary>
    public static bool Survives(Action action)
    {
        try
        {
            action();
        }
        catch (SqlException refused)
        {
            Assert.NotEqual(default, refused.Place);
            Assert.Equal(5, refused.State.Length);
        }

        return true;
    }
}
