using Spectre.Console;

namespace Starlift.Cli.Terminals;

/// <summary>A small table of what was done: names to the left, figures, written by <see cref="Quantity"/>, to the right.</summary>
static class SummaryTable
{
    public static void Write(Terminal terminal, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
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
