using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>SHOW of parameters and of objects (Amazon Redshift: "SHOW", "SHOW TABLES" and the other pages of that name).</summary>
static class ShowParser
{
    public static Statement Parse(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (cursor.Accept("all"))
        {
            return new ShowStatement(cursor.Since(start), null);
        }

        if (ParseWhat(cursor) is { } what)
        {
            return ParseObjects(cursor, start, what);
        }

        var first = cursor.Start;
        if (cursor.Accept("time", "zone"))
        {
            var zone = new Identifier(cursor.Since(first), "timezone", Quoted: false);
            return new ShowStatement(cursor.Since(start), new QualifiedName(zone.Span, [zone]));
        }

        if (cursor.Accept("transaction", "isolation", "level"))
        {
            var level = new Identifier(cursor.Since(first), "transaction_isolation", Quoted: false);
            return new ShowStatement(cursor.Since(start), new QualifiedName(level.Span, [level]));
        }

        var name = NameParser.ParseQualified(cursor, "a parameter");
        return new ShowStatement(cursor.Since(start), name);
    }

    static string? ParseWhat(ParserCursor cursor)
    {
        if (cursor.AcceptOneOf("tables", "columns", "schemas", "databases", "grants", "procedures", "functions", "datashares", "parameters", "policies") is { } many)
        {
            return many;
        }

        if (cursor.Accept("constraints"))
        {
            var kind = cursor.AcceptOneOf("primary", "foreign") ?? throw cursor.Unexpected("PRIMARY KEYS or FOREIGN KEYS");
            return cursor.AcceptOneOf("keys", "key") is null ? throw cursor.Unexpected("KEYS") : $"constraints {kind} keys";
        }

        if (cursor.Accept("external", "table"))
        {
            return "external table";
        }

        if (cursor.Accept("materialized", "view"))
        {
            return "materialized view";
        }

        // SHOW TABLE t, but SHOW model where a parameter is called so
        return cursor.Current is { Kind: TokenKind.Word, Value: "table" or "view" or "procedure" or "function" or "model" } && cursor.Peek().IsName
            ? cursor.Take().Value
            : null;
    }

    static ShowObjectsStatement ParseObjects(ParserCursor cursor, int start, string what)
    {
        ObjectName? of = null;
        if (cursor.AcceptOneOf("from", "in", "on") is not null)
        {
            ObjectKinds.Accept(cursor);
            of = NameParser.IsName(cursor.Current) ? ObjectParser.ParseName(cursor) : null;
        }
        else if (NameParser.IsName(cursor.Current))
        {
            of = ObjectParser.ParseName(cursor);
        }

        var like = cursor.Accept("like") ? LiteralParser.ParseString(cursor) : null;
        var limit = cursor.Accept("limit") ? ExpressionParser.Parse(cursor) : null;
        var rest = cursor.Rest(cursor.Start);
        return new ShowObjectsStatement(cursor.Since(start), what, of, like, limit, rest);
    }
}
