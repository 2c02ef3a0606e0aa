using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.History;

/// <summary>
/// Which SQL the rows of a star table come from: its model, the loads that the model reads, and the checks that were held against it. Kept as
/// fingerprints, a line each.
/// </summary>
sealed class BuiltFrom
{
    /// <summary>The fingerprint of what was changed while rows of its former text stayed.</summary>
    const string Mixed = "mixed";

    const string ModelPart = "model";
    const string LoadPart = "load ";
    const string CheckPart = "check ";

    /// <summary>Stands before the fingerprint of a load's JSONPaths file.</summary>
    const char Paths = '+';

    readonly SortedDictionary<string, string> _parts;

    BuiltFrom(SortedDictionary<string, string> parts) => _parts = parts;

    /// <summary>Nobody knows.</summary>
    public bool IsUnknown => _parts.Count == 0;

    /// <summary>The model is not that of the project.</summary>
    /// <param name="now">As the project says it now.</param>
    public bool HasOtherModel(BuiltFrom now) => Differing(now, ModelPart).Any();

    /// <summary>Loads that read otherwise now.</summary>
    /// <param name="now">As the project says it now.</param>
    public IEnumerable<string> OtherLoads(BuiltFrom now) => Differing(now, LoadPart).Where(_parts.ContainsKey).Select(part => part[LoadPart.Length..]);

    /// <summary>Checks that are new or say something else now, and whether they are new.</summary>
    /// <param name="now">As the project says it now.</param>
    public IEnumerable<(string Name, bool IsNew)> OtherChecks(BuiltFrom now) =>
        Differing(now, CheckPart).Select(part => (part[CheckPart.Length..], !_parts.ContainsKey(part)));

    /// <summary>As the project says it now.</summary>
    /// <param name="project">Whose SQL.</param>
    /// <param name="table">A star table.</param>
    /// <param name="jsonPaths">By load, the fingerprint of its JSONPaths file where that could be read.</param>
    public static BuiltFrom Of(Project project, Table table, IReadOnlyDictionary<string, string> jsonPaths)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var model in project.Models.Where(model => model.Table == table.Name))
        {
            parts[ModelPart] = model.Newest is { } newest ? Fingerprint.Of(model.Select, newest) : Fingerprint.Of(model.Select);
            foreach (var load in project.Loads.Where(load => model.Reads.Contains(load.Copy.Table)))
            {
                var paths = jsonPaths.TryGetValue(load.Name, out var file) ? $"{Paths}{file}" : "";
                parts[LoadPart + load.Name] = Fingerprint.Of(load.Copy, project.Table(load.Copy.Table)!.Definition) + paths;
            }
        }

        foreach (var check in project.Checks.Where(check => check.Reads.Contains(table.Name)))
        {
            parts[CheckPart + check.Name] = Fingerprint.Of(check.Select, $"{check.Severity} {check.Threshold}");
        }

        return new BuiltFrom(parts);
    }

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static BuiltFrom Read(string text)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            parts[line[(blank + 1)..]] = line[..blank];
        }

        return new BuiltFrom(parts);
    }

    /// <summary>After a run that merges into the table: what brings rows now and brought others before is neither.</summary>
    /// <param name="now">As the project says it now.</param>
    /// <param name="loading">The loads that bring rows.</param>
    public BuiltFrom After(BuiltFrom now, IReadOnlySet<string> loading)
    {
        if (IsUnknown)
        {
            return now;
        }

        var isFed = now._parts.Keys.Any(part => part.StartsWith(LoadPart, StringComparison.Ordinal) && loading.Contains(part[LoadPart.Length..]));
        var parts = new SortedDictionary<string, string>(now._parts, StringComparer.Ordinal);
        foreach (var (part, before) in _parts.Where(part => !part.Key.StartsWith(CheckPart, StringComparison.Ordinal)))
        {
            if (parts.TryGetValue(part, out var after) && !IsSame(after, before))
            {
                parts[part] = (part == ModelPart ? isFed : loading.Contains(part[LoadPart.Length..])) ? Mixed : before;
            }
        }

        return new BuiltFrom(parts);
    }

    public override string ToString() => string.Join('\n', _parts.Select(part => $"{part.Value} {part.Key}"));

    IEnumerable<string> Differing(BuiltFrom now, string kind) =>
        IsUnknown ? [] : now._parts.Where(part => part.Key.StartsWith(kind, StringComparison.Ordinal) && !IsSame(_parts.GetValueOrDefault(part.Key), part.Value)).Select(part => part.Key);

    // What is in a JSONPaths file is unknown where it could not be read, and of rows that an earlier version loaded.
    static bool IsSame(string? one, string? other)
    {
        var (first, second) = (one?.Split(Paths) ?? [], other?.Split(Paths) ?? []);
        return first is [var firstLoad, ..] && second is [var secondLoad, ..] && firstLoad == secondLoad
            && (first is not [_, var firstPaths] || second is not [_, var secondPaths] || firstPaths == secondPaths);
    }
}
