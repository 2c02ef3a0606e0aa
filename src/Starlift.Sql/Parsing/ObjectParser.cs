using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>DROP, COMMENT ON, CREATE SCHEMA, and CREATE and ALTER of what is only passed on.</summary>
static class ObjectParser
{
    public static DropStatement ParseDrop(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var kind = ObjectKinds.Accept(cursor) ?? throw cursor.Unexpected("what to drop, such as TABLE or VIEW");
        var ifExists = cursor.Accept("if", "exists");
        var names = cursor.CommaList(ParseName);
        var behavior = ParseBehavior(cursor);
        var rest = kind is ObjectKind.Schema or ObjectKind.Policy or ObjectKind.Index ? cursor.Rest(cursor.Start) : null;
        return new DropStatement(cursor.Since(start), kind, ifExists, names, behavior, rest);
    }

    public static CommentStatement ParseComment(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.Expect("on");
        var kind = ObjectKinds.Accept(cursor) ?? throw cursor.Unexpected("what the comment is on, such as TABLE or COLUMN");
        var name = ParseName(cursor);
        var table = cursor.Accept("on") ? NameParser.ParseTable(cursor) : null;
        cursor.Expect("is");
        var text = cursor.Accept("null") ? null : LiteralParser.ParseString(cursor);
        return new CommentStatement(cursor.Since(start), kind, name, table, text);
    }

    /// <summary>CREATE SCHEMA has been taken.</summary>
    public static CreateSchemaStatement ParseSchema(ParserCursor cursor, int start)
    {
        var ifNotExists = cursor.Accept("if", "not", "exists");
        var name = cursor.Is("authorization") ? null : NameParser.Parse(cursor, "a schema name");
        var owner = cursor.Accept("authorization") ? NameParser.ParseLabel(cursor) : null;
        var options = cursor.AtEnd ? null : ParseQuota(cursor);
        return new CreateSchemaStatement(cursor.Since(start), ifNotExists, name, owner, options);
    }

    /// <summary>CREATE has been taken.</summary>
    public static CreateObjectStatement ParseCreate(ParserCursor cursor, int start)
    {
        var kind = ObjectKinds.Accept(cursor) ?? (cursor.Current.Kind == TokenKind.Word && !cursor.Is("table") && !cursor.Is("as")
            ? ObjectKind.Other
            : throw cursor.Unexpected("what to create, such as TABLE or VIEW"));
        var named = kind != ObjectKind.Other && (NameParser.IsName(cursor.Current) && !cursor.Are("if", "not", "exists"));
        var name = named ? NameParser.ParseQualified(cursor) : null;
        var rest = cursor.Rest(cursor.Start);
        return new CreateObjectStatement(cursor.Since(start), kind, name, rest);
    }

    /// <summary>ALTER has been taken.</summary>
    public static AlterObjectStatement ParseAlter(ParserCursor cursor, int start)
    {
        var kind = ObjectKinds.Accept(cursor) ?? (cursor.Current.Kind == TokenKind.Word
            ? ObjectKind.Other
            : throw cursor.Unexpected("what to alter, such as TABLE"));
        var name = kind != ObjectKind.Other && NameParser.IsName(cursor.Current) ? ParseName(cursor) : null;
        var rest = cursor.Rest(cursor.Start) ?? throw cursor.Unexpected("what to change");
        return new AlterObjectStatement(cursor.Since(start), kind, name, rest);
    }

    public static DropBehavior ParseBehavior(ParserCursor cursor) => cursor.AcceptOneOf("restrict", "cascade", "force") switch
    {
        "restrict" => DropBehavior.Restrict,
        "cascade" => DropBehavior.Cascade,
        "force" => DropBehavior.Force,
        _ => DropBehavior.Unstated,
    };

    public static ObjectName ParseName(ParserCursor cursor)
    {
        var name = NameParser.ParseQualified(cursor);
        var parameters = cursor.IsSymbol("(") ? RoutineParser.ParseParameters(cursor) : null;
        return new ObjectName(cursor.Since(name.Span.Start), name, parameters);
    }

    static Opaque ParseQuota(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.Expect("quota");
        if (!cursor.Accept("unlimited"))
        {
            LiteralParser.ParseNumber(cursor);
            cursor.AcceptOneOf("mb", "gb", "tb");
        }

        return new Opaque(cursor.Since(start));
    }
}
