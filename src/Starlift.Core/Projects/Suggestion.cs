namespace Starlift.Projects;

/// <summary>Hints for a name that is not one of those allowed.</summary>
static class Suggestion
{
    /// <summary>"did you mean …?" where a name is close, else the list of what is allowed; null where nothing is.</summary>
    public static string? For(string name, IEnumerable<string> allowed)
    {
        var names = allowed.Order(StringComparer.Ordinal).ToList();
        return Nearest(name, names) is { } nearest ? $"did you mean '{nearest}'?"
            : names.Count > 0 ? $"allowed: {string.Join(", ", names)}"
            : null;
    }

    /// <summary>The name that a slip of the fingers away is <paramref name="name"/>; null where none is.</summary>
    public static string? Nearest(string name, IEnumerable<string> names) => names
        .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.Distance <= Math.Max(1, Math.Min(name.Length, pair.Name.Length) / 3))
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.Name)
        .FirstOrDefault();

    // Optimal string alignment: unlike Levenshtein's, it counts two swapped letters as one slip.
    static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                cost[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(i, j);
            }
        }

        return cost[left.Length, right.Length];

        int Cheapest(int i, int j)
        {
            var replaced = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            var best = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
        }
    }
}
