using Spectre.Console;

namespace Starlift.Cli.Terminals;

/// <summary>
/// A small table of what was done: names to the left, figures, written by <see cref="Quantity"/>, to the right. What is too wide for the terminal
/// is written as a query's rows are then, a line for each value, so that no word is broken.
/// </summary>
static class SummaryTable
{
    /// <summary>A blank on each side of a column, and another one between two.</summary>
    const int AroundColumn = 3;

    public static void Write(Terminal terminal, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (terminal.OutIsTerminal && rows.Count > 0 && columns.Select((column, i) => rows.Select(row => VisibleText.Width(row[i])).Append(VisibleText.Width(column)).Max() + AroundColumn).Sum() > terminal.Width)
        {
            RecordList.Write(terminal.Out, columns, rows);
            return;
        }

        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        for (var i = 0; i < columns.Count; i++)
        {
            var column = new TableColumn(VisibleText.Part(columns[i], new Style(decoration: Decoration.Bold))).NoWrap();
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => VisibleText.Part(cell)));
        }

        var console = terminal.ResultConsole();
        if (!terminal.OutIsTerminal)
        {
            console.Profile.Width = int.MaxValue / 2;
        }

        console.Write(table);
    }
}
