using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>MERGE (Amazon Redshift: "MERGE").</summary>
static class MergeParser
{
    public static MergeStatement Parse(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.Expect("into");
        var target = NameParser.ParseTable(cursor);
        var alias = FromParser.ParseAlias(cursor);
        cursor.Expect("using");
        var source = FromParser.ParsePrimary(cursor);
        cursor.Expect("on");
        var on = ExpressionParser.Parse(cursor);
        if (cursor.Accept("remove", "duplicates"))
        {
            return new MergeStatement(cursor.Since(start), target, alias, source, on, [], RemoveDuplicates: true);
        }

        var clauses = new List<MergeClause>();
        do
        {
            clauses.Add(ParseClause(cursor));
        }
        while (cursor.Is("when"));
        return new MergeStatement(cursor.Since(start), target, alias, source, on, clauses, RemoveDuplicates: false);
    }

    static MergeClause ParseClause(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.Expect("when");
        var matched = !cursor.Accept("not");
        cursor.Expect("matched");
        var condition = cursor.Accept("and") ? ExpressionParser.Parse(cursor) : null;
        cursor.Expect("then");
        if (cursor.Accept("delete"))
        {
            return new MergeClause(cursor.Since(start), matched, condition, MergeAction.Delete, [], [], null);
        }

        if (cursor.Accept("update"))
        {
            cursor.Expect("set");
            var assignments = cursor.CommaList(ChangeParser.ParseAssignment);
            return new MergeClause(cursor.Since(start), matched, condition, MergeAction.Update, assignments, [], null);
        }

        cursor.Expect("insert");
        var columns = cursor.OptionalBracketList(NameParser.Parse);
        cursor.Expect("values");
        var values = ChangeParser.ParseRow(cursor);
        return new MergeClause(cursor.Since(start), matched, condition, MergeAction.Insert, [], columns, values);
    }
}
