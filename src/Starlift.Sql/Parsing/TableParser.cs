using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>CREATE TABLE, with columns, LIKE or a query (Amazon Redshift: "CREATE TABLE", "CREATE TABLE AS").</summary>
static class TableParser
{
    public static Statement Parse(ParserCursor cursor, int start, bool temporary)
    {
        var ifNotExists = cursor.Accept("if", "not", "exists");
        var name = NameParser.ParseTable(cursor);
        temporary |= SelectParser.IsTemporary(name);
        if (cursor.IsSymbol("(") && !IsNameList(cursor))
        {
            var elements = cursor.BracketList(ParseElement);
            var behind = TableAttributeParser.ParseAll(cursor);
            return new CreateTableStatement(cursor.Since(start), temporary, ifNotExists, name, elements, behind);
        }

        var columns = cursor.OptionalBracketList(NameParser.Parse);
        var attributes = TableAttributeParser.ParseAll(cursor);
        cursor.Expect("as");
        var query = QueryParser.Parse(cursor);
        return new CreateTableAsStatement(cursor.Since(start), temporary, ifNotExists, name, columns, attributes, query);
    }

    /// <summary>A column with its type and attributes.</summary>
    public static TableColumn ParseColumn(ParserCursor cursor)
    {
        var name = NameParser.Parse(cursor, "a column name");
        var type = TypeParser.Parse(cursor);
        var attributes = new List<ColumnAttribute>();
        while (ColumnAttributeParser.Parse(cursor) is { } attribute)
        {
            attributes.Add(attribute);
        }

        return new TableColumn(cursor.Since(name.Span.Start), name, type, attributes);
    }

    public static bool StartsConstraint(ParserCursor cursor) =>
        cursor.Current is { Kind: TokenKind.Word, Value: "constraint" or "primary" or "unique" or "foreign" or "check" };

    public static TableConstraint ParseConstraint(ParserCursor cursor)
    {
        var start = cursor.Start;
        var name = cursor.Accept("constraint") ? NameParser.Parse(cursor) : null;
        switch (cursor.AcceptOneOf("primary", "unique", "foreign", "check"))
        {
            case "primary":
                cursor.Expect("key");
                var key = NameParser.ParseList(cursor);
                return new TableConstraint(cursor.Since(start), name, ConstraintKind.PrimaryKey, key, null, [], null);
            case "unique":
                var unique = NameParser.ParseList(cursor);
                return new TableConstraint(cursor.Since(start), name, ConstraintKind.Unique, unique, null, [], null);
            case "foreign":
                cursor.Expect("key");
                var columns = NameParser.ParseList(cursor);
                cursor.Expect("references");
                var table = NameParser.ParseTable(cursor);
                var referenced = cursor.OptionalBracketList(NameParser.Parse);
                return new TableConstraint(cursor.Since(start), name, ConstraintKind.ForeignKey, columns, table, referenced, null);
            case "check":
                cursor.ExpectSymbol("(");
                var condition = ExpressionParser.Parse(cursor);
                cursor.ExpectSymbol(")");
                return new TableConstraint(cursor.Since(start), name, ConstraintKind.Check, [], null, [], condition);
            default:
                throw cursor.Unexpected("PRIMARY KEY, UNIQUE or FOREIGN KEY");
        }
    }

    // names alone belong to a query
    static bool IsNameList(ParserCursor cursor) => NameParser.IsName(cursor.Peek()) && (cursor.Peek(2).IsSymbol(",") || cursor.Peek(2).IsSymbol(")"));

    static TableElement ParseElement(ParserCursor cursor)
    {
        if (StartsConstraint(cursor))
        {
            return ParseConstraint(cursor);
        }

        return cursor.Is("like") ? ParseLike(cursor) : ParseColumn(cursor);
    }

    static TableLike ParseLike(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var table = NameParser.ParseTable(cursor);
        var including = cursor.AcceptOneOf("including", "excluding");
        if (including is not null)
        {
            cursor.Expect("defaults");
        }

        return new TableLike(cursor.Since(start), table, including == "including");
    }
}
