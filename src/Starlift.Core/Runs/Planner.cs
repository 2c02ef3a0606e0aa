using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Runs;

/// <summary>Makes plans. Pure: the same project, objects and ledger give the same plan.</summary>
public static class Planner
{
    /// <param name="project">What to run.</param>
    /// <param name="listings">By load name, the objects listed for it, in any order.</param>
    /// <param name="ledger">What earlier runs have loaded.</param>
    /// <exception cref="Errors.ConfigurationException">The models read each other in a circle.</exception>
    public static RunPlan Plan(
        Project project, IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings, IReadOnlyList<LedgerEntry> ledger)
    {
        var loaded = ledger.ToLookup(entry => entry.Load);
        return new RunPlan(
            [.. project.Loads.OrderBy(load => load.Name, StringComparer.Ordinal).Select(load => Plan(load, listings[load.Name], loaded[load.Name]))],
            ModelOrder.Of(project));
    }

    static LoadPlan Plan(Load load, IReadOnlyList<ObjectVersion> listing, IEnumerable<LedgerEntry> entries)
    {
        var known = entries.ToDictionary(entry => entry.Uri, StringComparer.Ordinal);
        List<ObjectVersion> added = [], changed = [], unchanged = [];
        foreach (var version in listing.OrderBy(version => version.Uri, StringComparer.Ordinal))
        {
            var kind = !known.Remove(version.Uri, out var entry) ? added : entry.Version == version.Version ? unchanged : changed;
            kind.Add(version);
        }

        return new LoadPlan
        {
            Load = load,
            New = added,
            Changed = changed,
            Unchanged = unchanged,
            Vanished = [.. known.Values.OrderBy(entry => entry.Uri, StringComparer.Ordinal)],
        };
    }
}
