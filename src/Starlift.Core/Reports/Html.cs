using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Starlift.Reports;

/// <summary>HTML or SVG under construction. What is filled into its templates is escaped; only the templates themselves are markup.</summary>
sealed class Html
{
    readonly StringBuilder _text = new();

    /// <summary>Adds markup: <c>Add($"&lt;td&gt;{anything}&lt;/td&gt;")</c>.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] Template template)
    {
        _ = template;
        return this;
    }

    /// <summary>Adds what Starlift itself wrote as markup. Nothing of a project's or a warehouse's may be in it.</summary>
    public Html AddTrusted(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _text.ToString();

    // HTML has no way to write most control characters, and what turns text round would turn its neighbours round too.
    void Escape(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                '\t' or '\n' or '\r' => _text.Append(character),
                < ' ' or (>= '\u007F' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => _text.Append('\uFFFD'),
                _ => _text.Append(character),
            };
        }
    }

    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        readonly Html _html;

        public Template(int literalLength, int formattedCount, Html html)
        {
            _html = html;
            html._text.EnsureCapacity(html._text.Length + literalLength + (formattedCount * 16));
        }

        public void AppendLiteral(string markup) => _html._text.Append(markup);

        public void AppendFormatted(string? text) => _html.Escape(text ?? "");

        public void AppendFormatted(long number) => _html._text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(double number) => _html._text.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

        public void AppendFormatted(Html fragment) => _html._text.Append(fragment._text);
    }
}
