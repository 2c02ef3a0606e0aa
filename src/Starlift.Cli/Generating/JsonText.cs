using System.Globalization;
using System.Text;

namespace Starlift.Cli.Generating;

/// <summary>Text as the inside of a JSON string, escaped as the app's logs are: ASCII only, slashes escaped too.</summary>
static class JsonText
{
    public static byte[] Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' or '/' => escaped.Append('\\').Append(character),
                < ' ' or > '~' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => escaped.Append(character),
            };
        }

        return Encoding.ASCII.GetBytes(escaped.ToString());
    }

    public static byte[][] Of(IEnumerable<string> texts) => [.. texts.Select(Of)];

    /// <summary>A list with the entries divided by bars.</summary>
    public static byte[][] List(string texts) => Of(texts.Split('|'));
}
