namespace Starlift.Projects;

/// <summary>Hints for a name that is not one of those allowed.</summary>
static class Suggestion
{
    /// <summary>"did you mean …?" where a name is near, else the list of what is allowed; null where nothing is.</summary>
    public static string? For(string name, IEnumerable<string> allowed)
    {
        var names = allowed.ToList();
        return NearMiss.Hint(name, names) ?? (names.Count > 0 ? $"allowed: {string.Join(", ", names)}" : null);
    }
}
