using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Planning;

/// <summary>Makes plans. Pure: the same project, objects and ledger give the same plan.</summary>
public static class Planner
{
    /// <param name="project">What to run.</param>
    /// <param name="options">What to look at.</param>
    /// <param name="listings">By load name, the objects listed for it, in any order; of the loads looked at.</param>
    /// <param name="ledger">What earlier runs have loaded.</param>
    /// <param name="fills">From when on each star table holds what each load loads that its model reads.</param>
    /// <exception cref="ConfigurationException">The models read each other in a circle.</exception>
    /// <exception cref="StarliftException">An object changed, and the options forbid that.</exception>
    public static RunPlan Plan(
        Project project,
        RunOptions options,
        IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings,
        IReadOnlyList<LedgerEntry> ledger,
        IReadOnlyList<StarFill> fills)
    {
        var loaded = ledger.ToLookup(entry => entry.Load);
        var filled = fills.ToLookup(fill => fill.Load);
        var since = filled.ToDictionary(load => load.Key, load => load.Max(fill => fill.Since));
        List<LoadPlan> loads =
        [
            .. project.Loads
                .Where(load => listings.ContainsKey(load.Name))
                .OrderBy(load => load.Name, StringComparer.Ordinal)
                .Select(load => Plan(
                    load, options, ObjectsOf(load, listings), loaded[load.Name], options.FullRefresh ? long.MaxValue : since.GetValueOrDefault(load.Name))),
        ];
        return new RunPlan(loads, ModelOrder.Of(project))
        {
            FullRefresh = options.FullRefresh,
            Lacking = options.FullRefresh ? [] : [.. loads.SelectMany(load => Lacking(load, loaded[load.Load.Name], filled[load.Load.Name]))],
        };
    }

    // A store lists an object once, a manifest as often as somebody wrote it down.
    static IReadOnlyList<ObjectVersion> ObjectsOf(Load load, IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings) =>
        load.Copy.Manifest ? OneVersion.Of(listings[load.Name]) : listings[load.Name];

    static IEnumerable<MissingHistory> Lacking(LoadPlan load, IEnumerable<LedgerEntry> entries, IEnumerable<StarFill> fills)
    {
        var vanished = load.Vanished.Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
        var first = entries.Select(entry => entry.LoadId).DefaultIfEmpty(long.MaxValue).Min();
        return fills.Where(fill => fill.Since > first)
            .Select(fill => (fill.Table, Missing: entries.Where(entry => entry.LoadId < fill.Since).Select(entry => entry.Uri).ToList()))
            .Select(fill => new MissingHistory(fill.Table, load.Load.Name, fill.Missing.Count(uri => !vanished.Contains(uri)), fill.Missing.Count(vanished.Contains)));
    }

    /// <param name="load">What is planned.</param>
    /// <param name="options">What to look at.</param>
    /// <param name="listing">The load's objects.</param>
    /// <param name="entries">What it has loaded.</param>
    /// <param name="since">What an earlier COPY than this has loaded is loaded again.</param>
    static LoadPlan Plan(Load load, RunOptions options, IReadOnlyList<ObjectVersion> listing, IEnumerable<LedgerEntry> entries, long since)
    {
        // A ledger with an object twice does not stop a run, which may mend it; reconcile tells.
        var known = new Dictionary<string, LedgerEntry>(listing.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            known[entry.Uri] = entry;
        }

        List<ObjectVersion> added = [], changed = [], again = [], unchanged = [], left = [];
        foreach (var version in listing)
        {
            var isKnown = known.Remove(version.Uri, out var loadedBefore);
            var isUnchanged = isKnown && loadedBefore!.Version == version.Version;
            var kind = isUnchanged && loadedBefore!.LoadId >= since ? unchanged
                : !IsWanted(version, options) ? left
                : isUnchanged ? again
                : isKnown ? changed
                : added;
            kind.Add(version);
        }

        // Of most there is nothing to do but to count them.
        foreach (var kind in (List<ObjectVersion>[])[added, changed, again, left])
        {
            kind.Sort((one, other) => string.CompareOrdinal(one.Uri, other.Uri));
        }

        if (options.Changed == ChangedObjects.Fail && !options.FullRefresh && changed.Count > 0)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(
                $"{changed[0].Uri} was loaded in another version{(changed.Count > 1 ? $", and so were {changed.Count - 1} more objects" : "")}",
                load.Copy.Source.PlaceOf(load.Copy.FromIndex),
                "run with --changed reload to load changed objects again, or with --changed ignore to leave them"));
        }

        var ignores = options.Changed == ChangedObjects.Ignore && !options.FullRefresh;
        return new LoadPlan
        {
            Load = load,
            New = added,
            Changed = ignores ? [] : changed,
            Again = again,
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
