using Starlift.Sql.Text;
using Starlift.SqlTests.Cases;
using Starlift.SqlTests.Tree;

namespace Starlift.SqlTests.Parsing;

/// <summary>Real statements with something changed: each is parsed and comes back, or is refused with a place; nothing else happens.</summary>
public sealed class MutationTests
{
    const int Mutants = 3_000;

    static readonly string[] Inserted = ["(", ")", ",", ".", "'", "\"", " select ", " from ", " as ", " not ", "[", "]", "::", " case ", " end ", "*", "-", "$1", ";", "(+)", " in ", " with "];

    static IReadOnlyList<string> Statements { get; } =
    [
        .. SqlCases.All.Select(sql => sql.Sql),
        .. Repository.Files("pipelines", "*.sql").Select(Repository.Read).Select(sql => sql.Replace("${", "v_", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_changed_statement_comes_back_or_is_refused()
    {
        var random = new Random(20_261_130);
        for (var i = 0; i < Mutants; i++)
        {
            var sql = Mutated(Statements[random.Next(Statements.Count)], random);
            NearlySql.Survives(() => TreeAssert.ComesBack(sql));
        }
    }

    [Fact]
    public void Texts_that_look_like_SQL_come_back_or_are_refused() =>
        CsCheck.Check.Sample(NearlySql.Texts, sql => NearlySql.Survives(() => TreeAssert.ComesBack(sql)));

    static string Mutated(string sql, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var tokens = Tokens(sql);
            if (tokens.Count < 3)
            {
                return sql;
            }

            var (one, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
            sql = random.Next(4) switch
            {
                0 => sql.Remove(one.Start, one.Length),
                1 => sql.Insert(one.Start, Inserted[random.Next(Inserted.Length)]),
                2 => sql.Insert(one.Start, $"{sql.AsSpan(other.Start, other.Length)} "),
                _ => sql.Remove(one.Start, one.Length).Insert(one.Start, sql.Substring(other.Start, other.Length)),
            };
        }

        return sql;
    }

    static IReadOnlyList<Token> Tokens(string sql)
    {
        try
        {
            return SqlLexer.Read(new SqlSource("a.sql", sql));
        }
        catch (SqlException)
        {
            return [];
        }
    }
}
