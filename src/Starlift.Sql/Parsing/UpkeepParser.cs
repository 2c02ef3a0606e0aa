using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>VACUUM, ANALYZE, LOCK and CANCEL (the pages of these names).</summary>
static class UpkeepParser
{
    public static VacuumStatement ParseVacuum(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var mode = cursor.Accept("sort", "only") ? "sort only"
            : cursor.Accept("delete", "only") ? "delete only"
            : cursor.AcceptOneOf("full", "reindex", "recluster");
        var table = NameParser.IsName(cursor.Current) && !cursor.Is("boost") ? NameParser.ParseTable(cursor) : null;
        Expression? percent = null;
        // REINDEX sorts whole tables
        if (mode != "reindex" && cursor.Accept("to"))
        {
            percent = LiteralParser.ParseNumber(cursor);
            cursor.Expect("percent");
        }

        var boost = cursor.Accept("boost");
        return new VacuumStatement(cursor.Since(start), table, mode, percent, boost);
    }

    public static AnalyzeStatement ParseAnalyze(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var compression = cursor.Accept("compression");
        var verbose = cursor.Accept("verbose");
        var named = NameParser.IsName(cursor.Current) && !cursor.Are("predicate", "columns");
        var table = named ? NameParser.ParseTable(cursor) : null;
        var columns = cursor.OptionalBracketList(NameParser.Parse);
        var behind = cursor.Start;
        if (cursor.Accept("comprows"))
        {
            LiteralParser.ParseNumber(cursor);
        }
        else if (!cursor.Accept("predicate", "columns"))
        {
            cursor.Accept("all", "columns");
        }

        var options = cursor.Since(behind) is { Length: > 0 } span && cursor.Start > behind ? new Opaque(span) : null;
        return new AnalyzeStatement(cursor.Since(start), table, columns, verbose, compression, options);
    }

    public static LockStatement ParseLock(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.Accept("table");
        var tables = cursor.CommaList(NameParser.ParseTable);
        var behind = cursor.Start;
        var mode = cursor.Is("in") || cursor.Is("nowait") ? cursor.Rest(behind) : null;
        return new LockStatement(cursor.Since(start), tables, mode);
    }

    public static CancelStatement ParseCancel(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var process = ExpressionParser.Parse(cursor);
        var message = cursor.Current.Kind == TokenKind.String ? LiteralParser.ParseString(cursor) : null;
        return new CancelStatement(cursor.Since(start), process, message);
    }
}
