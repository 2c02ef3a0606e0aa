namespace Starlift.Cli.Rendering;

/// <summary>Writes rows that are too wide for a table one below the other, a line for each value.</summary>
static class RecordList
{
    /// <param name="output">Where to write.</param>
    /// <param name="columns">Names, as they are to be shown.</param>
    /// <param name="rows">Values, as they are to be shown.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var width = columns.Max(column => column.Length);
        for (var i = 0; i < rows.Count; i++)
        {
            output.WriteLine($"row {Quantity.Count(i + 1)}");
            for (var column = 0; column < columns.Count; column++)
            {
                output.WriteLine($"  {columns[column].PadRight(width)}  {rows[i][column]}".TrimEnd());
            }
        }
    }
}
