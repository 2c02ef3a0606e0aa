using System.Globalization;
using Spectre.Console;

namespace Starlift.Cli.Rendering;

/// <summary>Writes a result as a table for people; nulls are shown as such, numbers stand to the right.</summary>
static class TextTable
{
    public static void Write(Terminal terminal, ResultTable result)
    {
        var rows = result.Rows.ToList();
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        for (var i = 0; i < result.Columns.Count; i++)
        {
            var index = i;
            var column = new TableColumn(new Text(Shown(result.Columns[i]), new Style(decoration: Decoration.Bold)));
            table.AddColumn(rows.Any(row => ValueText.IsNumber(row[index])) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(Cell));
        }

        var console = terminal.ResultConsole();
        if (!terminal.OutIsTerminal)
        {
            // Nobody looks at a file through a window: folding lines would only hinder.
            console.Profile.Width = int.MaxValue / 2;
        }

        console.Write(table);
        terminal.Out.WriteLine(Quantity.Count(rows.Count, "row", "rows"));
    }

    static Text Cell(object? value) => value is null or DBNull
        ? new Text("null", new Style(decoration: Decoration.Dim))
        : new Text(Shown(value is DateTime time ? time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) : ValueText.Of(value)));

    /// <summary>Control characters would move the cursor; they are shown as the signs that Unicode has for them.</summary>
    static string Shown(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => c < ' ' ? (char)('\u2400' + c) : char.IsControl(c) ? '\uFFFD' : c)) : text;
}
