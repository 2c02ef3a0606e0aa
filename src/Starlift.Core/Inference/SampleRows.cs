using System.Text.Json;

namespace Starlift.Inference;

/// <summary>
/// Objects as rows of their scalar members, each value as a hash: enough to tell which members tell rows apart, and which depend on which.
/// </summary>
sealed class SampleRows
{
    /// <summary>More rows tell little more and cost memory.</summary>
    const int MostRows = 50_000;

    /// <summary>The hash of no value.</summary>
    const ulong Missing = 0;

    readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    readonly List<ulong[]> _rows = [];

    public int Count => _rows.Count;

    public void Add(JsonElement value)
    {
        if (_rows.Count == MostRows)
        {
            return;
        }

        var row = new ulong[Math.Max(_columns.Count, 4)];
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            {
                continue;
            }

            if (!_columns.TryGetValue(member.Name, out var column))
            {
                column = _columns.Count;
                _columns.Add(member.Name, column);
            }

            if (column >= row.Length)
            {
                Array.Resize(ref row, column * 2);
            }

            row[column] = Hash(member.Value.GetRawText());
        }

        _rows.Add(row);
    }

    /// <summary>No two rows have the same values there, and each row has a value.</summary>
    public bool IsKey(params IReadOnlyList<string> keys) => DistinctOf(keys) == Count;

    /// <summary>Each row has a value there.</summary>
    public bool IsFilled(string key) => _columns.TryGetValue(key, out var column) && _rows.TrueForAll(row => At(row, column) != Missing);

    /// <summary>How many different combinations of values; -1 where a row lacks one.</summary>
    public int DistinctOf(IReadOnlyList<string> keys)
    {
        if (!keys.All(_columns.ContainsKey))
        {
            return -1;
        }

        var columns = keys.Select(key => _columns[key]).ToList();
        var seen = new HashSet<ulong>();
        foreach (var row in _rows)
        {
            var hash = 14695981039346656037UL;
            foreach (var column in columns)
            {
                if (At(row, column) == Missing)
                {
                    return -1;
                }

                hash = (hash ^ At(row, column)) * 1099511628211UL;
            }

            seen.Add(hash);
        }

        return seen.Count;
    }

    /// <summary>Rows that agree in one member agree in the other.</summary>
    public bool Determines(string key, string dependent)
    {
        if (!_columns.TryGetValue(key, out var from) || !_columns.TryGetValue(dependent, out var to))
        {
            return false;
        }

        var known = new Dictionary<ulong, ulong>();
        return _rows.TrueForAll(row => known.TryAdd(At(row, from), At(row, to)) || known[At(row, from)] == At(row, to));
    }

    static ulong At(ulong[] row, int column) => column < row.Length ? row[column] : Missing;

    static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash == Missing ? 1 : hash;
    }
}
