using System.Globalization;
using Spectre.Console;

namespace Starlift.Cli.Terminals;

/// <summary>Writes a result as a table for people; nulls are shown as such, numbers stand to the right.</summary>
static class TextTable
{
    /// <summary>Of a line in a file. Nobody looks at a file through a window, yet nobody reads lines of any length.</summary>
    const int WidestInFile = 240;

    /// <summary>A blank on each side, and another one between two columns.</summary>
    const int AroundColumn = 3;

    /// <summary>The layout is that of the first rows; a longer result is written as it comes.</summary>
    const int RowsLaidOut = 1_000;

    public static void Write(Terminal terminal, ResultTable result)
    {
        using var rest = result.Rows.GetEnumerator();
        var values = new List<IReadOnlyList<object?>>();
        while (values.Count < RowsLaidOut && rest.MoveNext())
        {
            values.Add(rest.Current);
        }

        var columns = result.Columns;
        var rows = values.Select(row => row.Select(TextOf).ToList()).ToList();
        int[] widths = [.. columns.Select((column, i) => rows.Select(row => VisibleText.Width(row[i])).Append(VisibleText.Width(column)).Max())];
        var isList = rows.Count > 0 && widths.Sum(width => AroundColumn + width) > (terminal.OutIsTerminal ? terminal.Width : WidestInFile);
        long count = rows.Count;
        if (isList)
        {
            count = RecordList.Write(terminal.Out, columns, rows.Concat(TextsOf(rest)));
        }
        else if (rows.Count < RowsLaidOut)
        {
            WriteTable(terminal, columns, rows, values);
        }
        else
        {
            var numeric = columns.Select((_, i) => values.Any(row => ValueText.IsNumber(row[i])));
            count = LongTable.Write(terminal.Out, [.. columns.Zip(widths, numeric)], rows.Concat(TextsOf(rest)));
        }

        terminal.Out.WriteLine(Quantity.Count(count, "row", "rows"));
    }

    static IEnumerable<List<string>> TextsOf(IEnumerator<IReadOnlyList<object?>> rest)
    {
        while (rest.MoveNext())
        {
            yield return [.. rest.Current.Select(TextOf)];
        }
    }

    static void WriteTable(Terminal terminal, IReadOnlyList<string> columns, List<List<string>> rows, List<IReadOnlyList<object?>> values)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        for (var i = 0; i < columns.Count; i++)
        {
            var index = i;
            var column = new TableColumn(VisibleText.Part(columns[i], new Style(decoration: Decoration.Bold)));
            table.AddColumn(values.Any(row => ValueText.IsNumber(row[index])) ? column.RightAligned() : column);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            table.AddRow(rows[row].Zip(values[row], Cell));
        }

        var console = terminal.ResultConsole();
        if (!terminal.OutIsTerminal)
        {
            console.Profile.Width = int.MaxValue / 2;
        }

        console.Write(table);
    }

    static Text Cell(string text, object? value) => value is null or DBNull ? VisibleText.Part(text, new Style(decoration: Decoration.Dim)) : VisibleText.Part(text);

    static string TextOf(object? value) => value switch
    {
        null or DBNull => "null",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => ValueText.Of(value),
    };
}
