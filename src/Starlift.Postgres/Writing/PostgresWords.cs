using System.Collections.Frozen;

namespace Starlift.Postgres.Writing;

/// <summary>Single words: names and texts as PostgreSQL reads them.</summary>
static class PostgresWords
{
    /// <summary>Reserved in PostgreSQL, names like any other in Redshift.</summary>
    static readonly FrozenSet<string> Reserved =
        FrozenSet.Create("asymmetric", "symmetric", "variadic", "returning", "window", "current_catalog", "current_role");

    /// <summary>Writes a token that stands for itself. Names fold, quoted or not, as on Redshift.</summary>
    public static string Write(Token token, SqlSource source) => token.Kind switch
    {
        TokenKind.String => Quoting.Literal(token.Value),
        TokenKind.QuotedName => Quoting.Name(token.Value),
        TokenKind.Word => token.Value.StartsWith('#') || Reserved.Contains(token.Value) ? Quoting.Name(token.Value) : token.Value,
        _ => source.Text.Substring(token.Start, token.Length),
    };
}
