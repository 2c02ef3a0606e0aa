using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>What stands behind a table's columns or before AS: BACKUP, DISTSTYLE, DISTKEY, SORTKEY, ENCODE AUTO, AUTO REFRESH.</summary>
static class TableAttributeParser
{
    public static IReadOnlyList<TableAttribute> ParseAll(ParserCursor cursor)
    {
        var attributes = new List<TableAttribute>();
        while (Parse(cursor) is { } attribute)
        {
            attributes.Add(attribute);
        }

        return attributes;
    }

    /// <summary>The attribute here; null where none comes next.</summary>
    public static TableAttribute? Parse(ParserCursor cursor)
    {
        var start = cursor.Start;
        var order = cursor.AcceptOneOf("compound", "interleaved");
        if (order is not null || cursor.Is("sortkey"))
        {
            cursor.Expect("sortkey");
            return ParseSortKey(cursor, start, order);
        }

        switch (cursor.AcceptOneOf("backup", "diststyle", "distkey", "encode", "auto"))
        {
            case "backup":
                var backup = ParseWord(cursor, "yes", "no");
                return new TableAttribute(cursor.Since(start), TableAttributeKind.Backup, backup, []);
            case "diststyle":
                var style = ParseWord(cursor, "auto", "even", "key", "all");
                return new TableAttribute(cursor.Since(start), TableAttributeKind.DistStyle, style, []);
            case "distkey":
                var columns = ParseColumns(cursor);
                return new TableAttribute(cursor.Since(start), TableAttributeKind.DistKey, null, columns);
            case "encode":
                var encoding = ParseWord(cursor, "auto");
                return new TableAttribute(cursor.Since(start), TableAttributeKind.Encode, encoding, []);
            case "auto":
                cursor.Expect("refresh");
                var refresh = ParseWord(cursor, "yes", "no");
                return new TableAttribute(cursor.Since(start), TableAttributeKind.AutoRefresh, refresh, []);
            default:
                return null;
        }
    }

    static TableAttribute ParseSortKey(ParserCursor cursor, int start, string? order)
    {
        if (order is null && cursor.AcceptOneOf("auto", "none") is { } word)
        {
            return new TableAttribute(cursor.Since(start), TableAttributeKind.SortKey, word, []);
        }

        var columns = ParseColumns(cursor);
        return new TableAttribute(cursor.Since(start), TableAttributeKind.SortKey, order, columns);
    }

    static IReadOnlyList<Expression> ParseColumns(ParserCursor cursor) => cursor.IsSymbol("(") ? cursor.BracketList(ParseColumn) : [ParseColumn(cursor)];

    static Expression ParseColumn(ParserCursor cursor)
    {
        if (cursor.Current.Kind == TokenKind.Number)
        {
            return LiteralParser.ParseNumber(cursor);
        }

        var name = NameParser.Parse(cursor, "a column");
        return new ColumnReference(name.Span, [name]);
    }

    static string ParseWord(ParserCursor cursor, params ReadOnlySpan<string> words) =>
        cursor.AcceptOneOf(words) ?? throw cursor.Unexpected(string.Join(" or ", words.ToArray()).ToUpperInvariant());
}
