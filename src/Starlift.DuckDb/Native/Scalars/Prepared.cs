namespace Starlift.DuckDb.Native.Scalars;

/// <summary>What a thread has made of texts: formats and patterns that are the same for many rows are read once.</summary>
static class Prepared<T>
    where T : class
{
    const int Most = 256;

    [ThreadStatic]
    static Dictionary<(string, string), T>? _known;

    [ThreadStatic]
    static Last? _last;

    public static T Get(ReadOnlySpan<char> first, ReadOnlySpan<char> second, Func<string, string, T> prepare)
    {
        // nearly always the text of the row before
        if (_last is { } last && first.SequenceEqual(last.First) && second.SequenceEqual(last.Second))
        {
            return last.Value;
        }

        _known ??= [];
        var key = (first.ToString(), second.ToString());
        if (!_known.TryGetValue(key, out var value))
        {
            value = prepare(key.Item1, key.Item2);
            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            _known[key] = value;
        }

        _last = new Last(key.Item1, key.Item2, value);
        return value;
    }

    sealed record Last(string First, string Second, T Value);
}
