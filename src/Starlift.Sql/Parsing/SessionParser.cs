using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Transactions, SET, RESET and SHOW of a parameter (the pages of these names).</summary>
static class SessionParser
{
    /// <summary>The statement; null, with nothing taken, where its first word is none of these.</summary>
    public static Statement? Parse(ParserCursor cursor) => cursor.Current.Value switch
    {
        "begin" or "start" => ParseTransaction(cursor, TransactionKind.Begin),
        "commit" or "end" => ParseTransaction(cursor, TransactionKind.Commit),
        "rollback" or "abort" => ParseTransaction(cursor, TransactionKind.Rollback),
        "set" => ParseSet(cursor),
        "reset" => ParseReset(cursor),
        "show" => ShowParser.Parse(cursor),
        _ => null,
    };

    static TransactionStatement ParseTransaction(ParserCursor cursor, TransactionKind kind)
    {
        var start = cursor.Start;
        var word = cursor.Take().Value;
        if (word == "start")
        {
            cursor.Expect("transaction");
        }
        else
        {
            cursor.AcceptOneOf("work", "transaction");
        }

        var modes = kind == TransactionKind.Begin && cursor.Current.Kind == TokenKind.Word && cursor.Current.Value is "isolation" or "read"
            ? cursor.Rest(cursor.Start)
            : null;
        return new TransactionStatement(cursor.Since(start), kind, modes);
    }

    static SetStatement ParseSet(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var local = cursor.Accept("local");
        if (!local && cursor.Is("session") && !cursor.Peek().IsSymbol("=") && !cursor.Peek().Is("to") && !cursor.Peek().IsSymbol("."))
        {
            cursor.Take();
        }

        if (Words(cursor, "time", "zone") is { } zone)
        {
            return Made(Named(zone, "timezone"), ParseValues(cursor), null);
        }

        if (Words(cursor, "authorization") is { } user)
        {
            return Made(Named(user, "session_authorization"), ParseValues(cursor), null);
        }

        var name = NameParser.ParseQualified(cursor, "a parameter");
        if (cursor.AcceptSymbol("=") || cursor.Accept("to"))
        {
            return Made(name, ParseValues(cursor), null);
        }

        var rest = cursor.Rest(cursor.Start) ?? throw cursor.Unexpected("TO");
        return Made(name, [], rest);

        SetStatement Made(QualifiedName parameter, IReadOnlyList<Expression> values, Opaque? rest) =>
            new(cursor.Since(start), local, parameter, values, rest);
    }

    static TextSpan? Words(ParserCursor cursor, params ReadOnlySpan<string> words)
    {
        var start = cursor.Start;
        return cursor.Accept(words) ? cursor.Since(start) : null;
    }

    static QualifiedName Named(TextSpan span, string name) => new(span, [new Identifier(span, name, Quoted: false)]);

    static IReadOnlyList<Expression> ParseValues(ParserCursor cursor) => cursor.Accept("default") ? [] : cursor.CommaList(ParseValue);

    static Expression ParseValue(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.IsSymbol("$") && cursor.Peek() is { Kind: TokenKind.Word } word && word.Start == cursor.Current.End)
        {
            // $user in a search path
            cursor.Take();
            cursor.Take();
            return new ColumnReference(cursor.Since(start), [new Identifier(cursor.Since(start), $"${word.Value}", Quoted: false)]);
        }

        if (cursor.Current.IsName && !cursor.Peek().IsSymbol("(") && cursor.Peek().Kind != TokenKind.String && !cursor.Is("true") && !cursor.Is("false"))
        {
            var name = NameParser.ParseLabel(cursor);
            return new ColumnReference(name.Span, [name]);
        }

        return ExpressionParser.Parse(cursor);
    }

    static ResetStatement ParseReset(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (cursor.Accept("all"))
        {
            return new ResetStatement(cursor.Since(start), null);
        }

        var name = Words(cursor, "session", "authorization") is { } user ? Named(user, "session_authorization")
            : Words(cursor, "time", "zone") is { } zone ? Named(zone, "timezone")
            : NameParser.ParseQualified(cursor, "a parameter");
        return new ResetStatement(cursor.Since(start), name);
    }
}
