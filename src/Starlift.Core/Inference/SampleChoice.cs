using Starlift.Objects;

namespace Starlift.Inference;

/// <summary>
/// Which of many objects are looked at: the first and the last by key, which dates in keys make the oldest and the newest, the largest and the
/// smallest, and others evenly spread between them.
/// </summary>
static class SampleChoice
{
    /// <param name="objects">All that were listed.</param>
    /// <param name="most">How many may be chosen; at least 4.</param>
    /// <returns>In the order of their keys; objects without a byte are left out.</returns>
    public static IReadOnlyList<ObjectVersion> Of(IEnumerable<ObjectVersion> objects, int most)
    {
        var filled = objects.Where(version => version.Size > 0).OrderBy(version => version.Uri, StringComparer.Ordinal).ToList();
        if (filled.Count <= most)
        {
            return filled;
        }

        var chosen = new SortedSet<int> { 0, filled.Count - 1, IndexOfSize(filled, largest: true), IndexOfSize(filled, largest: false) };
        for (var (at, steps) = (1, most); at < steps && chosen.Count < most; at++)
        {
            chosen.Add((int)((long)at * (filled.Count - 1) / steps));
        }

        return [.. chosen.Select(index => filled[index])];
    }

    static int IndexOfSize(List<ObjectVersion> filled, bool largest) =>
        filled.IndexOf(largest ? filled.MaxBy(version => version.Size)! : filled.MinBy(version => version.Size)!);
}
