using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>GROUP BY with its sets (Amazon Redshift: "GROUP BY clause", "Aggregation extensions").</summary>
static class GroupByParser
{
    public static GroupByClause Parse(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.Expect("group", "by");
        if (cursor.Accept("all"))
        {
            return new GroupByClause(cursor.Since(start), All: true, []);
        }

        var elements = cursor.CommaList(ParseElement);
        return new GroupByClause(cursor.Since(start), All: false, elements);
    }

    static GroupingElement ParseElement(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.Accept("grouping", "sets"))
        {
            return ParseSets(cursor, start, GroupingKind.Sets);
        }

        if (cursor.Current is { Kind: TokenKind.Word, Value: "rollup" or "cube" } && cursor.Peek().IsSymbol("("))
        {
            return ParseSets(cursor, start, cursor.Take().Value == "cube" ? GroupingKind.Cube : GroupingKind.Rollup);
        }

        if (cursor.IsSymbol("(") && cursor.Peek().IsSymbol(")"))
        {
            cursor.SkipOne();
            return new GroupingExpression(cursor.Since(start), new RowValue(cursor.Since(start), []));
        }

        var value = ExpressionParser.Parse(cursor);
        return new GroupingExpression(cursor.Since(start), value);
    }

    static GroupingSets ParseSets(ParserCursor cursor, int start, GroupingKind kind)
    {
        cursor.Enter();
        var elements = cursor.BracketList(ParseElement);
        cursor.Leave();
        return new GroupingSets(cursor.Since(start), kind, elements);
    }
}
