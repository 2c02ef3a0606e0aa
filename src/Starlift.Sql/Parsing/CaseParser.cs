using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>CASE (Amazon Redshift: "CASE conditional expression").</summary>
static class CaseParser
{
    public static CaseExpression Parse(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var operand = cursor.Is("when") ? null : ExpressionParser.Parse(cursor);
        var branches = new List<CaseBranch>();
        do
        {
            branches.Add(ParseBranch(cursor));
        }
        while (cursor.Is("when"));
        var otherwise = cursor.Accept("else") ? ExpressionParser.Parse(cursor) : null;
        cursor.Expect("end");
        return new CaseExpression(cursor.Since(start), operand, branches, otherwise);
    }

    static CaseBranch ParseBranch(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.Expect("when");
        var condition = ExpressionParser.Parse(cursor);
        cursor.Expect("then");
        var result = ExpressionParser.Parse(cursor);
        return new CaseBranch(cursor.Since(start), condition, result);
    }
}
