using System.Collections.Frozen;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Single tokens: names and texts are written PostgreSQL's way, and words that Redshift has for itself replaced.</summary>
static class PostgresWords
{
    /// <summary>Reserved in PostgreSQL, names like any other in Redshift.</summary>
    static readonly FrozenSet<string> Reserved =
        FrozenSet.Create("asymmetric", "symmetric", "variadic", "returning", "window", "current_catalog", "current_role");

    /// <summary>Writes a token that stands for itself. Names fold, quoted or not, as on Redshift.</summary>
    public static string Write(Token token, SqlSource source) => token.Kind switch
    {
        TokenKind.String => SqlNames.Literal(token.Value),
        TokenKind.QuotedName => SqlNames.Quote(token.Value),
        TokenKind.Word => token.Value.StartsWith('#') || Reserved.Contains(token.Value) ? SqlNames.Quote(token.Value) : token.Value,
        _ => source.Text.Substring(token.Start, token.Length),
    };

    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        var token = sql.Tokens[index];
        if (token.Kind != TokenKind.Word || sql.Tokens[index - 1].IsSymbol("."))
        {
            return null;
        }

        var next = index + 1 < end ? sql.Tokens[index + 1] : default;
        return token.Value switch
        {
            "sysdate" when !next.IsSymbol(".") => new Rewritten(PostgresDateFunctions.Now, index + 1),
            "minus" => new Rewritten("EXCEPT", index + 1),
            // the exact answer is one of those that Redshift's estimate allows
            "approximate" when next.IsName => new Rewritten("", index + 1),
            "qualify" => throw sql.Tokens.Error(index, "PostgreSQL has no QUALIFY", "put the window function into a subquery, and its condition into WHERE"),
            _ => null,
        };
    }
}
