using Starlift.Errors;
using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Runs;

/// <summary>Makes plans. Pure: the same project, objects and ledger give the same plan.</summary>
public static class Planner
{
    /// <param name="project">What to run.</param>
    /// <param name="options">What to look at.</param>
    /// <param name="listings">By load name, the objects listed for it, in any order; of the loads looked at.</param>
    /// <param name="ledger">What earlier runs have loaded.</param>
    /// <exception cref="ConfigurationException">The models read each other in a circle.</exception>
    /// <exception cref="StarliftException">An object changed, and the options forbid that.</exception>
    public static RunPlan Plan(
        Project project,
        RunOptions options,
        IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings,
        IReadOnlyList<LedgerEntry> ledger)
    {
        var loaded = (options.FullRefresh ? [] : ledger).ToLookup(entry => entry.Load);
        return new RunPlan(
            [
                .. project.Loads
                    .Where(load => listings.ContainsKey(load.Name))
                    .OrderBy(load => load.Name, StringComparer.Ordinal)
                    .Select(load => Plan(load, options, OneVersion.Of(listings[load.Name]), loaded[load.Name])),
            ],
            ModelOrder.Of(project))
        {
            FullRefresh = options.FullRefresh,
        };
    }

    static LoadPlan Plan(Load load, RunOptions options, IReadOnlyList<ObjectVersion> listing, IEnumerable<LedgerEntry> entries)
    {
        // A ledger with an object twice does not stop a run, which may mend it; reconcile tells.
        var known = new Dictionary<string, LedgerEntry>(listing.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            known[entry.Uri] = entry;
        }

        List<ObjectVersion> added = [], changed = [], unchanged = [], left = [];
        foreach (var version in listing)
        {
            var isKnown = known.Remove(version.Uri, out var loadedBefore);
            var isUnchanged = isKnown && loadedBefore!.Version == version.Version;
            var kind = isUnchanged ? unchanged : !IsWanted(version, options) ? left : !isKnown ? added : changed;
            kind.Add(version);
        }

        // Of most there is nothing to do but to count them.
        foreach (var kind in (List<ObjectVersion>[])[added, changed, left])
        {
            kind.Sort((one, other) => string.CompareOrdinal(one.Uri, other.Uri));
        }

        if (options.Changed == ChangedObjects.Fail && changed.Count > 0)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(
                $"{changed[0].Uri} was loaded in another version{(changed.Count > 1 ? $", and so were {changed.Count - 1} more objects" : "")}",
                load.Copy.Source.PlaceOf(load.Copy.FromIndex),
                "run with --changed reload to load changed objects again, or with --changed ignore to leave them"));
        }

        var ignores = options.Changed == ChangedObjects.Ignore;
        return new LoadPlan
        {
            Load = load,
            New = added,
            Changed = ignores ? [] : changed,
            Unchanged = unchanged,
            Left = ignores ? [.. left, .. changed] : left,
            Vanished = [.. known.Values.OrderBy(entry => entry.Uri, StringComparer.Ordinal)],
        };
    }

    /// <summary>An object whose key holds no date is within every period.</summary>
    static bool IsWanted(ObjectVersion version, RunOptions options) =>
        (options.Since is null && options.Until is null)
        || KeyDate.Of(version.Uri) is not { } days
        || ((options.Since is not { } since || days.Last >= since) && (options.Until is not { } until || days.First <= until));
}
