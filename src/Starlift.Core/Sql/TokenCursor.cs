using System.Globalization;
using Starlift.Errors;

namespace Starlift.Sql;

/// <summary>A place in the tokens of one statement, and the words a recursive-descent parser asks for. Not thread-safe.</summary>
public sealed class TokenCursor
{
    readonly SqlSource _source;
    readonly IReadOnlyList<Token> _tokens;
    int _index;

    /// <param name="source">The statement, for messages.</param>
    /// <param name="tokens">Its tokens; the last one is <see cref="TokenKind.End"/>.</param>
    /// <param name="index">Where to begin.</param>
    public TokenCursor(SqlSource source, IReadOnlyList<Token> tokens, int index = 0)
    {
        _source = source;
        _tokens = tokens;
        _index = index;
    }

    /// <summary>The 0-based index of the current token among the tokens.</summary>
    public int Index => _index;

    public Token Current => _tokens[_index];

    /// <summary>The token that was taken last; meaningless before the first is.</summary>
    public Token Previous => _tokens[Math.Max(_index - 1, 0)];

    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>
    /// The words that messages may show, null for all: set where what stands beside them may be a secret, so that they call any other word
    /// by its kind only.
    /// </summary>
    public IReadOnlyCollection<string>? Shown { get; set; }

    /// <summary>The token <paramref name="ahead"/> places on, or the end.</summary>
    public Token Peek(int ahead) => _tokens[Math.Min(_index + ahead, _tokens.Count - 1)];

    /// <summary>Takes the current token; the end is never passed.</summary>
    public Token Take()
    {
        var token = Current;
        _index = Math.Min(_index + 1, _tokens.Count - 1);
        return token;
    }

    /// <summary>Takes the words if all of them come next, in this order; else takes nothing.</summary>
    public bool Accept(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Peek(i).Is(words[i]))
            {
                return false;
            }
        }

        _index += words.Length;
        return true;
    }

    public bool AcceptSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            return false;
        }

        Take();
        return true;
    }

    public void Expect(string word)
    {
        if (!Accept(word))
        {
            throw Unexpected(word.ToUpperInvariant(), word);
        }
    }

    public void ExpectSymbol(string symbol)
    {
        if (!AcceptSymbol(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    public string ExpectString(string what) =>
        Current.Kind == TokenKind.String ? Take().Value : throw Unexpected($"{what} in single quotes");

    /// <summary>A name, folded; a bare one must not be a reserved word of Redshift's.</summary>
    public string ExpectName(string what)
    {
        if (!Current.IsName)
        {
            throw Unexpected(what);
        }

        if (Current.Kind == TokenKind.Word && ReservedWords.Contains(Current.Value))
        {
            throw Error(Current, $"expected {what} but found {Current.Value.ToUpperInvariant()}, a reserved word of Redshift's",
                $"choose another name, or quote it: \"{Current.Value}\"");
        }

        return Take().Value;
    }

    /// <summary>A table's name; a database before its schema is the target's.</summary>
    public TableName ExpectTable()
    {
        var first = ExpectName("a table name");
        if (!AcceptSymbol("."))
        {
            return new TableName(null, first);
        }

        var name = new TableName(first, ExpectName("a table name"));
        return AcceptSymbol(".") ? new TableName(name.Name, ExpectName("a table name")) : name;
    }

    /// <summary>A list of names in brackets, at least one.</summary>
    public IReadOnlyList<string> ExpectNames(string what)
    {
        ExpectSymbol("(");
        var names = new List<string>();
        do
        {
            names.Add(ExpectName(what));
        }
        while (AcceptSymbol(","));
        ExpectSymbol(")");
        return names;
    }

    /// <summary>An integer with an optional sign.</summary>
    public long ExpectInteger(string what, long minimum, long maximum)
    {
        var first = Current;
        var negative = AcceptSymbol("-");
        if (!negative)
        {
            AcceptSymbol("+");
        }

        if (Current.Kind != TokenKind.Number)
        {
            throw Unexpected(what);
        }

        var text = (negative ? "-" : "") + Take().Value;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum
                ? value
                : throw Error(first, $"{what} is {text}, but must be a whole number from {minimum} to {maximum}");
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Unexpected("the end of the statement");
        }
    }

    /// <summary>The text from the start of <paramref name="first"/> to the end of <paramref name="last"/>, as written.</summary>
    public string Text(Token first, Token last) => _source.Text[first.Start..last.End];

    /// <summary>"expected X but found Y" at the current token, with the near one of <paramref name="keywords"/> as a hint.</summary>
    public ConfigurationException Unexpected(string expected, params IEnumerable<string> keywords) =>
        Error(Current, $"expected {expected} but found {Describe(Current)}",
            Current.IsName ? NearMiss.Hint(Current.Value, keywords) : null);

    /// <summary>"expected X but found a word": the current token stands where a secret does, and nothing of it is shown.</summary>
    public ConfigurationException UnexpectedSecret(string expected) =>
        Error(Current, $"expected {expected} but found {KindOf(Current)}");

    public ConfigurationException Error(Token at, string what, string? hint = null) => new(what, _source.PlaceOf(at.Start), hint);

    // a string may be a secret, so that no message shows what is in it
    string Describe(Token token) =>
        token.Kind is TokenKind.End or TokenKind.String || !MayShow(token) ? KindOf(token) : $"'{Text(token, token)}'";

    bool MayShow(Token token) => Shown is null || token.Kind == TokenKind.Symbol
        || (token.Kind == TokenKind.Word && (Shown.Contains(token.Value) || NearMiss.Of(token.Value, Shown) is not null));

    static string KindOf(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the statement",
        TokenKind.String => "a string",
        TokenKind.QuotedName => "a quoted name",
        TokenKind.Number => "a number",
        TokenKind.Word => "a word",
        _ => $"'{token.Value}'",
    };
}
