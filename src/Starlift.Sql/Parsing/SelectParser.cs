using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>SELECT from its first word to QUALIFY (Amazon Redshift: "SELECT").</summary>
static class SelectParser
{
    public static Select Parse(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var top = ParseTop(cursor);
        var distinct = ParseDistinct(cursor);
        top ??= ParseTop(cursor);
        var items = cursor.CommaList(ParseItem);
        var exclude = StartsExclude(cursor) ? ParseExclude(cursor) : null;
        var into = cursor.Is("into") ? ParseInto(cursor) : null;
        IReadOnlyList<FromItem> from = cursor.Accept("from") ? FromParser.ParseItems(cursor) : [];
        var connectBy = ParseConnectBy(cursor);
        var where = cursor.Accept("where") ? ExpressionParser.Parse(cursor) : null;
        connectBy ??= ParseConnectBy(cursor);
        var groupBy = cursor.Are("group", "by") ? GroupByParser.Parse(cursor) : null;
        var having = cursor.Accept("having") ? ExpressionParser.Parse(cursor) : null;
        if (where is null && connectBy is null && groupBy is null && having is null)
        {
            RefuseAlias(cursor, from);
        }

        var qualify = cursor.Accept("qualify") ? ExpressionParser.Parse(cursor) : null;
        IReadOnlyList<NamedWindow> windows = cursor.Accept("window") ? cursor.CommaList(WindowParser.ParseNamed) : [];
        qualify ??= cursor.Accept("qualify") ? ExpressionParser.Parse(cursor) : null;
        return new Select(cursor.Since(start), distinct, top, items, exclude, into, from, where, connectBy, groupBy, having, windows, qualify);
    }

    // straight behind FROM, Redshift takes the word for the alias of what has none (Amazon Redshift: "QUALIFY clause")
    static void RefuseAlias(ParserCursor cursor, IReadOnlyList<FromItem> from)
    {
        if (cursor.Is("qualify") && from is [.., TableReference { Alias: null } or SubqueryItem { Alias: null }])
        {
            cursor.Take();
            throw cursor.Unexpected("WHERE before QUALIFY, or an alias for what stands in FROM: Redshift takes QUALIFY for the alias otherwise");
        }
    }

    /// <summary>An expression with an alias, which may be any word behind AS.</summary>
    public static SelectItem ParseItem(ParserCursor cursor)
    {
        var start = cursor.Start;
        Expression value = cursor.AcceptSymbol("*") ? new Star(cursor.Since(start), null) : ExpressionParser.Parse(cursor);
        if (value is Star)
        {
            return new SelectItem(value.Span, value, null);
        }

        Identifier? alias = null;
        if (cursor.Accept("as"))
        {
            alias = NameParser.ParseLabel(cursor);
        }
        else if (NameParser.IsName(cursor.Current) && !StartsExclude(cursor))
        {
            alias = NameParser.Parse(cursor);
        }

        return new SelectItem(cursor.Since(start), value, alias);
    }

    static TopClause? ParseTop(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (!cursor.Accept("top"))
        {
            return null;
        }

        var count = ExpressionParser.Parse(cursor, Precedence.Sign);
        return new TopClause(cursor.Since(start), count);
    }

    static SelectDistinct? ParseDistinct(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.Accept("all") || !cursor.Accept("distinct"))
        {
            return null;
        }

        IReadOnlyList<Expression> on = cursor.Accept("on") ? cursor.BracketList(ExpressionParser.Parse) : [];
        return new SelectDistinct(cursor.Since(start), on);
    }

    static bool StartsExclude(ParserCursor cursor) => cursor.Is("exclude") && (cursor.Peek().IsSymbol("(") || NameParser.IsName(cursor.Peek()));

    static ExcludeClause ParseExclude(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var columns = cursor.IsSymbol("(") ? NameParser.ParseList(cursor) : cursor.CommaList(NameParser.Parse);
        return new ExcludeClause(cursor.Since(start), columns);
    }

    static IntoClause ParseInto(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var temporary = cursor.AcceptOneOf("temp", "temporary") is not null;
        cursor.Accept("table");
        var name = NameParser.ParseTable(cursor);
        return new IntoClause(cursor.Since(start), temporary || IsTemporary(name), name);
    }

    /// <summary>True for a name that begins with #.</summary>
    public static bool IsTemporary(QualifiedName name) => name.Parts[^1].Name.StartsWith('#');

    static ConnectByClause? ParseConnectBy(ParserCursor cursor)
    {
        var start = cursor.Start;
        var startWith = ParseStartWith(cursor);
        if (!cursor.Accept("connect", "by"))
        {
            return startWith is null ? null : throw cursor.Unexpected("CONNECT BY");
        }

        var condition = ExpressionParser.Parse(cursor);
        startWith ??= ParseStartWith(cursor);
        return new ConnectByClause(cursor.Since(start), startWith, condition);
    }

    static Expression? ParseStartWith(ParserCursor cursor) => cursor.Accept("start", "with") ? ExpressionParser.Parse(cursor) : null;
}
