using System.Globalization;
using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Patterns;

/// <summary>
/// Says a regular expression of Redshift in the words of .NET's engine (Amazon Redshift: "POSIX operators"): extended POSIX with <c>\d \w \s \b</c>, or
/// PCRE. Classes are ASCII's; a character is a code point, be it of two UTF-16 units.
/// </summary>
/// <param name="pattern">As Redshift has it.</param>
/// <param name="perl">PCRE.</param>
/// <param name="pairs">The texts have characters of two units: a class or a point takes both.</param>
sealed class PatternTranslator(string pattern, bool perl, bool pairs)
{
    const string Word = "A-Za-z0-9_";
    const string Space = @" \t\n\r\f\v";
    const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    const string Unpaired = @"\uD800-\uDFFF";

    readonly StringBuilder _regex = new();
    readonly Stack<int> _groups = new();
    int _at;

    /// <summary>Where in the translation the piece begins that a quantifier would repeat; −1 where there is none.</summary>
    int _piece = -1;

    /// <exception cref="ValueException">The pattern is none.</exception>
    public string Translate()
    {
        while (_at < pattern.Length)
        {
            Next();
        }

        return _groups.Count == 0 ? _regex.ToString() : throw Bad("Unmatched marking parenthesis ( or \\(.", pattern.Length);
    }

    void Next()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case '\\':
                Escape();
                break;
            case '[':
                _piece = _regex.Length;
                _regex.Append(new BracketTranslator(pattern, pairs).Translate(ref _at) ?? throw Bad("Unmatched [ or [^ in character class declaration.", _at));
                break;
            case '.':
                Piece(Point());
                break;
            case '^':
                _regex.Append('^');
                _piece = -1;
                break;
            case '$':
                _regex.Append(perl ? "$" : @"\z");
                _piece = -1;
                break;
            case '(':
                Open();
                break;
            case ')':
                if (!_groups.TryPop(out var start))
                {
                    throw Bad("Found a closing ) with no corresponding opening parenthesis.", _at - 1);
                }

                _regex.Append(')');
                _piece = start;
                break;
            case '|':
                _regex.Append('|');
                _piece = -1;
                break;
            case '*' or '+' or '?':
                Quantify(c.ToString());
                break;
            case '{' when Bounds() is { } bounds:
                Quantify(bounds);
                break;
            default:
                Literal(char.IsHighSurrogate(c) && _at < pattern.Length ? $"{c}{pattern[_at++]}" : c.ToString());
                break;
        }
    }

    void Piece(string translated)
    {
        _piece = _regex.Length;
        _regex.Append(translated);
    }

    void Literal(string character) => Piece(character.Length > 1 ? $"(?:{character})" : System.Text.RegularExpressions.Regex.Escape(character) switch
    {
        "}" => @"\}",
        "]" => @"\]",
        var escaped => escaped,
    });

    string Point() => (perl, pairs) switch
    {
        (false, false) => @"[\s\S]",
        (false, true) => $@"(?:{Pair}|[\s\S])",
        (true, false) => @"[^\n]",
        (true, true) => $@"(?:{Pair}|[^\n])",
    };

    string Not(string set) => pairs ? $"(?:{Pair}|[^{set}{Unpaired}])" : $"[^{set}]";

    void Open()
    {
        _piece = -1;
        _groups.Push(_regex.Length);
        if (_at >= pattern.Length || pattern[_at] != '?')
        {
            _regex.Append('(');
            return;
        }

        if (!perl)
        {
            throw new ValueException(
                SqlStates.InvalidRegularExpression,
                $"Invalid preceding regular expression prior to repetition operator.  The error occurred while parsing the regular expression fragment: '{Around(_at + 1)}'.");
        }

        var named = pattern.AsSpan(_at).StartsWith("?P<");
        _at += named ? 2 : 1;
        _regex.Append("(?");
        if (pattern.AsSpan(_at).StartsWith("#"))
        {
            var end = pattern.IndexOf(')', _at);
            _at = end < 0 ? throw Bad("missing ) after (?# comment", pattern.Length) : end + 1;
            _regex.Length = _groups.Pop();
            return;
        }

        // flags, look-around and names are written alike up to here: what follows is read on
        while (_at < pattern.Length && (char.IsAsciiLetterOrDigit(pattern[_at]) || pattern[_at] is ':' or '=' or '!' or '<' or '>' or '-' or '_' or '|'))
        {
            var c = pattern[_at++];
            if (c == '|')
            {
                throw Bad("branch reset groups are not supported", _at - 1);
            }

            _regex.Append(c);
            if (c is ':' or '=' or '!' or '>')
            {
                return;
            }
        }
    }

    void Quantify(string quantifier)
    {
        if (_piece < 0)
        {
            throw Bad("Invalid preceding regular expression prior to repetition operator.", _at - 1);
        }

        _regex.Append(quantifier);
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
            _regex.Append('?');
        }
        else if (perl && _at < pattern.Length && pattern[_at] == '+')
        {
            // possessive: what is taken is not given back
            _at++;
            _regex.Insert(_piece, "(?>").Append(')');
        }
        else
        {
            // x** is (x*)*
            _regex.Insert(_piece, "(?:").Append(')');
        }
    }

    /// <summary>{m}, {m,} and {m,n}; any other brace is itself.</summary>
    string? Bounds()
    {
        var end = pattern.IndexOf('}', _at);
        if (end < 0)
        {
            return null;
        }

        var bounds = pattern[_at..end];
        var parts = bounds.Split(',');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            || (parts.Length == 2 && parts[1].Length > 0 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < least)))
        {
            return null;
        }

        _at = end + 1;
        return $"{{{bounds}}}";
    }

    void Escape()
    {
        if (_at >= pattern.Length)
        {
            throw Bad("The regular expression ends with a \\.", pattern.Length);
        }

        var c = pattern[_at++];
        switch (c)
        {
            case 'd': Piece("[0-9]"); break;
            case 'D': Piece(Not("0-9")); break;
            case 'w': Piece($"[{Word}]"); break;
            case 'W': Piece(Not(Word)); break;
            case 's': Piece($"[{Space}]"); break;
            case 'S': Piece(Not(Space)); break;
            case 'b': Boundary(true); break;
            case 'B': Boundary(false); break;
            case 'n' or 't' or 'r' or 'f' or 'v' or 'a' or 'e': Piece($"\\{c}"); break;
            case >= '1' and <= '9': Piece($"(?:\\{c})"); break;
            case 'A' or 'z' or 'Z' or 'G' when perl: _regex.Append('\\').Append(c); break;
            case 'h' when perl: Piece(@"[ \t]"); break;
            case 'N' when perl: Piece(Not(@"\n")); break;
            case 'R' when perl: Piece(@"(?:\r\n|[\n\r\f\v])"); break;
            case 'p' or 'P' when perl: Category(c); break;
            case 'Q' when perl: Quoted(); break;
            case 'x': Hexadecimal(); break;
            default:
                Literal(char.IsHighSurrogate(c) && _at < pattern.Length ? $"{c}{pattern[_at++]}" : c.ToString());
                break;
        }
    }

    void Boundary(bool isOne)
    {
        _regex.Append(isOne ? $"(?:(?<=[{Word}])(?![{Word}])|(?<![{Word}])(?=[{Word}]))" : $"(?:(?<=[{Word}])(?=[{Word}])|(?<![{Word}])(?![{Word}]))");
        _piece = -1;
    }

    void Category(char letter)
    {
        var end = _at < pattern.Length && pattern[_at] == '{' ? pattern.IndexOf('}', _at) : _at;
        if (_at >= pattern.Length || end < 0)
        {
            throw Bad("malformed \\P or \\p sequence", _at);
        }

        var name = pattern[_at..(end + 1)].Trim('{', '}');
        _at = end + 1;
        Piece($"\\{letter}{{{name}}}");
    }

    void Quoted()
    {
        var end = pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
        foreach (var c in pattern[_at..(end < 0 ? pattern.Length : end)])
        {
            Literal(c.ToString());
        }

        _at = end < 0 ? pattern.Length : end + 2;
    }

    void Hexadecimal()
    {
        var (start, end) = (_at, _at);
        if (start < pattern.Length && pattern[start] == '{')
        {
            start++;
            end = pattern.IndexOf('}', start);
            _at = end + 1;
        }
        else
        {
            while (end < pattern.Length && end < start + 2 && char.IsAsciiHexDigit(pattern[end]))
            {
                end++;
            }

            _at = end;
        }

        if (end <= start || !int.TryParse(pattern.AsSpan(start, end - start), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
        {
            throw Bad("Hexadecimal escape sequence was invalid.", start);
        }

        Literal(new Rune(code).ToString());
    }

    string Around(int at) => $"{pattern[..at]}>>>HERE>>>{pattern[at..]}";

    ValueException Bad(string what, int at) => new(
        SqlStates.InvalidRegularExpression, $"{what}  The error occurred while parsing the regular expression: '{Around(Math.Min(at, pattern.Length))}'.");
}
