using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Tells from a statement's first words which parser reads it (Amazon Redshift: "SQL commands").</summary>
static class StatementParser
{
    public static Statement Parse(ParserCursor cursor)
    {
        var token = cursor.Current;
        if (token.IsSymbol("("))
        {
            return ParseQuery(cursor);
        }

        return token.Kind != TokenKind.Word ? throw cursor.Unexpected("a statement") : token.Value switch
        {
            "select" => ParseQuery(cursor),
            "with" => ParseWith(cursor),
            "insert" => ChangeParser.ParseInsert(cursor, cursor.Start, null),
            "update" => ChangeParser.ParseUpdate(cursor, cursor.Start, null),
            "delete" => ChangeParser.ParseDelete(cursor, cursor.Start, null),
            "merge" => MergeParser.Parse(cursor),
            "truncate" => ChangeParser.ParseTruncate(cursor),
            "copy" => TransferParser.ParseCopy(cursor),
            "unload" => TransferParser.ParseUnload(cursor),
            "create" => CreateParser.Parse(cursor),
            "alter" => AlterParser.Parse(cursor),
            "drop" => ObjectParser.ParseDrop(cursor),
            "comment" => ObjectParser.ParseComment(cursor),
            "refresh" => ViewParser.ParseRefresh(cursor),
            "grant" or "revoke" => GrantParser.Parse(cursor, cursor.Start, null),
            "explain" => ParseExplain(cursor),
            "prepare" => PrepareParser.ParsePrepare(cursor),
            "execute" => PrepareParser.ParseExecute(cursor),
            "deallocate" => PrepareParser.ParseDeallocate(cursor),
            "declare" => CursorStatementParser.ParseDeclare(cursor),
            "fetch" => CursorStatementParser.ParseFetch(cursor),
            "close" => CursorStatementParser.ParseClose(cursor),
            "call" => ParseCall(cursor),
            "vacuum" => UpkeepParser.ParseVacuum(cursor),
            "analyze" or "analyse" => UpkeepParser.ParseAnalyze(cursor),
            "lock" => UpkeepParser.ParseLock(cursor),
            "cancel" => UpkeepParser.ParseCancel(cursor),
            "attach" or "desc" or "detach" or "undrop" or "use" => ParseOpaque(cursor),
            _ => SessionParser.Parse(cursor) ?? throw cursor.Unexpected("a statement"),
        };
    }

    static QueryStatement ParseQuery(ParserCursor cursor)
    {
        var start = cursor.Start;
        var query = QueryParser.Parse(cursor);
        return new QueryStatement(cursor.Since(start), query);
    }

    static Statement ParseWith(ParserCursor cursor)
    {
        var start = cursor.Start;
        var with = QueryParser.ParseWith(cursor);
        return cursor.Current.Value switch
        {
            "insert" => ChangeParser.ParseInsert(cursor, start, with),
            "update" => ChangeParser.ParseUpdate(cursor, start, with),
            "delete" => ChangeParser.ParseDelete(cursor, start, with),
            _ => ParseQuery(cursor, start, with),
        };
    }

    static QueryStatement ParseQuery(ParserCursor cursor, int start, WithClause with)
    {
        var query = QueryParser.Parse(cursor, start, with);
        return new QueryStatement(cursor.Since(start), query);
    }

    static ExplainStatement ParseExplain(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var verbose = cursor.Accept("verbose");
        cursor.Enter();
        var statement = Parse(cursor);
        cursor.Leave();
        return new ExplainStatement(cursor.Since(start), verbose, statement);
    }

    static CallStatement ParseCall(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var name = NameParser.ParseQualified(cursor, "a procedure");
        var call = CallParser.Parse(cursor, name.Span.Start, name, approximate: false);
        return new CallStatement(cursor.Since(start), call);
    }

    static OpaqueStatement ParseOpaque(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.Rest(start);
        return new OpaqueStatement(cursor.Since(start));
    }
}
