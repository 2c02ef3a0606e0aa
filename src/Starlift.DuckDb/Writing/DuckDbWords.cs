using System.Collections.Frozen;

namespace Starlift.DuckDb.Writing;

/// <summary>Single tokens of statements that are said word by word: names and texts are written DuckDB's way.</summary>
static class DuckDbWords
{
    /// <summary>Reserved in DuckDB, names like any other in Redshift.</summary>
    static readonly FrozenSet<string> Reserved =
        FrozenSet.Create("asymmetric", "describe", "lambda", "returning", "show", "summarize", "symmetric", "variadic");

    /// <summary>Writes a token. Names fold, as on Redshift.</summary>
    /// <param name="token">The token.</param>
    /// <param name="source">Where it stands.</param>
    /// <param name="isFirst">True of the statement's first word, which is no name.</param>
    public static string Write(Token token, SqlSource source, bool isFirst) => token.Kind switch
    {
        TokenKind.String => DuckDbName.Literal(token.Value),
        TokenKind.QuotedName => DuckDbName.Quote(token.Value),
        TokenKind.Word => token.Value.StartsWith('#') || !isFirst && Reserved.Contains(token.Value) ? DuckDbName.Quote(token.Value) : token.Value,
        _ => source.Text.Substring(token.Start, token.Length),
    };
}
