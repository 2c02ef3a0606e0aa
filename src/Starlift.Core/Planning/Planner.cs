using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>Makes plans. Pure: the same project, objects and ledger give the same plan.</summary>
public static class Planner
{
    /// <param name="project">What to run.</param>
    /// <param name="options">What to look at.</param>
    /// <param name="listings">By load name, the objects listed for it, in any order; of the loads looked at.</param>
    /// <param name="ledger">What earlier runs have loaded.</param>
    /// <param name="fills">From when on each star table holds what each load loads that its model reads.</param>
    /// <param name="tables">What the target has of each star table.</param>
    /// <param name="choice">The objects that the options name.</param>
    /// <param name="scopes">What the target knows of the scopes of models; null where no model has one.</param>
    /// <exception cref="ConfigurationException">The models read each other in a circle, or what is rebuilt needs a load that is not looked at.</exception>
    /// <exception cref="StarliftException">An object changed, and the options forbid that.</exception>
    public static RunPlan Plan(
        Project project,
        RunOptions options,
        IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings,
        IReadOnlyList<LedgerEntry> ledger,
        IReadOnlyList<StarFill> fills,
        IReadOnlyList<PlannedTable> tables,
        ObjectChoice choice,
        KnownScopes? scopes = null)
    {
        var loaded = (choice.Undone.Count == 0 ? ledger : ledger.Where(entry => !choice.Undone.Contains(entry))).ToLookup(entry => entry.Load);
        var filled = fills.ToLookup(fill => fill.Load);
        var listed = project.Loads.Where(load => listings.ContainsKey(load.Name)).OrderBy(load => load.Name, StringComparer.Ordinal).ToList();
        var sorting = new ObjectSorting(project.Folder, options.Since, options.Until, choice.Reloaded);
        var sorted = listed.Select(load => sorting.Sort(
            load, listings[load.Name], loaded[load.Name], filled[load.Name].Select(fill => fill.Since).DefaultIfEmpty(0).Max())).ToList();
        var lacking = sorted.SelectMany(load => Lacking(load, loaded[load.Load.Name], filled[load.Load.Name])).ToList();
        var policy = RebuildChoice.PolicyOf(project, options, choice);
        if (policy == ChangedObjects.Fail && !options.FullRefresh)
        {
            ThrowIfChanged(sorted);
        }

        var (scoped, unscoped) = scopes is null ? (null, null) : new ScopeChoice(project, options, choice, scopes).Of(sorted, ledger.ToLookup(entry => entry.Load), lacking, tables);
        var rebuild = scoped is not null ? new Rebuild(scoped.Readers, [], []) : RebuildChoice.Of(project, options, sorted, lacking, tables, choice);
        var scope = new RebuildScope(project);
        var reloaded = rebuild.Loads.ToHashSet();
        var again = sorted.Where(load => reloaded.Contains(load.Load.Name));
        // Whoever drops everything, or is told to, has nothing left of them.
        var isDropped = options.FullRefresh || RebuildChoice.TakesOut(project, options);
        var lost = isDropped ? [.. again.SelectMany(load => load.Vanished)] : new RebuildLosses(project, tables, fills).Of(rebuild, again);
        var leavesNew = options.Rebuild.Count > 0 || choice.IsAny;
        LoadPlan Settled(LoadPlan load) => reloaded.Contains(load.Load.Name)
            ? sorting.SortAll(load.Load, listings[load.Load.Name], loaded[load.Load.Name]).Leaving(added: leavesNew, changed: false) with { KeepsVanished = !isDropped }
            : choice.Reloaded.Count > 0 ? load.WithChanged(ChosenOf(load.Load))
            : load.Leaving(added: leavesNew, changed: leavesNew || policy == ChangedObjects.Ignore) with { Ignored = policy == ChangedObjects.Ignore ? load.Changed : [] };
        HashSet<string> ChosenOf(Load load)
        {
            var names = ObjectNames.Of(load.Copy, project.Folder);
            var chosen = choice.Reloaded.Where(entry => entry.Load == load.Name).Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
            return [.. listings[load.Name].Select(version => version.Uri).Where(uri => chosen.Contains(names.Of(uri)))];
        }

        return new RunPlan(
            [.. sorted.Select(load => Settled(load) with
            {
                RebuildsAll = scoped?.Loads.Contains(load.Load.Name) == true || scope.FedBy(new HashSet<string> { load.Load.Name }).All(rebuild.Tables.Contains),
                TakenOut = scoped?.Loads.Contains(load.Load.Name) == true && isDropped ? load.Vanished : [],
                Undone = [.. choice.Undone.Where(entry => entry.Load == load.Load.Name).OrderBy(entry => entry.Uri, StringComparer.Ordinal)],
            })],
            ModelOrder.Of(project))
        {
            FullRefresh = options.FullRefresh,
            Rebuild = rebuild,
            Scoped = scoped,
            Unscoped = unscoped,
            Ledger = ledger,
            Warnings = ModelWarnings.Of(project),
            Lacking = options.FullRefresh ? [] : lacking,
            Lost = lost,
            Choice = choice,
            Task = choice.IsAny ? options.Task : null,
            Tables = tables,
        };
    }

    static IEnumerable<MissingHistory> Lacking(LoadPlan load, IEnumerable<LedgerEntry> entries, IEnumerable<StarFill> fills)
    {
        var vanished = load.Vanished.Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
        var first = entries.Select(entry => entry.LoadId).DefaultIfEmpty(long.MaxValue).Min();
        return fills.Where(fill => fill.Since > first)
            .Select(fill => (fill.Table, Missing: entries.Where(entry => entry.LoadId < fill.Since).Select(entry => entry.Uri).ToList()))
            .Select(fill => new MissingHistory(fill.Table, load.Load.Name, fill.Missing.Count(uri => !vanished.Contains(uri)), fill.Missing.Count(vanished.Contains)));
    }

    static void ThrowIfChanged(IReadOnlyList<LoadPlan> loads)
    {
        foreach (var load in loads.Where(load => load.Changed.Count > 0))
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(
                $"{load.Changed[0].Uri} was loaded in another version{(load.Changed.Count > 1 ? $", and so were {load.Changed.Count - 1} more objects" : "")}",
                load.Load.Copy.Source.PlaceOf(load.Load.Copy.FromIndex),
                "run with --changed rebuild to build anew what they concern, with --changed merge to merge their rows by key, or with --changed ignore to leave them"));
        }
    }
}
