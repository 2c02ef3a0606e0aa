using System.Globalization;
using System.Text;

namespace Starlift.Copying;

/// <summary>What Redshift says of invalid UTF-8, and ACCEPTINVCHARS (Amazon Redshift: "Multibyte character load errors").</summary>
static class Utf8Text
{
    /// <summary>The error of the first invalid sequence; the text must have one.</summary>
    public static ConversionError ErrorOf(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        var (length, number) = Diagnose(text[at..]);
        return new ConversionError(
            LoadErrorCode.InvalidUtf8,
            $"String contains invalid or unsupported UTF-8 codepoints. Bad UTF-8 hex sequence: {Hex(text.Slice(at, length))} (error {number})",
            at);
    }

    /// <summary>
    /// Each byte of an invalid character becomes <paramref name="replacement"/>; so do those of the characters that Unicode keeps for
    /// internal use (U+FDD0 to U+FDEF, U+xFFFE, U+xFFFF).
    /// </summary>
    /// <returns>Whether anything was replaced.</returns>
    public static bool Replace(Span<byte> text, byte replacement)
    {
        var replaced = false;
        for (var at = 0; at < text.Length;)
        {
            var valid = Rune.DecodeFromUtf8(text[at..], out var rune, out var used) == System.Buffers.OperationStatus.Done;
            if (!valid)
            {
                used = Diagnose(text[at..]).Length;
            }

            if (!valid || IsNoncharacter(rune.Value))
            {
                text.Slice(at, used).Fill(replacement);
                replaced = true;
            }

            at += used;
        }

        return replaced;
    }

    public static bool HasNoncharacter(ReadOnlySpan<byte> valid)
    {
        foreach (var rune in Encoding.UTF8.GetString(valid).EnumerateRunes())
        {
            if (IsNoncharacter(rune.Value))
            {
                return true;
            }
        }

        return false;
    }

    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var value in bytes)
        {
            text.Append(text.Length > 0 ? " " : "").Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>How many bytes make the bad sequence, and the page's number for what is bad about it.</summary>
    static (int Length, int Number) Diagnose(ReadOnlySpan<byte> text)
    {
        var expected = text[0] switch
        {
            < 0xC0 or >= 0xFE => 0,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF8 => 4,
            < 0xFC => 5,
            _ => 6,
        };
        if (expected == 0)
        {
            return (1, 3);
        }

        for (var i = 1; i < expected; i++)
        {
            if (i >= text.Length)
            {
                return (i, 2);
            }

            if ((text[i] & 0xC0) != 0x80)
            {
                return (i, 4);
            }
        }

        return (expected, (expected, text[0], text[1]) switch
        {
            ( > 4, _, _) => 1,
            (3, 0xED, >= 0xA0) => 5,
            (4, 0xF4, >= 0x90) or (4, > 0xF4, _) => 8,
            _ => 9,
        });
    }

    static bool IsNoncharacter(int rune) => rune is >= 0xFDD0 and <= 0xFDEF || (rune & 0xFFFE) == 0xFFFE;
}
