using System.Globalization;
using Starlift.Copying;
using Starlift.History;
using Starlift.Lineage;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Warehouses;

namespace Starlift.Provenance;

/// <summary>Looks for the records of a key in all objects of a load: stages them in a warehouse of its own, whose COPY tells where each record stands.</summary>
/// <param name="project">Whose load.</param>
/// <param name="target">Has the ledger; is only read.</param>
/// <param name="aside">Where the objects are staged; its COPY tells objects.</param>
/// <param name="store">Where they are.</param>
public sealed class RecordSearch(Project project, IWarehouse target, IWarehouse aside, IObjectStore store)
{
    /// <summary>Records and rejects that are shown.</summary>
    public const int Most = 10;

    const string ObjectColumn = "starlift_object";
    const string OffsetColumn = "starlift_offset";

    /// <param name="origin">The load, and the columns of the key.</param>
    /// <param name="key">By column, the values looked for.</param>
    /// <param name="objects">All of the load's that are there.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FoundRecords> FindAsync(
        KeyOrigin origin, IReadOnlyDictionary<string, string> key, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var copy = origin.Load.Copy;
        var table = project.Table(copy.Table)!.Definition with { Name = new TableName(null, copy.Table.Name), Temporary = true };
        var name = table.Name.Quoted;
        await aside.ExecuteAsync($"drop table if exists {name}", cancellationToken);
        await aside.ExecuteAsync(table, cancellationToken);
        await aside.ExecuteAsync($"alter table {name} add column {ObjectColumn} integer; alter table {name} add column {OffsetColumn} bigint", cancellationToken);
        using var result = await aside.CopyAsync(
            copy with { Table = table.Name, NoLoad = false, IgnoreAllErrors = true, ObjectColumn = ObjectColumn, OffsetColumn = OffsetColumn }, table, objects, new CopyProgress(), cancellationToken);
        var condition = string.Join(" and ", origin.Columns.Select(column => KeyCondition.Of(table.Column(column.Staged)!, key[column.Key])));
        var count = await aside.CountAsync($"select count(*) from {name} where {condition}", cancellationToken);
        var filters = FiltersOf(origin, table);
        var columns = string.Join(", ", filters.Select(Quoting.Name).Prepend(OffsetColumn).Prepend(ObjectColumn));
        var rows = (await aside.QueryAsync($"select {columns} from {name} where {condition} order by {ObjectColumn}, {OffsetColumn} limit {Most}", cancellationToken)).Rows;
        var ledger = await LedgerAsync(origin.Load, cancellationToken);
        var runs = await RunsAsync(cancellationToken);
        var names = ObjectNames.Of(copy, project.Folder);
        var there = objects.Select(version => names.Of(version.Uri)).ToHashSet(StringComparer.Ordinal);
        return new FoundRecords(
            origin,
            count,
            [.. rows.Select(row => Found(row, filters, copy, names, objects, ledger, runs, cancellationToken))],
            [.. result.Rejects.Where(reject => origin.Columns.All(column => reject.RawRecord.Contains(key[column.Key], StringComparison.Ordinal))).Take(Most)],
            ledger.Keys.Count(uri => !there.Contains(uri)));
    }

    FoundRecord Found(
        object?[] row, IReadOnlyList<string> filters, CopyStatement copy, ObjectNames names, IReadOnlyList<ObjectVersion> objects,
        Dictionary<string, LedgerEntry> ledger, Dictionary<long, long> runs, CancellationToken cancellationToken)
    {
        var version = objects[Convert.ToInt32(row[0], CultureInfo.InvariantCulture)];
        var (line, text) = RecordText.Read(store, version, copy, Convert.ToInt64(row[1], CultureInfo.InvariantCulture), cancellationToken);
        var entry = ledger.GetValueOrDefault(names.Of(version.Uri));
        return new FoundRecord
        {
            Object = names.Of(version.Uri),
            Line = line,
            Text = text,
            FilteredBy = [.. filters.Select((filter, i) => (filter, Convert.ToString(row[i + 2], CultureInfo.InvariantCulture) is { } value && row[i + 2] is not null ? value : "NULL"))],
            IsLoaded = entry is not null,
            IsChanged = entry is not null && entry.Version != version.Version,
            Run = entry is not null && runs.TryGetValue(entry.LoadId, out var run) ? run : null,
        };
    }

    static List<string> FiltersOf(KeyOrigin origin, CreateTable staging) =>
    [
        .. origin.Path.SelectMany(model => ModelLineage.Of(model).Rows)
            .Where(column => column.Use == ColumnUse.Filter && column.Table.Name == staging.Name.Name && staging.Column(column.Column) is not null)
            .Select(column => column.Column).Distinct()
            .Except(origin.Columns.Select(column => column.Staged)),
    ];

    async Task<Dictionary<string, LedgerEntry>> LedgerAsync(Load load, CancellationToken cancellationToken)
    {
        var found = await target.FindTablesAsync([StarliftTables.Ledger], cancellationToken);
        return (await Ledger.ReadAsync(target, project, found, null, cancellationToken)).Where(entry => entry.Load == load.Name).ToDictionary(entry => entry.Uri, StringComparer.Ordinal);
    }

    async Task<Dictionary<long, long>> RunsAsync(CancellationToken cancellationToken) =>
        await target.ColumnsOfAsync(StarliftTables.Loads, cancellationToken) is null
            ? []
            : (await target.QueryAsync("select load_id, run_id from starlift.loads where run_id is not null", cancellationToken)).Rows
                .ToDictionary(row => Convert.ToInt64(row[0], CultureInfo.InvariantCulture), row => Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
}
