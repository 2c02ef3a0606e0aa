using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>ALTER (Amazon Redshift: "ALTER TABLE", "ALTER TABLE APPEND").</summary>
static class AlterParser
{
    public static Statement Parse(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (cursor.Are("default", "privileges"))
        {
            return ParseDefaultPrivileges(cursor, start);
        }

        if (!cursor.Accept("table"))
        {
            return ObjectParser.ParseAlter(cursor, start);
        }

        var table = NameParser.ParseTable(cursor);
        var actions = new List<AlterAction> { ParseAction(cursor) };
        while (MayBeOneOfSeveral(actions[^1]) && cursor.AcceptSymbol(","))
        {
            actions.Add(ParseAction(cursor));
        }

        return new AlterTableStatement(cursor.Since(start), table, actions);
    }

    static GrantStatement ParseDefaultPrivileges(ParserCursor cursor, int start)
    {
        var first = cursor.Start;
        while (!cursor.AtEnd && !cursor.Is("grant") && !cursor.Is("revoke"))
        {
            cursor.SkipOne();
        }

        return GrantParser.Parse(cursor, start, new Opaque(cursor.Since(first)));
    }

    // Redshift adds, drops, renames and widens one thing a statement
    static bool MayBeOneOfSeveral(AlterAction action) => action is ChangeColumnEncoding or ChangeTableAttribute or OpaqueAction;

    static AlterAction ParseAction(ParserCursor cursor)
    {
        var start = cursor.Start;
        return cursor.AcceptOneOf("add", "drop", "rename", "owner", "alter", "append") switch
        {
            "add" => ParseAdd(cursor, start),
            "drop" => ParseDrop(cursor, start),
            "rename" => ParseRename(cursor, start),
            "owner" => ParseOwner(cursor, start),
            "alter" => ParseAlter(cursor, start),
            "append" => ParseAppend(cursor, start),
            _ => ParseOpaque(cursor, start),
        };
    }

    static AlterAction ParseAdd(ParserCursor cursor, int start)
    {
        if (TableParser.StartsConstraint(cursor))
        {
            var constraint = TableParser.ParseConstraint(cursor);
            return new AddConstraint(cursor.Since(start), constraint);
        }

        // of external tables
        if (cursor.Is("partition") || cursor.Are("if", "not", "exists"))
        {
            return ParseOpaque(cursor, start);
        }

        cursor.Accept("column");
        var column = TableParser.ParseColumn(cursor);
        return new AddColumn(cursor.Since(start), column);
    }

    static AlterAction ParseDrop(ParserCursor cursor, int start)
    {
        if (cursor.Accept("constraint"))
        {
            var constraint = NameParser.Parse(cursor);
            var keys = ObjectParser.ParseBehavior(cursor);
            return new DropConstraint(cursor.Since(start), constraint, keys);
        }

        if (cursor.Is("partition"))
        {
            return ParseOpaque(cursor, start);
        }

        cursor.Accept("column");
        var column = NameParser.Parse(cursor, "a column name");
        var behavior = ObjectParser.ParseBehavior(cursor);
        return new DropColumn(cursor.Since(start), column, behavior);
    }

    static AlterAction ParseRename(ParserCursor cursor, int start)
    {
        if (cursor.Accept("to"))
        {
            var table = NameParser.Parse(cursor, "a table name");
            return new RenameTable(cursor.Since(start), table);
        }

        cursor.Accept("column");
        var column = NameParser.Parse(cursor, "a column name");
        cursor.Expect("to");
        var name = NameParser.Parse(cursor, "a column name");
        return new RenameColumn(cursor.Since(start), column, name);
    }

    static ChangeOwner ParseOwner(ParserCursor cursor, int start)
    {
        cursor.Expect("to");
        var owner = NameParser.ParseLabel(cursor);
        return new ChangeOwner(cursor.Since(start), owner);
    }

    static AlterAction ParseAlter(ParserCursor cursor, int start)
    {
        if (!cursor.Is("column") && TableAttributeParser.Parse(cursor) is { } attribute)
        {
            // DISTSTYLE KEY DISTKEY c is one change
            if (attribute is { Kind: TableAttributeKind.DistStyle, Word: "key" } && cursor.Is("distkey"))
            {
                var key = TableAttributeParser.Parse(cursor)!;
                attribute = attribute with { Span = TextSpan.Between(attribute.Span, key.Span), Columns = key.Columns };
            }

            return new ChangeTableAttribute(cursor.Since(start), attribute);
        }

        cursor.Accept("column");
        var column = NameParser.Parse(cursor, "a column name");
        if (cursor.Accept("encode"))
        {
            var encoding = NameParser.ParseLabel(cursor);
            return new ChangeColumnEncoding(cursor.Since(start), column, encoding);
        }

        cursor.Expect("type");
        var type = TypeParser.Parse(cursor);
        return new ChangeColumnType(cursor.Since(start), column, type);
    }

    static AppendFrom ParseAppend(ParserCursor cursor, int start)
    {
        cursor.Expect("from");
        var source = NameParser.ParseTable(cursor);
        var mismatch = cursor.AcceptOneOf("ignoreextra", "filltarget") switch
        {
            "ignoreextra" => AppendMismatch.IgnoreExtra,
            "filltarget" => AppendMismatch.FillTarget,
            _ => AppendMismatch.Refuse,
        };
        return new AppendFrom(cursor.Since(start), source, mismatch);
    }

    static OpaqueAction ParseOpaque(ParserCursor cursor, int start)
    {
        if (cursor.Start == start && cursor.Current is not { Kind: TokenKind.Word, Value: "set" or "row" or "masking" or "column" })
        {
            throw cursor.Unexpected("ADD, DROP, RENAME, ALTER, OWNER or APPEND");
        }

        cursor.SkipToComma();
        return new OpaqueAction(cursor.Since(start));
    }
}
