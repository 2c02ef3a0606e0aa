using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>GRANT and REVOKE (the pages of these names, and "ALTER DEFAULT PRIVILEGES").</summary>
static class GrantParser
{
    /// <param name="cursor">At GRANT or REVOKE.</param>
    /// <param name="start">Where the statement begins.</param>
    /// <param name="defaults">ALTER DEFAULT PRIVILEGES with its clauses, where the statement begins with that.</param>
    public static GrantStatement Parse(ParserCursor cursor, int start, Opaque? defaults)
    {
        var revoke = cursor.AcceptOneOf("grant", "revoke") switch
        {
            "grant" => false,
            "revoke" => true,
            _ => throw cursor.Unexpected("GRANT or REVOKE"),
        };
        var option = cursor.Accept("grant", "option", "for") || cursor.Accept("admin", "option", "for");
        var word = revoke ? "from" : "to";
        IReadOnlyList<Privilege> privileges = [];
        ObjectKind? kind = null;
        IReadOnlyList<ObjectName> objects = [];
        var all = false;
        Opaque? scope = null;
        if (cursor.Accept("role"))
        {
            objects = cursor.CommaList(ObjectParser.ParseName);
        }
        else
        {
            privileges = cursor.CommaList(ParsePrivilege);
            if (cursor.Accept("on"))
            {
                all = cursor.Is("all");
                kind = all ? ParseAll(cursor) : ObjectKinds.Accept(cursor) ?? ObjectKind.Table;
                if (defaults is not null)
                {
                    kind = ParsePlural(cursor) ?? kind;
                }
                else if (NameParser.IsName(cursor.Current))
                {
                    objects = cursor.CommaList(ObjectParser.ParseName);
                }
            }

            scope = ParseScope(cursor, word);
        }

        cursor.Expect(word);
        IReadOnlyList<Grantee> grantees = cursor.Is("namespace") || cursor.Is("account") ? [] : cursor.CommaList(ParseGrantee);
        option |= cursor.Accept("with", "grant", "option") || cursor.Accept("with", "admin", "option");
        var behavior = ObjectParser.ParseBehavior(cursor);
        var rest = cursor.Rest(cursor.Start);
        return new GrantStatement(cursor.Since(start), revoke, privileges, kind, all, objects, grantees, option, scope, defaults, behavior, rest);
    }

    static Privilege ParsePrivilege(ParserCursor cursor)
    {
        var start = cursor.Start;
        var words = new List<string>();
        while (cursor.Current.Kind == TokenKind.Word && cursor.Current.Value is not ("on" or "to" or "from" or "for"))
        {
            words.Add(cursor.Take().Value);
        }

        if (words.Count == 0)
        {
            throw cursor.Unexpected("a privilege");
        }

        var columns = cursor.OptionalBracketList(NameParser.Parse);
        return new Privilege(cursor.Since(start), string.Join(' ', words), columns);
    }

    static ObjectKind ParseAll(ParserCursor cursor)
    {
        cursor.Take();
        var kind = ParsePlural(cursor) ?? throw cursor.Unexpected("TABLES, FUNCTIONS or PROCEDURES");
        cursor.Expect("in", "schema");
        return kind;
    }

    static ObjectKind? ParsePlural(ParserCursor cursor) => cursor.AcceptOneOf("tables", "functions", "procedures", "schemas") switch
    {
        "tables" => ObjectKind.Table,
        "functions" => ObjectKind.Function,
        "procedures" => ObjectKind.Procedure,
        "schemas" => ObjectKind.Schema,
        _ => null,
    };

    static Opaque? ParseScope(ParserCursor cursor, string word)
    {
        var start = cursor.Start;
        while (!cursor.AtEnd && !cursor.Is(word))
        {
            cursor.SkipOne();
        }

        return cursor.Start == start ? null : new Opaque(cursor.Since(start));
    }

    static Grantee ParseGrantee(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.Accept("public"))
        {
            return new Grantee(cursor.Since(start), GranteeKind.Public, null);
        }

        var kind = cursor.AcceptOneOf("group", "role") switch
        {
            "group" => GranteeKind.Group,
            "role" => GranteeKind.Role,
            _ => GranteeKind.User,
        };
        var name = NameParser.ParseLabel(cursor);
        cursor.Accept("with", "grant", "option");
        return new Grantee(cursor.Since(start), kind, name);
    }
}
