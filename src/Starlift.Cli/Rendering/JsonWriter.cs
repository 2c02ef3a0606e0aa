using System.Globalization;
using System.Text;

namespace Starlift.Cli.Rendering;

/// <summary>
/// Writes JSON whose text holds no character that a terminal acts upon: they stand escaped, which for a reader of JSON is the same. Only
/// within strings can there be any.
/// </summary>
sealed class JsonWriter(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(string? value) => output.Write(Escaped(value ?? ""));

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine() => output.Write('\n');

    public override void WriteLine(string? value) => output.Write(Escaped(value ?? "") + '\n');

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => output.Flush();

    static string Escaped(string json)
    {
        if (!json.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return json;
        }

        var escaped = new StringBuilder(json.Length + 16);
        foreach (var rune in json.EnumerateRunes())
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
