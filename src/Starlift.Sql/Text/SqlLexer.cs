namespace Starlift.Sql.Text;

/// <summary>Cuts SQL into tokens as Amazon Redshift does (page "Names and identifiers"; string rules are PostgreSQL 8's).</summary>
public sealed class SqlLexer
{
    readonly SqlSource _source;
    readonly string _text;
    readonly int _end;
    readonly List<Token> _tokens = [];
    int _at;

    SqlLexer(SqlSource source)
    {
        _source = source;
        _text = source.Text;
        _at = source.Start;
        _end = source.Start + source.Length;
    }

    /// <summary>
    /// The tokens of <paramref name="source"/>, <see cref="TokenKind.End"/> last. Indexes count from the start of the file.
    /// </summary>
    /// <exception cref="SqlException">
    /// A string, quoted name or comment is not closed, or a character belongs to no token. Nothing else is thrown on any text.
    /// </exception>
    public static IReadOnlyList<Token> Read(SqlSource source) => new SqlLexer(source).Read();

    List<Token> Read()
    {
        // An engine's text ends there: of what stands behind it, such as a WHERE behind a comment, nothing would be executed.
        if (_text.IndexOf('\0', _at, _end - _at) is >= 0 and var nul)
        {
            throw Error(nul, "the character U+0000 can't stand in SQL", "remove it: is the file text?");
        }

        while (SkipBlanks())
        {
            _tokens.Add(Next());
        }

        _tokens.Add(new Token(TokenKind.End, _end, 0, ""));
        return _tokens;
    }

    char Current => _text[_at];

    char Peek(int ahead) => _at + ahead < _end ? _text[_at + ahead] : '\0';

    bool SkipBlanks()
    {
        while (_at < _end)
        {
            if (Current is ' ' or '\t' or '\r' or '\n' or '\f' or '\v' || (Current == '\uFEFF' && _at == 0))
            {
                _at++;
            }
            else if (Current == '-' && Peek(1) == '-')
            {
                var newline = _text.IndexOf('\n', _at, _end - _at);
                _at = newline < 0 ? _end : newline;
            }
            else if (Current == '/' && Peek(1) == '*')
            {
                SkipComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    void SkipComment()
    {
        var start = _at;
        var depth = 0;
        do
        {
            if (Current == '/' && Peek(1) == '*')
            {
                depth++;
                _at += 2;
            }
            else if (Current == '*' && Peek(1) == '/')
            {
                depth--;
                _at += 2;
            }
            else
            {
                _at++;
            }

            if (depth > 0 && _at >= _end)
            {
                throw Error(start, "the comment is not closed", "close it with */; comments nest, so each /* needs its own");
            }
        }
        while (depth > 0);
    }

    Token Next()
    {
        var start = _at;
        return Current switch
        {
            '\'' => ReadString(start),
            'e' or 'E' when Peek(1) == '\'' => ReadString(start),
            '"' => ReadQuotedName(start),
            '$' => ReadDollar(start),
            '.' when char.IsAsciiDigit(Peek(1)) => ReadNumber(start),
            '#' when IsWordStart(Peek(1)) && !EndsOperand(start) => ReadWord(start),
            var c when char.IsAsciiDigit(c) => ReadNumber(start),
            var c when IsWordStart(c) => ReadWord(start),
            _ => ReadSymbol(start),
        };
    }

    // a#b is Redshift's exclusive or, while a # with a blank or a bracket before it begins a temporary table's name
    bool EndsOperand(int start) =>
        _tokens.Count > 0 && _tokens[^1] is { Kind: not TokenKind.Symbol } or { Value: ")" or "]" } && _tokens[^1].End == start;

    Token ReadWord(int start)
    {
        do
        {
            _at++;
        }
        while (_at < _end && IsWordPart(Current));
        return Made(TokenKind.Word, start, _text[start.._at].ToLowerInvariant());
    }

    Token ReadNumber(int start)
    {
        SkipDigits();
        if (_at < _end && Current == '.')
        {
            _at++;
            SkipDigits();
        }

        if (_at < _end && Current is 'e' or 'E')
        {
            var digits = Peek(1) is '+' or '-' ? 2 : 1;
            if (char.IsAsciiDigit(Peek(digits)))
            {
                _at += digits;
                SkipDigits();
            }
        }

        return Made(TokenKind.Number, start, _text[start.._at]);
    }

    void SkipDigits()
    {
        while (_at < _end && char.IsAsciiDigit(Current))
        {
            _at++;
        }
    }

    Token ReadQuotedName(int start)
    {
        var name = new System.Text.StringBuilder();
        for (_at++; _at < _end; _at++)
        {
            if (Current != '"')
            {
                name.Append(Current);
            }
            else if (Peek(1) == '"')
            {
                name.Append('"');
                _at++;
            }
            else
            {
                _at++;
                return name.Length == 0
                    ? throw Error(start, "the quoted name is empty", "name something between the quotes; an empty text is ''")
                    : Made(TokenKind.QuotedName, start, name.ToString().ToLowerInvariant());
            }
        }

        throw Error(start, "the quoted name is not closed", "close it with \"; a text takes single quotes");
    }

    Token ReadString(int start)
    {
        _at += Current == '\'' ? 0 : 1;
        var value = new System.Text.StringBuilder();
        do
        {
            _at = SqlStringReader.Read(_text, _at, _end, value);
            if (_at < 0)
            {
                throw Error(start, "the string is not closed", "close it with '; a quote inside is written '' and a backslash \\\\");
            }
        }
        while (SkipToAdjacentString());
        if (value.ToString().Contains('\0', StringComparison.Ordinal))
        {
            throw Error(start, "the string holds the character U+0000, which no text can", "leave the escape out; a backslash is written \\\\");
        }

        return Made(TokenKind.String, start, value.ToString());
    }

    // SQL joins strings that are parted by white space with a line end in it
    bool SkipToAdjacentString()
    {
        var at = _at;
        while (at < _end && _text[at] is ' ' or '\t' or '\r' or '\n' or '\f' or '\v')
        {
            at++;
        }

        if (at >= _end || _text[at] != '\'' || !_text.AsSpan(_at, at - _at).Contains('\n'))
        {
            return false;
        }

        _at = at;
        return true;
    }

    Token ReadDollar(int start)
    {
        var tagEnd = _at + 1;
        while (tagEnd < _end && IsWordPart(_text[tagEnd]) && _text[tagEnd] != '$')
        {
            tagEnd++;
        }

        if (tagEnd < _end && _text[tagEnd] == '$' && !char.IsAsciiDigit(Peek(1)))
        {
            var tag = _text[start..(tagEnd + 1)];
            var body = tagEnd + 1;
            var close = _text.IndexOf(tag, body, _end - body, StringComparison.Ordinal);
            if (close < 0)
            {
                throw Error(start, $"the dollar-quoted string is not closed", $"close it with {tag}");
            }

            _at = close + tag.Length;
            return Made(TokenKind.String, start, _text[body..close]);
        }

        _at++;
        SkipDigits();
        return Made(TokenKind.Symbol, start, _text[start.._at]);
    }

    Token ReadSymbol(int start)
    {
        foreach (var symbol in SqlSymbols.Longer)
        {
            if (_end - _at >= symbol.Length && string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0)
            {
                _at += symbol.Length;
                return Made(TokenKind.Symbol, start, symbol);
            }
        }

        if (!SqlSymbols.Single.Contains(Current))
        {
            throw Error(start, $"the character {Name(Current)} has no meaning in SQL here", HintFor(Current));
        }

        _at++;
        return Made(TokenKind.Symbol, start, _text[start.._at]);
    }

    static string Name(char c) => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";

    static string HintFor(char c) => c switch
    {
        '\u2018' or '\u2019' => "write a straight quote: '",
        '\u201C' or '\u201D' => "write a straight quote: \"",
        _ when char.IsWhiteSpace(c) => "write an ordinary blank",
        _ => "remove it, or put it into a string",
    };

    Token Made(TokenKind kind, int start, string value) => new(kind, start, _at - start, value);

    SqlException Error(int index, string what, string hint) => new(SqlStates.SyntaxError, what, _source.PlaceOf(index), hint);

    static bool IsWordStart(char c) => c == '_' || char.IsLetter(c) || char.IsSurrogate(c);

    static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c) || c == '$'
        || (c > '\x7F' && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.DecimalDigitNumber);
}
