using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>What stands behind a column's type, in any order.</summary>
static class ColumnAttributeParser
{
    /// <summary>The attribute here; null where none comes next.</summary>
    public static ColumnAttribute? Parse(ParserCursor cursor)
    {
        var start = cursor.Start;
        var name = cursor.Accept("constraint") ? NameParser.Parse(cursor) : null;
        ColumnAttribute Made(ColumnAttributeKind kind, Expression? value = null, Identifier? word = null, IReadOnlyList<Expression>? arguments = null) =>
            new(cursor.Since(start), kind, name, value, word, arguments ?? [], null, []);

        if (cursor.Accept("not"))
        {
            cursor.Expect("null");
            return Made(ColumnAttributeKind.NotNull);
        }

        switch (cursor.AcceptOneOf(
            "null", "default", "identity", "generated", "encode", "distkey", "sortkey", "collate", "unique", "primary", "references", "check"))
        {
            case "null":
                return Made(ColumnAttributeKind.Null);
            case "default":
                return Made(ColumnAttributeKind.Default, value: ExpressionParser.Parse(cursor, Precedence.Is));
            case "identity":
                return Made(ColumnAttributeKind.Identity, arguments: cursor.OptionalBracketList(ExpressionParser.Parse));
            case "generated":
                cursor.Expect("by", "default", "as", "identity");
                return Made(ColumnAttributeKind.IdentityByDefault, arguments: cursor.OptionalBracketList(ExpressionParser.Parse));
            case "encode":
                return Made(ColumnAttributeKind.Encode, word: NameParser.ParseLabel(cursor));
            case "distkey":
                return Made(ColumnAttributeKind.DistKey);
            case "sortkey":
                return Made(ColumnAttributeKind.SortKey);
            case "collate":
                return Made(ColumnAttributeKind.Collate, word: NameParser.ParseLabel(cursor));
            case "unique":
                return Made(ColumnAttributeKind.Unique);
            case "primary":
                cursor.Expect("key");
                return Made(ColumnAttributeKind.PrimaryKey);
            case "references":
                var table = NameParser.ParseTable(cursor);
                var columns = cursor.OptionalBracketList(NameParser.Parse);
                return new ColumnAttribute(cursor.Since(start), ColumnAttributeKind.References, name, null, null, [], table, columns);
            case "check":
                cursor.ExpectSymbol("(");
                var condition = ExpressionParser.Parse(cursor);
                cursor.ExpectSymbol(")");
                return Made(ColumnAttributeKind.Check, value: condition);
            default:
                return name is null ? null : throw cursor.Unexpected("NOT NULL, UNIQUE, PRIMARY KEY or REFERENCES");
        }
    }
}
