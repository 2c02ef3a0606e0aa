namespace Starlift.Stars;

/// <summary>What differs of a table so far: how many keys of each kind, and the first of them in their order.</summary>
/// <param name="most">Examples of each kind.</param>
sealed class FoundDifferences(int most)
{
    readonly SortedDictionary<string, string> _missing = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, string> _extra = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, string> _different = new(StringComparer.Ordinal);

    public long Missing { get; private set; }

    public long Extra { get; private set; }

    public long Different { get; private set; }

    /// <summary>Some of the keys, first those that are missing, each with its row's differences where there are any.</summary>
    public (IEnumerable<string> Missing, IEnumerable<string> Extra, IEnumerable<(string Key, string Cells)> Different) Examples =>
        (_missing.Keys, _extra.Keys, _different.Select(row => (row.Key, row.Value)));

    /// <summary>Adds what differs of some of the rows; no key comes in two calls.</summary>
    /// <param name="published">These rows as they are published.</param>
    /// <param name="built">As they were built aside.</param>
    public void Add(KeyedRows published, KeyedRows built)
    {
        var missing = built.KeysBeyond(published);
        var extra = published.KeysBeyond(built);
        var different = published.KeysThatDiffer(built);
        Missing += missing.Count;
        Extra += extra.Count;
        Different += different.Count;
        Keep(_missing, missing, _ => "");
        Keep(_extra, extra, _ => "");
        Keep(_different, different, key => string.Join(", ", published.Differences(built, key).Select(cell => $"{cell.Column} is {cell.Here} and should be {cell.There}")));
    }

    void Keep(SortedDictionary<string, string> kept, IEnumerable<string> keys, Func<string, string> cells)
    {
        foreach (var key in keys.Take(most))
        {
            kept.Add(key, cells(key));
        }

        foreach (var beyond in kept.Keys.Skip(most).ToList())
        {
            kept.Remove(beyond);
        }
    }
}
