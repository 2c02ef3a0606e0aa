namespace Starlift.Cli.Generating;

/// <summary>Ranks drawn as people choose: the weight of rank r is 1 / (r + flatness), after Zipf and Mandelbrot.</summary>
sealed class Popularity
{
    readonly long[] _cumulated;

    /// <param name="count">How many ranks there are, at least 1.</param>
    /// <param name="flatness">At least 1; the larger, the less the first ranks stand out.</param>
    public Popularity(int count, int flatness)
    {
        _cumulated = new long[count];
        var sum = 0L;
        for (var rank = 0; rank < count; rank++)
        {
            sum += (1L << 40) / (rank + flatness);
            _cumulated[rank] = sum;
        }
    }

    /// <summary>A 0-based rank.</summary>
    public int Draw(ref RandomNumbers random)
    {
        var found = Array.BinarySearch(_cumulated, random.Below(_cumulated[^1]));
        return found < 0 ? ~found : found + 1;
    }
}
