namespace Starlift.Cases;

/// <summary>Compares rows whose order means nothing.</summary>
static class RowBag
{
    /// <summary>Sentences for rows that only one side has.</summary>
    /// <param name="expected">One side, normalised.</param>
    /// <param name="found">The other one, normalised.</param>
    public static IEnumerable<string> Differences(IEnumerable<IReadOnlyList<string?>> expected, IEnumerable<IReadOnlyList<string?>> found)
    {
        var left = found.ToList();
        foreach (var row in expected)
        {
            if (left.FindIndex(candidate => candidate.SequenceEqual(row)) is >= 0 and var at)
            {
                left.RemoveAt(at);
            }
            else
            {
                yield return $"row missing: {Shown(row)}";
            }
        }

        foreach (var row in left)
        {
            yield return $"row too many: {Shown(row)}";
        }
    }

    public static string Shown(IEnumerable<string?> row) => string.Join(",", row.Select(cell => cell is null ? @"\N" : $"\"{cell}\""));
}
