using System.Buffers;

namespace Starlift.Cli.Terminals;

/// <summary>
/// Writes a result as RFC 4180 says, but for the ends of lines: they are LF, as psql's and DuckDB's, because shells keep a CR. Null is an
/// empty field, an empty text a quoted one. A file or a pipe gets every character as it is; a
/// terminal gets each row on one line, as <see cref="VisibleText"/>.
/// </summary>
static class CsvTable
{
    static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>What a spreadsheet takes for the beginning of a formula, wide forms included, or leaves out before one.</summary>
    static readonly SearchValues<char> FormulaBegins = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <param name="terminal">Where to write.</param>
    /// <param name="result">What to write.</param>
    /// <param name="safe">A text that a spreadsheet would calculate gets an apostrophe before it, names of columns too.</param>
    public static void Write(Terminal terminal, ResultTable result, bool safe)
    {
        Action<string> writeLine = terminal.OutIsTerminal ? terminal.Out.WriteLine : line => terminal.Verbatim.Write($"{line}\n");
        writeLine(Line(result.Columns, safe));
        foreach (var row in result.Rows)
        {
            writeLine(Line(row, safe));
        }
    }

    static string Line(IReadOnlyList<object?> values, bool safe) => string.Join(',', values.Select(value => Field(value, safe)));

    static string Field(object? value, bool safe)
    {
        var text = ValueText.Of(value);
        if (safe && text.Length > 0 && FormulaBegins.Contains(text[0]) && !ValueText.IsNumber(value))
        {
            text = $"'{text}";
        }

        var quoted = text.AsSpan().ContainsAny(Special) || (text.Length == 0 && value is string);
        return quoted ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
