using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Starlift.Cli.Terminals;

/// <summary>
/// Text of any origin as a person may be shown it. Control characters become the signs that Unicode has for them (␛, ␊), and what is
/// invisible or turns text round is named: ⟨U+202E⟩. Where a text holds such a sign or name itself, its first character is named, so that
/// no two texts look the same.
/// </summary>
static class VisibleText
{
    const char FirstSign = '\u2400';
    const char SignOfDelete = '\u2421';
    const char NameBegins = '\u27E8';
    const string Names = "U+";

    /// <summary>The text on one line, without a character that a terminal acts upon. Not to be applied twice.</summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length;)
        {
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            var code = isWhole ? rune.Value : text[i];
            if (code < ' ')
            {
                shown.Append((char)(FirstSign + code));
            }
            else if (code == '\u007F')
            {
                shown.Append(SignOfDelete);
            }
            else if (!isWhole || IsHidden(rune) || LooksShown(text, i))
            {
                shown.Append(CultureInfo.InvariantCulture, $"{NameBegins}{Names}{code:X4}\u27E9");
            }
            else
            {
                shown.Append(text, i, length);
            }

            i += length;
        }

        return shown.ToString();
    }

    /// <summary>A part of a table or of a picture that redraws itself.</summary>
    public static Text Part(string text, Style? style = null) => new(Of(text), style);

    /// <summary>How many cells of a terminal the text takes when it is shown: Chinese and Japanese characters take two.</summary>
    public static int Width(string text) => IsAscii(text) ? text.Length : new Segment(Of(text)).CellCount();

    /// <summary>The text with blanks after it, so that it takes <paramref name="width"/> cells when it is shown.</summary>
    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>As much of the text's beginning as <paramref name="width"/> cells show, with an ellipsis for what is left out.</summary>
    public static string Shortened(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var elements = StringInfo.GetTextElementEnumerator(text);
        var cells = 1;
        var end = 0;
        while (elements.MoveNext() && (cells += Width(elements.GetTextElement())) <= width)
        {
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>Control and format characters, line and paragraph separators, and what Unicode has not assigned.</summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    static bool IsPlain(string text)
    {
        if (IsAscii(text))
        {
            return true;
        }

        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || character is NameBegins or (>= FirstSign and <= SignOfDelete) || IsHidden(new Rune(character)))
            {
                return false;
            }
        }

        return true;
    }

    static bool LooksShown(string text, int index) => text[index] is (>= FirstSign and < '\u2420') or SignOfDelete
        || (text[index] == NameBegins && string.CompareOrdinal(text, index + 1, Names, 0, Names.Length) == 0);
}
