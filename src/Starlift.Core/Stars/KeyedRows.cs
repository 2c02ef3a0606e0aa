using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>Rows of a star table by their keys, as texts that are the same whatever warehouse they come from.</summary>
/// <param name="columns">Of the rows, in their order.</param>
/// <param name="key">Names of the columns that tell rows apart, all among them.</param>
sealed class KeyedRows(IReadOnlyList<ColumnDefinition> columns, IReadOnlyList<string> key)
{
    readonly Dictionary<string, string[]> _rows = new(StringComparer.Ordinal);

    /// <summary>A row's values as texts, and its key.</summary>
    public (string Key, string[] Texts) TextsOf(object?[] row)
    {
        var texts = columns.Zip(row, BagOfRows.Text).ToArray();
        return (string.Join(", ", columns.Zip(texts).Where(cell => key.Contains(cell.First.Name)).Select(cell => $"{cell.First.Name} = {cell.Second}")), texts);
    }

    /// <summary>A row whose key comes again takes the place of the one before.</summary>
    public void Add(string rowKey, string[] texts) => _rows[rowKey] = texts;

    /// <summary>Keys that are here and not there, in their order.</summary>
    public IReadOnlyList<string> KeysBeyond(KeyedRows other) => [.. _rows.Keys.Where(rowKey => !other._rows.ContainsKey(rowKey)).Order(StringComparer.Ordinal)];

    /// <summary>Keys whose rows differ here and there, in their order.</summary>
    public IReadOnlyList<string> KeysThatDiffer(KeyedRows other) =>
        [.. _rows.Where(row => other._rows.TryGetValue(row.Key, out var there) && !row.Value.SequenceEqual(there)).Select(row => row.Key).Order(StringComparer.Ordinal)];

    /// <summary>The columns that differ in a row that both have, each with both values.</summary>
    public IEnumerable<(string Column, string Here, string There)> Differences(KeyedRows other, string rowKey) =>
        columns.Select((column, i) => (column.Name, _rows[rowKey][i], other._rows[rowKey][i])).Where(cell => cell.Item2 != cell.Item3);
}
