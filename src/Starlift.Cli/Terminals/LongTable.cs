namespace Starlift.Cli.Terminals;

/// <summary>Writes a table row by row, laid out as <see cref="TextTable"/> does, with widths that are known before: a wider value moves the rest of its line.</summary>
static class LongTable
{
    const string Between = "   ";

    /// <param name="output">Where to write.</param>
    /// <param name="columns">Names, widths, and whether values stand to the right.</param>
    /// <param name="rows">Values; enumerated once.</param>
    /// <returns>How many rows there were.</returns>
    public static long Write(TextWriter output, IReadOnlyList<(string Name, int Width, bool IsNumber)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        output.WriteLine();
        WriteLine(columns.Select(column => column.Name));
        output.WriteLine(new string('─', columns.Sum(column => column.Width + Between.Length) + 1));
        long count = 0;
        foreach (var row in rows)
        {
            WriteLine(row);
            count++;
        }

        output.WriteLine();
        return count;

        void WriteLine(IEnumerable<string> texts) => output.WriteLine($"  {string.Join(Between, texts.Zip(columns, Cell))}  ");
    }

    static string Cell(string text, (string Name, int Width, bool IsNumber) column) => column.IsNumber
        ? $"{new string(' ', Math.Max(0, column.Width - VisibleText.Width(text)))}{text}"
        : VisibleText.PadRight(text, column.Width);
}
