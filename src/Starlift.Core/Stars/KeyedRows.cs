using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>The rows of a star table by their keys, as texts that are the same whatever warehouse they come from.</summary>
sealed class KeyedRows
{
    readonly Dictionary<string, string[]> _rows = new(StringComparer.Ordinal);
    readonly IReadOnlyList<ColumnDefinition> _columns;

    /// <param name="columns">Of the rows, in their order.</param>
    /// <param name="key">Names of the columns that tell rows apart, all among them.</param>
    /// <param name="rows">A row whose key comes again takes the place of the one before.</param>
    public KeyedRows(IReadOnlyList<ColumnDefinition> columns, IReadOnlyList<string> key, IReadOnlyList<object?[]> rows)
    {
        _columns = columns;
        foreach (var row in rows)
        {
            var texts = columns.Zip(row, BagOfRows.Text).ToArray();
            _rows[string.Join(", ", columns.Zip(texts).Where(cell => key.Contains(cell.First.Name)).Select(cell => $"{cell.First.Name} = {cell.Second}"))] = texts;
        }
    }

    /// <summary>Keys that are here and not there, in their order.</summary>
    public IReadOnlyList<string> KeysBeyond(KeyedRows other) => [.. _rows.Keys.Where(key => !other._rows.ContainsKey(key)).Order(StringComparer.Ordinal)];

    /// <summary>Keys whose rows differ here and there, in their order.</summary>
    public IReadOnlyList<string> KeysThatDiffer(KeyedRows other) =>
        [.. _rows.Where(row => other._rows.TryGetValue(row.Key, out var there) && !row.Value.SequenceEqual(there)).Select(row => row.Key).Order(StringComparer.Ordinal)];

    /// <summary>The columns that differ in a row that both have, each with both values.</summary>
    public IEnumerable<(string Column, string Here, string There)> Differences(KeyedRows other, string key) =>
        _columns.Select((column, i) => (column.Name, _rows[key][i], other._rows[key][i])).Where(cell => cell.Item2 != cell.Item3);
}
