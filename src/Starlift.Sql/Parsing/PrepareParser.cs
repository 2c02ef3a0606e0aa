using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>PREPARE, EXECUTE and DEALLOCATE (the pages of these names).</summary>
static class PrepareParser
{
    public static PrepareStatement ParsePrepare(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var name = NameParser.Parse(cursor);
        var types = cursor.OptionalBracketList(TypeParser.Parse);
        cursor.Expect("as");
        cursor.Enter();
        var statement = StatementParser.Parse(cursor);
        cursor.Leave();
        return new PrepareStatement(cursor.Since(start), name, types, statement);
    }

    public static ExecuteStatement ParseExecute(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var name = NameParser.Parse(cursor);
        var arguments = cursor.OptionalBracketList(ExpressionParser.Parse);
        return new ExecuteStatement(cursor.Since(start), name, arguments);
    }

    public static DeallocateStatement ParseDeallocate(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.Accept("prepare");
        var name = cursor.Accept("all") ? null : NameParser.Parse(cursor);
        return new DeallocateStatement(cursor.Since(start), name);
    }
}
