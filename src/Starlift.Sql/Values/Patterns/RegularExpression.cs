using System.Text.RegularExpressions;
using Starlift.Sql.Text;
using Starlift.Sql.Values.Texts;

namespace Starlift.Sql.Values.Patterns;

/// <summary>
/// REGEXP_COUNT, REGEXP_INSTR, REGEXP_REPLACE and REGEXP_SUBSTR with one pattern (Amazon Redshift: their pages in "String functions"). Positions count
/// characters from 1; one below 1 is 1. Thread-safe.
/// </summary>
public sealed class RegularExpression
{
    readonly string _pattern;
    readonly PatternOptions _options;
    readonly Regex _plain;
    Regex? _ofPairs;

    RegularExpression(string pattern, PatternOptions options)
    {
        _pattern = pattern;
        _options = options;
        _plain = Compile(false);
    }

    /// <param name="pattern">Extended POSIX, or a PCRE where the parameters have a p.</param>
    /// <param name="parameters">c, e, i, p.</param>
    /// <exception cref="ValueException">The pattern or the parameters are none.</exception>
    public static RegularExpression Parse(string pattern, string parameters) => new(pattern, PatternOptions.Parse(parameters));

    public int Count(ReadOnlySpan<char> text, int position)
    {
        var count = 0;
        if (From(text, position, out _) is { IsPast: false } from)
        {
            foreach (var _ in Of(text).EnumerateMatches(from.Text))
            {
                count++;
            }
        }

        return count;
    }

    /// <param name="option">0: the position of the match's first character; else of the one behind it.</param>
    /// <returns>0 where there is no such match.</returns>
    public int Position(ReadOnlySpan<char> text, int position, int occurrence, int option) =>
        Find(text, position, occurrence) is { Found: true } match ? TextEdits.Length(text[..(option == 0 ? match.Start : match.Start + match.Length)]) + 1 : 0;

    /// <summary>Empty where there is no such match.</summary>
    public ReadOnlySpan<char> Substring(ReadOnlySpan<char> text, int position, int occurrence) =>
        Find(text, position, occurrence) is { Found: true } match ? text.Slice(match.Start, match.Length) : [];

    /// <summary>Replaces every match from the position on; <c>$1</c> and <c>\1</c> stand for groups.</summary>
    public void Replace(ReadOnlySpan<char> text, ReadOnlySpan<char> replacement, int position, TextBuffer result)
    {
        var from = From(text, position, out var start);
        if (from.IsPast)
        {
            result.Append(text);
            return;
        }

        result.Append(text[..start]);
        if (replacement.IndexOfAny('$', '\\') >= 0)
        {
            ReplaceWithGroups(from.Text.ToString(), replacement.ToString(), Of(text), result);
            return;
        }

        var at = 0;
        foreach (var match in Of(text).EnumerateMatches(from.Text))
        {
            result.Append(from.Text[at..match.Index]);
            result.Append(replacement);
            at = match.Index + match.Length;
        }

        result.Append(from.Text[at..]);
    }

    static void ReplaceWithGroups(string text, string replacement, Regex regex, TextBuffer result)
    {
        var at = 0;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            result.Append(text.AsSpan(at, match.Index - at));
            Expand(match, replacement, result);
            at = match.Index + match.Length;
        }

        result.Append(text.AsSpan(at));
    }

    static void Expand(Match match, string replacement, TextBuffer result)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            var c = replacement[i];
            var next = i + 1 < replacement.Length ? replacement[i + 1] : '\0';
            if (c is '$' or '\\' && char.IsAsciiDigit(next))
            {
                result.Append(match.Groups[next - '0'].ValueSpan);
                i++;
            }
            else if (c == '$' && next == '&')
            {
                result.Append(match.ValueSpan);
                i++;
            }
            else if (c is '$' or '\\' && next == c)
            {
                result.Append(c);
                i++;
            }
            else
            {
                result.Append(c);
            }
        }
    }

    (bool Found, int Start, int Length) Find(ReadOnlySpan<char> text, int position, int occurrence)
    {
        var from = From(text, position, out var start);
        if (from.IsPast || occurrence < 1)
        {
            return default;
        }

        foreach (var match in Of(text).EnumerateMatches(from.Text))
        {
            if (--occurrence > 0)
            {
                continue;
            }

            return _options.TakesGroup && Group(from.Text, match.Index, Of(text)) is { } group
                ? (group.Success, start + group.Index, group.Length)
                : (true, start + match.Index, match.Length);
        }

        return default;
    }

    /// <summary>The first group of the match at the index; null where the pattern has none.</summary>
    static Group? Group(ReadOnlySpan<char> text, int index, Regex regex)
    {
        var match = regex.Match(text.ToString(), index);
        return match.Groups.Count > 1 ? match.Groups[1] : null;
    }

    static Rest From(ReadOnlySpan<char> text, int position, out int start)
    {
        start = TextEdits.IndexOf(text, position - 1);
        return new Rest(text[start..], position > 1 && start == text.Length);
    }

    Regex Of(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? _plain : _ofPairs ??= Compile(true);

    Regex Compile(bool pairs)
    {
        var translated = new PatternTranslator(_pattern, _options.IsPerl, pairs).Translate();
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant | (_options.IgnoresCase ? RegexOptions.IgnoreCase : RegexOptions.None));
        }
        catch (ArgumentException e)
        {
            throw new ValueException(SqlStates.InvalidRegularExpression, $"Invalid regular expression '{_pattern}': {e.Message}");
        }
    }

    readonly ref struct Rest(ReadOnlySpan<char> text, bool isPast)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public bool IsPast { get; } = isPast;
    }
}
