using System.Collections.Frozen;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Single tokens: names and texts are written DuckDB's way, and words that Redshift has for itself replaced.</summary>
static class DuckDbWords
{
    /// <summary>Reserved in DuckDB, names like any other in Redshift.</summary>
    static readonly FrozenSet<string> Reserved =
        FrozenSet.Create("asymmetric", "describe", "lambda", "returning", "show", "summarize", "symmetric", "variadic");

    /// <summary>Writes a token that stands for itself. Names fold, so that result columns are named as on Redshift.</summary>
    public static string Write(Token token, SqlSource source) => token.Kind switch
    {
        TokenKind.String => DuckDbName.Literal(token.Value),
        TokenKind.QuotedName => DuckDbName.Quote(token.Value),
        TokenKind.Word => token.Value.StartsWith('#') || Reserved.Contains(token.Value) ? DuckDbName.Quote(token.Value) : token.Value,
        _ => source.Text.Substring(token.Start, token.Length),
    };

    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        var token = sql.Tokens[index];
        if (!token.IsName || sql.Tokens[index - 1].IsSymbol("."))
        {
            return null;
        }

        var next = index + 1 < end ? sql.Tokens[index + 1] : default;
        if (token.Value == "public" && next.IsSymbol("."))
        {
            return new Rewritten(DuckDbName.Schema(token.Value), index + 1);
        }

        return (token.Kind, token.Value) switch
        {
            (TokenKind.Word, "sysdate") when !next.IsSymbol(".") => new Rewritten(DuckDbDateFunctions.Now, index + 1),
            // a name on Redshift but before TIME ZONE; DuckDB reads its own time travel into it
            (TokenKind.Word, "at") when !next.Is("time") => new Rewritten(DuckDbName.Quote(token.Value), index + 1),
            (TokenKind.Word, "minus") => new Rewritten("EXCEPT", index + 1),
            // the exact answer is one of those that Redshift's estimate allows
            (TokenKind.Word, "approximate") when next.IsName => new Rewritten("", index + 1),
            _ => null,
        };
    }
}
