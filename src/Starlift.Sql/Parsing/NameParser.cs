using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Names (Amazon Redshift: "Names and identifiers", "Reserved words").</summary>
static class NameParser
{
    /// <summary>True where a name stands: a word that is not reserved, or a quoted one.</summary>
    public static bool IsName(Token token) =>
        token.Kind == TokenKind.QuotedName || (token.Kind == TokenKind.Word && !IsReserved(token.Value));

    /// <summary>True for a word that is no name without quotes. ARRAY and OID are on Redshift's list, but its own examples and catalogues use them.</summary>
    public static bool IsReserved(string word) => ReservedWords.Contains(word) && word is not ("array" or "oid");

    public static Identifier Parse(ParserCursor cursor) => Parse(cursor, "a name");

    public static Identifier Parse(ParserCursor cursor, string what) =>
        IsName(cursor.Current) ? Made(cursor.Take()) : throw cursor.Unexpected(what);

    /// <summary>Any word, such as may stand behind AS and behind a dot.</summary>
    public static Identifier ParseLabel(ParserCursor cursor) =>
        cursor.Current.IsName ? Made(cursor.Take()) : throw cursor.Unexpected("a name");

    public static QualifiedName ParseQualified(ParserCursor cursor) => ParseQualified(cursor, "a name");

    public static QualifiedName ParseTable(ParserCursor cursor) => ParseQualified(cursor, "a table name");

    public static QualifiedName ParseQualified(ParserCursor cursor, string what)
    {
        var first = Parse(cursor, what);
        var parts = new List<Identifier>(2) { first };
        while (cursor.AcceptSymbol("."))
        {
            parts.Add(ParseLabel(cursor));
        }

        return new QualifiedName(cursor.Since(first.Span.Start), parts);
    }

    public static IReadOnlyList<Identifier> ParseList(ParserCursor cursor) => cursor.BracketList(Parse);

    public static Identifier Made(Token token) => new(new TextSpan(token.Start, token.End), token.Value, token.Kind == TokenKind.QuotedName);
}
