using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Texts;

/// <summary>String functions that no engine has as Redshift has them (Amazon Redshift: "String functions"). Positions count characters of Unicode from 1.</summary>
public static class TextEdits
{
    /// <summary>INITCAP: what is no letter and no digit parts words.</summary>
    public static void Capitalize(ReadOnlySpan<char> text, TextBuffer result)
    {
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(inWord ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune));
            inWord = Rune.IsLetterOrDigit(rune);
        }
    }

    /// <summary>SPLIT_PART: a part behind the last is empty.</summary>
    /// <param name="part">From 1.</param>
    /// <exception cref="ValueException">The part is below 1.</exception>
    public static ReadOnlySpan<char> Part(ReadOnlySpan<char> text, ReadOnlySpan<char> delimiter, int part)
    {
        if (part < 1)
        {
            throw new ValueException(SqlStates.InvalidParameterValue, "field position must be greater than zero");
        }

        if (delimiter.IsEmpty)
        {
            return part == 1 ? text : [];
        }

        while (true)
        {
            var end = text.IndexOf(delimiter);
            if (part == 1)
            {
                return end < 0 ? text : text[..end];
            }

            if (end < 0)
            {
                return [];
            }

            text = text[(end + delimiter.Length)..];
            part--;
        }
    }

    /// <summary>LPAD and RPAD: a longer text is cut at its end by both; without a fill it stays as it is.</summary>
    public static void Pad(ReadOnlySpan<char> text, int length, ReadOnlySpan<char> fill, bool left, TextBuffer result)
    {
        var characters = Length(text);
        if (length <= characters || fill.IsEmpty)
        {
            result.Append(First(text, length));
            return;
        }

        if (length > MostCharacters)
        {
            throw new ValueException(SqlStates.StringDataRightTruncation, $"a text of {length} characters is too long: the most are {MostCharacters}");
        }

        if (!left)
        {
            result.Append(text);
        }

        var missing = length - characters;
        for (var size = Length(fill); missing >= size; missing -= size)
        {
            result.Append(fill);
        }

        result.Append(First(fill, missing));
        if (left)
        {
            result.Append(text);
        }
    }

    /// <summary>REVERSE of characters.</summary>
    public static void Reverse(ReadOnlySpan<char> text, TextBuffer result)
    {
        while (Rune.DecodeLastFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            result.Append(rune);
            text = text[..^length];
        }
    }

    /// <summary>QUOTE_IDENT: quotes only where the name needs them.</summary>
    public static void QuoteName(ReadOnlySpan<char> name, TextBuffer result)
    {
        var plain = !name.IsEmpty && (char.IsAsciiLetterLower(name[0]) || name[0] == '_');
        foreach (var c in name)
        {
            plain &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_';
        }

        if (plain && !ReservedWords.Contains(name.ToString()))
        {
            result.Append(name);
            return;
        }

        Quote(name, '"', '"', result);
    }

    /// <summary>QUOTE_LITERAL: quotes and backslashes are doubled.</summary>
    public static void QuoteText(ReadOnlySpan<char> text, TextBuffer result) => Quote(text, '\'', '\\', result);

    /// <summary>CHR: NULL, which is false, for what is no character.</summary>
    public static bool TryCharacter(int code, TextBuffer result)
    {
        if (code <= 0 || !Rune.IsValid(code))
        {
            return false;
        }

        result.Append(new Rune(code));
        return true;
    }

    /// <summary>The code points of a text.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            count -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first characters of a text, or all of them; none where the number is below 1.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int characters) => text[..IndexOf(text, characters)];

    /// <summary>Where the character begins that is so many behind the first; the text's end where there are not as many.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, int characters)
    {
        var at = 0;
        for (; characters > 0 && at < text.Length; characters--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        }

        return at;
    }

    const int MostCharacters = 16_000_000;

    static void Quote(ReadOnlySpan<char> text, char quote, char also, TextBuffer result)
    {
        result.Append(quote);
        foreach (var c in text)
        {
            if (c == quote || c == also)
            {
                result.Append(c);
            }

            result.Append(c);
        }

        result.Append(quote);
    }
}
