using System.Runtime.CompilerServices;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>A place in the tokens of one statement, and what the parsers ask of it. Not thread-safe.</summary>
sealed class ParserCursor
{
    /// <summary>How deep brackets, operators and queries may stand in each other; an engine's parser runs out of room near there.</summary>
    const int Deepest = 1_000;

    readonly SqlSource _source;
    readonly IReadOnlyList<Token> _tokens;
    int[]? _closing;
    int _index;
    int _depth;
    int _placeholders;

    /// <param name="source">For messages.</param>
    /// <param name="tokens">The last one is <see cref="TokenKind.End"/>.</param>
    public ParserCursor(SqlSource source, IReadOnlyList<Token> tokens)
    {
        _source = source;
        _tokens = tokens;
    }

    public Token Current => _tokens[_index];

    /// <summary>The 0-based index of the current token.</summary>
    public int Index => _index;

    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>Where a node begins that begins here.</summary>
    public int Start => Current.Start;

    /// <summary>The token <paramref name="ahead"/> places on, or the end.</summary>
    public Token Peek(int ahead = 1) => TokenAt(_index + ahead);

    public Token TokenAt(int index) => _tokens[Math.Min(index, _tokens.Count - 1)];

    /// <summary>The span from <paramref name="start"/> to the token that was taken last.</summary>
    public TextSpan Since(int start) => new(start, Math.Max(start, _index > 0 ? _tokens[_index - 1].End : 0));

    /// <summary>Takes the current token; the end is never passed.</summary>
    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
        {
            _index++;
        }

        return token;
    }

    public bool Is(string word) => Current.Is(word);

    public bool IsSymbol(string symbol) => Current.IsSymbol(symbol);

    /// <summary>True where all the words come next, in this order.</summary>
    public bool Are(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Peek(i).Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the words if all of them come next, in this order; else takes nothing.</summary>
    public bool Accept(params ReadOnlySpan<string> words)
    {
        if (!Are(words))
        {
            return false;
        }

        _index += words.Length;
        return true;
    }

    /// <summary>Takes the current word if it is one of these; null where it is none.</summary>
    public string? AcceptOneOf(params ReadOnlySpan<string> words) =>
        Current.Kind == TokenKind.Word && words.Contains(Current.Value) ? Take().Value : null;

    public bool AcceptSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            return false;
        }

        _index++;
        return true;
    }

    public void Expect(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Accept(word))
            {
                throw Unexpected(word.ToUpperInvariant());
            }
        }
    }

    public void ExpectSymbol(string symbol)
    {
        if (!AcceptSymbol(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    /// <summary>One or more of what <paramref name="parse"/> takes, with commas between them.</summary>
    public IReadOnlyList<T> CommaList<T>(Func<ParserCursor, T> parse)
    {
        var items = new List<T> { parse(this) };
        while (AcceptSymbol(","))
        {
            items.Add(parse(this));
        }

        return items;
    }

    /// <summary>A comma list between brackets.</summary>
    public IReadOnlyList<T> BracketList<T>(Func<ParserCursor, T> parse)
    {
        ExpectSymbol("(");
        var items = CommaList(parse);
        ExpectSymbol(")");
        return items;
    }

    /// <summary>A comma list between brackets where they come next; else nothing.</summary>
    public IReadOnlyList<T> OptionalBracketList<T>(Func<ParserCursor, T> parse) => IsSymbol("(") ? BracketList(parse) : [];

    /// <summary>What stands from <paramref name="start"/> on, to the end of the statement.</summary>
    public Opaque? Rest(int start)
    {
        while (!AtEnd)
        {
            Take();
        }

        return Since(start) is { Length: > 0 } span ? new Opaque(span) : null;
    }

    /// <summary>Takes tokens up to a comma or closing bracket on this level, or the end.</summary>
    public void SkipToComma()
    {
        while (!AtEnd && !IsSymbol(",") && !IsSymbol(")"))
        {
            SkipOne();
        }
    }

    /// <summary>Takes a token, or where it opens a bracket all to the closing one.</summary>
    public void SkipOne()
    {
        if (IsSymbol("(") || IsSymbol("["))
        {
            _index = CloseOf(_index);
        }

        Take();
    }

    /// <summary>The index of the bracket that closes the one at <paramref name="index"/>; that of the end where none does.</summary>
    public int CloseOf(int index) => (_closing ??= Closing())[index];

    /// <summary>The number of a placeholder that is written without one.</summary>
    public int NextPlaceholder() => ++_placeholders;

    /// <summary>Goes one level deeper; each call needs a <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++_depth > Deepest || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep();
        }
    }

    public void Leave() => _depth--;

    /// <summary>Refuses a chain of operators that is longer than an engine takes.</summary>
    public void CheckChain(int length)
    {
        if (length > Deepest)
        {
            throw TooDeep();
        }
    }

    /// <summary>Redshift's syntax error at the current token.</summary>
    /// <param name="expected">What would be right, for the hint; null where that is too much to tell.</param>
    public SqlException Unexpected(string? expected = null)
    {
        var hint = expected is null ? null
            : Current.Kind == TokenKind.Word && ReservedWords.Contains(Current.Value) && expected.StartsWith("a ", StringComparison.Ordinal)
                ? $"expected {expected}; {Current.Value.ToUpperInvariant()} is a reserved word: to use it as a name, quote it: \"{Current.Value}\""
                : $"expected {expected}";
        var message = Current.Kind == TokenKind.End ? "syntax error at end of input" : $"syntax error at or near \"{Shown(Current)}\"";
        return new SqlException(SqlStates.SyntaxError, message, _source.PlaceOf(Current.Start), hint);
    }

    // a string may be a secret, so that no message shows what is in it
    string Shown(Token token) => token.Kind == TokenKind.String ? "'…'" : _source.Text.Substring(token.Start, token.Length);

    SqlException TooDeep() => new(
        SqlStates.StatementTooComplex,
        $"the statement is nested more than {Deepest} deep",
        _source.PlaceOf(Current.Start),
        "look for a bracket that is not closed, or split the statement with WITH");

    int[] Closing()
    {
        var closing = new int[_tokens.Count];
        Array.Fill(closing, _tokens.Count - 1);
        var open = new Stack<int>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].IsSymbol("(") || _tokens[i].IsSymbol("["))
            {
                open.Push(i);
            }
            else if ((_tokens[i].IsSymbol(")") || _tokens[i].IsSymbol("]")) && open.TryPop(out var opened))
            {
                closing[opened] = i;
            }
        }

        return closing;
    }
}
