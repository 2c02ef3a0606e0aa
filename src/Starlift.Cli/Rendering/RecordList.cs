namespace Starlift.Cli.Rendering;

/// <summary>Writes rows that are too wide for a table one below the other, a line for each value.</summary>
static class RecordList
{
    /// <param name="output">Where to write.</param>
    /// <param name="columns">Names.</param>
    /// <param name="rows">Values.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var width = columns.Max(VisibleText.Width);
        for (var i = 0; i < rows.Count; i++)
        {
            output.WriteLine($"row {Quantity.Count(i + 1)}");
            for (var column = 0; column < columns.Count; column++)
            {
                output.WriteLine($"  {VisibleText.PadRight(columns[column], width)}  {rows[i][column]}".TrimEnd());
            }
        }
    }
}
