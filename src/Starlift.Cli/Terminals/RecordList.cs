namespace Starlift.Cli.Terminals;

/// <summary>Writes rows that are too wide for a table one below the other, a line for each value.</summary>
static class RecordList
{
    /// <param name="output">Where to write.</param>
    /// <param name="columns">Names.</param>
    /// <param name="rows">Values; enumerated once.</param>
    /// <returns>How many rows there were.</returns>
    public static long Write(TextWriter output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var width = columns.Max(VisibleText.Width);
        long count = 0;
        foreach (var row in rows)
        {
            output.WriteLine($"row {Quantity.Count(++count)}");
            for (var column = 0; column < columns.Count; column++)
            {
                output.WriteLine($"  {VisibleText.PadRight(columns[column], width)}  {row[column]}".TrimEnd());
            }
        }

        return count;
    }
}
