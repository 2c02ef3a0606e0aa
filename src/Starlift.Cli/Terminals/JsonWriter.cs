using System.Globalization;
using System.Text;

namespace Starlift.Cli.Terminals;

/// <summary>
/// Writes JSON whose text holds no character that a terminal acts upon: they stand escaped, which for a reader of JSON is the same. Only
/// within strings can there be any.
/// </summary>
sealed class JsonWriter(TextWriter output) : GuardedWriter(output)
{
    protected override string Harmless(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || !VisibleText.IsHidden(rune))
            {
                escaped.Append(rune);
                continue;
            }

            foreach (var unit in rune.ToString())
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
            }
        }

        return escaped.ToString();
    }
}
