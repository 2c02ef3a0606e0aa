using Starlift.Copying;
using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Staging for models with a scope. While a load is staged, it notes which keys each object holds. For a correction it finds the keys that the corrected
/// objects held or hold, reads again what else holds one of them, takes the rows of these keys out of the star, and gives each model the records of these
/// keys together with what is new. Without a scope it does nothing. Used once.
/// </summary>
/// <param name="project">Whose models.</param>
/// <param name="warehouse">Where.</param>
sealed class ScopedStaging(Project project, IWarehouse warehouse)
{
    const string ObjectColumn = "starlift_object";
    const int MostExamples = 3;

    readonly IReadOnlyList<ScopeKey> _keys = warehouse.Capabilities.TellsObjects ? ScopeKey.Of(project) : [];
    readonly HashSet<TableName> _read = [];
    readonly Dictionary<TableName, ScopeKey> _staged = [];

    /// <summary>Staging tables beside which there are records of objects that were read again.</summary>
    public IReadOnlySet<TableName> Read => _read;

    /// <summary>As the warehouse's own; of a load that feeds a model with a scope the keys of its objects are noted.</summary>
    public async Task<CopyResult> CopyAsync(
        Load load, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken)
    {
        var keys = KeysOf(load).ToList();
        if (keys.Count == 0 || load.Copy.NoLoad)
        {
            return await warehouse.CopyAsync(load.Copy, table, objects, progress, cancellationToken);
        }

        var name = table.Name.Quoted;
        // A run that was stopped has left it to the next one of the session.
        if (await warehouse.ColumnsOfAsync(table.Name, cancellationToken) is { } columns && !columns.Contains(ObjectColumn))
        {
            await warehouse.ExecuteAsync($"alter table {name} add column {ObjectColumn} integer", cancellationToken);
        }

        var result = await warehouse.CopyAsync(load.Copy with { ObjectColumn = ObjectColumn }, table, objects, progress, cancellationToken);
        if (result.Failed)
        {
            return result;
        }

        foreach (var key in keys)
        {
            await MakeAsync(key.Held, $"select distinct {ObjectColumn} as object_index, {key.OfRecord} as scope_key from {name}", cancellationToken);
        }

        await warehouse.ExecuteAsync($"alter table {name} drop column {ObjectColumn}", cancellationToken);
        return result;
    }

    /// <summary>Finds the keys whose rows are replaced, and reads again what holds them; to be called when all loads are staged.</summary>
    /// <param name="plan">With a correction.</param>
    /// <param name="steps">Is told how many objects were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ConfigurationException">An object that is no longer there brought rows of one of the keys.</exception>
    public async Task CorrectAsync(RunPlan plan, RunSteps steps, CancellationToken cancellationToken)
    {
        foreach (var load in plan.Loads.Where(load => plan.Scoped!.Loads.Contains(load.Load.Name)))
        {
            var names = ObjectNames.Of(load.Load.Copy, project.Folder);
            var ledger = plan.Ledger.Where(entry => entry.Load == load.Load.Name).ToDictionary(entry => entry.Uri, StringComparer.Ordinal);
            List<LedgerEntry> corrected = [.. load.Changed.Select(version => ledger[names.Of(version.Uri)]), .. load.TakenOut, .. load.Undone];
            var isCorrected = corrected.Select(entry => entry.Uri).ToHashSet(StringComparer.Ordinal);
            HashSet<string> holding = [];
            foreach (var key in KeysOf(load.Load))
            {
                await FindKeysAsync(key, load, corrected, cancellationToken);
                var others = await ScopeMap.HoldingAsync(
                    warehouse, key.Name, key.Rank, key.Keys, known => !isCorrected.Contains(known.Uri) && ledger.TryGetValue(known.Uri, out var entry) && entry.LoadId == known.LoadId, cancellationToken);
                holding.UnionWith(others.Select(known => known.Uri));
            }

            var versions = load.Unchanged.Where(version => holding.Contains(names.Of(version.Uri))).OrderBy(version => version.Uri, StringComparer.Ordinal).ToList();
            ThrowIfLosing(load, [.. holding.Except(versions.Select(version => names.Of(version.Uri))).Order(StringComparer.Ordinal)]);
            if (versions.Count > 0)
            {
                await ReadAsync(load.Load, versions, steps, cancellationToken);
            }
        }
    }

    /// <summary>Takes the rows of the keys out of the star.</summary>
    public async Task TakeOutAsync(ScopedCorrection correction, CancellationToken cancellationToken)
    {
        foreach (var model in correction.Models)
        {
            var scope = model.Replaces!;
            await warehouse.ExecuteAsync(
                $"delete from {model.Table.Quoted} where {KeyOf(scope).IsReplaced(scope, project.Table(model.Table)!.Definition)}", cancellationToken);
        }
    }

    /// <summary>Makes staging hold what is new and what else there is of the model's keys.</summary>
    /// <param name="model">With a scope; of a correction.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task StageAsync(Model model, CancellationToken cancellationToken)
    {
        var key = KeyOf(model.Replaces!);
        var table = key.Scope.Staging;
        if (!_read.Contains(table) || _staged.GetValueOrDefault(table) == key)
        {
            return;
        }

        var columns = string.Join(", ", project.Table(table)!.Definition.Columns.Where(column => column.Identity is null).Select(column => Quoting.Name(column.Name)));
        if (_keys.Count(other => other.Scope.Staging == table) > 1)
        {
            var loaded = LoadedOf(table);
            if (!_staged.ContainsKey(table))
            {
                await MakeAsync(loaded, $"select {columns} from {table.Quoted}", cancellationToken);
            }

            await warehouse.ExecuteAsync($"delete from {table.Quoted}; insert into {table.Quoted} ({columns}) select {columns} from {loaded}", cancellationToken);
        }

        _staged[table] = key;
        await warehouse.ExecuteAsync(
            $"insert into {table.Quoted} ({columns}) select {columns} from {OthersOf(table).Name} where {key.OfRecord} in (select scope_key from {key.Keys})", cancellationToken);
    }

    /// <summary>Remembers which keys the objects hold that were loaded; to be called when the ledger is written, in the run's transaction.</summary>
    /// <param name="loads">With the number of each COPY.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(IEnumerable<(Load Load, long LoadId, CopyResult Result)> loads, CancellationToken cancellationToken)
    {
        if (_keys.Count == 0)
        {
            return;
        }

        await ScopeMap.PrepareAsync(warehouse, cancellationToken);
        foreach (var (load, loadId, result) in loads.Where(loaded => KeysOf(loaded.Load).Any()))
        {
            // Uris are data: they go through a table, not through SQL text.
            var names = ObjectNames.Of(load.Copy, project.Folder);
            var objects = new TableName(null, "starlift_staged_objects");
            await warehouse.ExecuteAsync($"drop table if exists {objects.Name}; create temp table {objects.Name} (object_index integer, uri varchar(max))", cancellationToken);
            await warehouse.AppendAsync(objects, result.Objects.Select((counts, i) => new object?[] { i, names.Of(counts.Object.Uri) }), cancellationToken);
            foreach (var (number, key) in KeysOf(load).Index())
            {
                await ScopeMap.WriteAsync(warehouse, loadId, key.Name, number * result.Objects.Count, key.Rank, objects.Name, key.Held, cancellationToken);
            }
        }
    }

    async Task FindKeysAsync(ScopeKey key, LoadPlan load, IReadOnlyList<LedgerEntry> corrected, CancellationToken cancellationToken)
    {
        var versions = corrected.Select(entry => (entry.LoadId, entry.Uri)).ToHashSet();
        var known = (await ScopeMap.ObjectsAsync(warehouse, key.Name, cancellationToken)).Where(known => versions.Contains((known.LoadId, known.Uri)));
        List<string> queries = [ScopeMap.KeysOf(known)];
        if (load.Changed.Count > 0)
        {
            queries.Add($"select scope_key from {key.Held} where object_index between {load.New.Count} and {load.New.Count + load.Changed.Count - 1}");
        }

        await MakeAsync(key.Keys, string.Join(" union ", queries), cancellationToken);
    }

    // These objects are in the ledger and stay what they are: only some of their records are wanted again.
    async Task ReadAsync(Load load, List<ObjectVersion> versions, RunSteps steps, CancellationToken cancellationToken)
    {
        using var step = steps.Begin(StepKind.Reload, load.Name);
        var others = OthersOf(load.Copy.Table);
        var copy = load.Copy with { Table = others };
        var table = project.Table(load.Copy.Table)!.Definition with { Name = others, Temporary = true };
        await warehouse.ExecuteAsync($"drop table if exists {others.Name}", cancellationToken);
        await warehouse.ExecuteAsync(table, cancellationToken);
        using var result = await warehouse.CopyAsync(copy, table, versions, new CopyProgress(), cancellationToken);
        if (result.Failed)
        {
            throw LoadFailure.Of(load.Copy, result);
        }

        LoadFailure.ThrowIfUnaccounted(load, versions, result);
        _read.Add(load.Copy.Table);
        step.RowsRead = versions.Count;
        step.IsDone = true;
    }

    static void ThrowIfLosing(LoadPlan load, IReadOnlyList<string> lost)
    {
        if (lost.Count > 0)
        {
            throw new ConfigurationException(
                $"correcting {load.Load.Name} would drop what {(lost.Count == 1 ? "one object" : $"{lost.Count} objects")} brought that {(lost.Count == 1 ? "is" : "are")} no longer there: "
                    + string.Join(", ", lost.Take(MostExamples)) + (lost.Count > MostExamples ? ", …" : ""),
                hint: "put them back, run with --changed merge to keep it and merge what changed by key, or with --drop-vanished to lose what they brought");
        }
    }

    IEnumerable<ScopeKey> KeysOf(Load load) => _keys.Where(key => key.Scope.Load == load.Name);

    ScopeKey KeyOf(ModelScope scope) => _keys.First(key => key.Scope.IsSame(scope));

    TableName OthersOf(TableName staging) => new(null, $"starlift_others_{NumberOf(staging)}");

    string LoadedOf(TableName staging) => $"starlift_loaded_{NumberOf(staging)}";

    int NumberOf(TableName staging) => _keys.First(key => key.Scope.Staging == staging).Number;

    async Task MakeAsync(string table, string query, CancellationToken cancellationToken) =>
        await warehouse.ExecuteAsync($"drop table if exists {table}; create temp table {table} as {query}", cancellationToken);
}
