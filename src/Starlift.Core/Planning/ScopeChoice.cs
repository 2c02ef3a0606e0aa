using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>
/// Chooses whether what changed and vanished objects concern is corrected by the scopes of its models, or built anew. It is not where anything could
/// get lost by it: what a scope does not reach is always built anew.
/// </summary>
/// <param name="project">What to run.</param>
/// <param name="options">What was asked for.</param>
/// <param name="choice">The objects that the options name.</param>
/// <param name="known">What the target knows of the scopes.</param>
sealed class ScopeChoice(Project project, RunOptions options, ObjectChoice choice, KnownScopes known)
{
    readonly RebuildScope _scope = new(project);

    /// <param name="loads">What is there for each load that is looked at.</param>
    /// <param name="ledger">What was loaded, by load, undone objects too.</param>
    /// <param name="lacking">Star tables that lack what was loaded before.</param>
    /// <param name="tables">What the target has of each.</param>
    /// <returns>The correction, or why there is none; neither where nothing has a scope, or nothing is to be corrected.</returns>
    public (ScopedCorrection? Correction, string? Reason) Of(
        IReadOnlyList<LoadPlan> loads, ILookup<string, LedgerEntry> ledger, IReadOnlyList<MissingHistory> lacking, IReadOnlyList<PlannedTable> tables)
    {
        if (options.FullRefresh || options.Rebuild.Count > 0 || RebuildChoice.PolicyOf(project, options, choice) != ChangedObjects.Rebuild)
        {
            return (null, null);
        }

        var corrected = CorrectedOf(loads);
        var fed = _scope.FedBy(corrected).ToHashSet();
        var models = project.Models.Where(model => fed.Contains(model.Table)).ToList();
        if (!models.Exists(model => model.Replaces is not null))
        {
            return (null, null);
        }

        var readers = ReadersOf(fed);
        return ReasonOf(loads.Where(load => corrected.Contains(load.Load.Name)).ToList(), models, readers, ledger, lacking, tables) is { } reason
            ? (null, reason)
            : (new ScopedCorrection(models, corrected, [.. project.StarTables.Select(table => table.Name).Where(readers.Contains)]), null);
    }

    HashSet<string> CorrectedOf(IReadOnlyList<LoadPlan> loads)
    {
        IEnumerable<string> named = choice.IsAny
            ? choice.Undone.Concat(choice.Reloaded).Select(entry => entry.Load)
            : loads.Where(load => load.Changed.Count > 0).Select(load => load.Load.Name);
        var removed = RebuildChoice.TakesOut(project, options) ? loads.Where(load => load.Vanished.Count > 0).Select(load => load.Load.Name) : [];
        return [.. named, .. removed];
    }

    HashSet<TableName> ReadersOf(HashSet<TableName> fed)
    {
        HashSet<TableName> readers = [];
        for (var before = -1; before < readers.Count;)
        {
            before = readers.Count;
            readers.UnionWith(project.Models.Where(model => !fed.Contains(model.Table) && (model.Reads.Overlaps(fed) || model.Reads.Overlaps(readers))).Select(model => model.Table));
        }

        return readers;
    }

    string? ReasonOf(
        IReadOnlyList<LoadPlan> loads, IReadOnlyList<Model> models, HashSet<TableName> readers, ILookup<string, LedgerEntry> ledger,
        IReadOnlyList<MissingHistory> lacking, IReadOnlyList<PlannedTable> tables)
    {
        var fed = models.Select(model => model.Table).ToHashSet();
        if (models.FirstOrDefault(model => model.Replaces is null) is { } unscoped)
        {
            return $"model {unscoped.Name} reads the same records and has no '-- replaces:'";
        }

        if (!known.TellsObjects)
        {
            return "the warehouse's COPY does not tell which object a row came from";
        }

        if (lacking.FirstOrDefault(missing => missing.Objects > 0) is { } late)
        {
            return $"table {late.Table} lacks what was loaded before it was made";
        }

        if (tables.FirstOrDefault(table => (fed.Contains(table.Table) || readers.Contains(table.Table)) && table.State != TableState.Own) is { } other)
        {
            return $"Starlift does not know what brought the rows of table {other.Table}";
        }

        if (models.FirstOrDefault(model => known.Outdated.Contains(model.Table)) is { } outdated)
        {
            return $"the SQL that table {outdated.Table} comes from was changed";
        }

        if (project.Models.FirstOrDefault(model => readers.Contains(model.Table) && _scope.LoadsOf(model).Any()) is { } mixed)
        {
            return $"model {mixed.Name} reads staged records and what is corrected";
        }

        if (models.FirstOrDefault(model => model.Reads.Any(read => read != model.Table && (fed.Contains(read) || readers.Contains(read)))) is { } reading)
        {
            return $"model {reading.Name} reads another table that is corrected";
        }

        return loads.Select(load => ReasonOf(load, models, ledger)).FirstOrDefault(reason => reason is not null);
    }

    string? ReasonOf(LoadPlan load, IReadOnlyList<Model> models, ILookup<string, LedgerEntry> ledger)
    {
        var entries = ledger[load.Load.Name].ToList();
        if (entries.Exists(entry => entry.IsMerged))
        {
            return $"earlier versions of objects of {load.Load.Name} were merged by key";
        }

        // A changed object that is left may hold a key, and its earlier version can't be read any more.
        var names = ObjectNames.Of(load.Load.Copy, project.Folder);
        var uris = entries.Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
        var chosen = choice.Reloaded.Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
        var undone = choice.Undone.Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
        if (load.Left.Any(version => uris.Contains(names.Of(version.Uri)) && !undone.Contains(names.Of(version.Uri)))
            || (choice.IsAny && load.Changed.Any(version => !chosen.Contains(names.Of(version.Uri)))))
        {
            return $"other objects of {load.Load.Name} changed, too";
        }

        var scopes = models.Where(model => model.Replaces!.Load == load.Load.Name).Select(model => model.Replaces!.NameIn(project.Name)).Distinct();
        return scopes.Any(scope => !known.Objects.TryGetValue(scope, out var objects) || !entries.TrueForAll(entry => objects.Contains((entry.LoadId, entry.Uri))))
            ? $"the keys of objects of {load.Load.Name} are not known yet; they are after this run"
            : null;
    }
}
