using System.Globalization;
using System.Text;

namespace Starlift.Sql.Values.Patterns;

/// <summary>Says a class in brackets in the words of .NET's engine.</summary>
/// <param name="pattern">The whole pattern.</param>
/// <param name="pairs">The texts have characters of two UTF-16 units.</param>
sealed class BracketTranslator(string pattern, bool pairs)
{
    const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    static readonly Dictionary<string, string> Classes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["alnum"] = "A-Za-z0-9", ["alpha"] = "A-Za-z", ["blank"] = @" \t", ["cntrl"] = @"\x00-\x1F\x7F", ["digit"] = "0-9", ["graph"] = @"\x21-\x7E",
        ["lower"] = "a-z", ["print"] = @"\x20-\x7E", ["punct"] = @"!-/:-@\[-`{-~", ["space"] = @" \t\n\r\f\v", ["upper"] = "A-Z", ["word"] = "A-Za-z0-9_",
        ["xdigit"] = "0-9A-Fa-f",
    };

    readonly StringBuilder _set = new();
    readonly List<string> _pairs = [];

    /// <param name="at">Behind the opening bracket; then behind the closing one.</param>
    /// <returns>Null where there is no closing bracket, or what stands between is no class.</returns>
    public string? Translate(ref int at)
    {
        var negated = at < pattern.Length && pattern[at] == '^';
        at += negated ? 1 : 0;
        for (var first = at; ; )
        {
            if (at >= pattern.Length)
            {
                return null;
            }

            if (pattern[at] == ']' && at > first)
            {
                at++;
                return Set(negated);
            }

            if (!Item(ref at))
            {
                return null;
            }
        }
    }

    bool Item(ref int at)
    {
        if (pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] is ':' or '=' or '.')
        {
            var mark = pattern[at + 1];
            var end = pattern.IndexOf($"{mark}]", at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }

            var name = pattern[(at + 2)..end];
            at = end + 2;
            if (mark == ':')
            {
                return Classes.TryGetValue(name, out var set) && _set.Append(set) is not null;
            }

            Add(name, name);
            return name.Length == 1;
        }

        if (pattern[at] == '\\' && at + 1 < pattern.Length && Shorthand(pattern[at + 1]) is { } shorthand)
        {
            _set.Append(shorthand);
            at += 2;
            return true;
        }

        if (Character(ref at) is not { } from)
        {
            return false;
        }

        if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
        {
            at++;
            return Character(ref at) is { } to && Add(from, to);
        }

        return Add(from, from);
    }

    static string? Shorthand(char letter) => letter switch
    {
        'd' => "0-9",
        'w' => "A-Za-z0-9_",
        's' => @" \t\n\r\f\v",
        'D' => @"\x00-/:-\uD7FF\uE000-\uFFFF",
        'W' => @"\x00-/:-@\[-\^`{-\uD7FF\uE000-\uFFFF",
        'S' => @"\x00-\x08\x0E-\x1F!-\uD7FF\uE000-\uFFFF",
        'h' => @" \t",
        _ => null,
    };

    string? Character(ref int at)
    {
        if (at >= pattern.Length)
        {
            return null;
        }

        var c = pattern[at++];
        if (c == '\\' && at < pattern.Length)
        {
            c = pattern[at++];
            switch (c)
            {
                case 'n': return "\n";
                case 't': return "\t";
                case 'r': return "\r";
                case 'f': return "\f";
                case 'v': return "\v";
                case 'a': return "\a";
                case 'e': return "\u001b";
                case 'b': return "\b";
                case 'x' when at + 1 < pattern.Length && int.TryParse(pattern.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                    at += 2;
                    return ((char)code).ToString();
            }
        }

        return char.IsHighSurrogate(c) && at < pattern.Length ? $"{c}{pattern[at++]}" : c.ToString();
    }

    bool Add(string from, string to)
    {
        if (from.Length == 1 && to.Length == 1)
        {
            if (from[0] > to[0])
            {
                return false;
            }

            Escaped(from[0]);
            if (to[0] != from[0])
            {
                _set.Append('-');
                Escaped(to[0]);
            }

            return true;
        }

        return Pairs(from, to);
    }

    // 😀-😎: first units alike, which is what ranges of such characters have
    bool Pairs(string from, string to)
    {
        if (from.Length == 1)
        {
            Escaped(from[0]);
            _set.Append(@"-\uFFFF");
            from = "\uD800\uDC00";
        }

        if (from[0] == to[0])
        {
            _pairs.Add($@"\u{(int)from[0]:X4}[\u{(int)from[1]:X4}-\u{(int)to[1]:X4}]");
            return from[1] <= to[1];
        }

        _pairs.Add($@"\u{(int)from[0]:X4}[\u{(int)from[1]:X4}-\uDFFF]");
        if (to[0] - from[0] > 1)
        {
            _pairs.Add($@"[\u{from[0] + 1:X4}-\u{to[0] - 1:X4}][\uDC00-\uDFFF]");
        }

        _pairs.Add($@"\u{(int)to[0]:X4}[\uDC00-\u{(int)to[1]:X4}]");
        return from[0] < to[0];
    }

    void Escaped(char c) => _set.Append(CultureInfo.InvariantCulture, $@"\u{(int)c:X4}");

    string Set(bool negated)
    {
        var others = string.Join('|', _pairs);
        if (!negated)
        {
            return _pairs.Count == 0 ? $"[{_set}]" : _set.Length == 0 ? $"(?:{others})" : $"(?:{others}|[{_set}])";
        }

        return !pairs ? $"[^{_set}]"
            : _pairs.Count == 0 ? $@"(?:{Pair}|[^{_set}\uD800-\uDFFF])"
            : $@"(?:(?!{others}){Pair}|[^{_set}\uD800-\uDFFF])";
    }
}
