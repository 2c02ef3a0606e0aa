using System.Globalization;
using Starlift.Copying;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>Which object versions each load has loaded: written in the transaction that loads them.</summary>
static class Ledger
{
    /// <summary>Of the project's loads; empty where the target has no ledger yet.</summary>
    /// <param name="warehouse">Holds it.</param>
    /// <param name="project">Whose loads.</param>
    /// <param name="found">Starlift's own tables among them.</param>
    /// <param name="formerName">A name whose entries are the project's too; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<LedgerEntry>> ReadAsync(
        IWarehouse warehouse, Project project, FoundTables found, string? formerName, CancellationToken cancellationToken)
    {
        var own = LedgerKey.Of(project, found);
        var keys = formerName is null ? own : [.. own, .. own.Select(key => key with { Project = formerName })];
        if (keys.Count == 0 || found.Find(StarliftTables.Ledger) is not { } ledger)
        {
            return [];
        }

        var result = await warehouse.QueryAsync(
            $"select load_name, uri, version, size, load_id from starlift.ledger where {LedgerKey.ConditionOf(keys, ledger)}", cancellationToken);
        var names = ObjectNames.Of(project);
        return Latest([
            .. result.Rows.Select(row => new LedgerEntry(
                (string)row[0]!, names[(string)row[0]!].Of((string)row[1]!), (string)row[2]!, (long)row[3]!, Convert.ToInt64(row[4], CultureInfo.InvariantCulture))
            {
                WrittenUri = (string)row[1]!,
            }),
        ]);
    }

    /// <param name="warehouse">In a transaction.</param>
    /// <param name="key">Whose objects they are; null for a COPY outside of any load, of which only the history is kept.</param>
    /// <param name="names">How its objects are named; null for by their uris.</param>
    /// <param name="replaced">Uris whose earlier entries are replaced: those of the version, or all where it is null. Other objects get one more.</param>
    /// <param name="loadId">Of the load's record.</param>
    /// <param name="loadedAt">UTC.</param>
    /// <param name="counts">What was loaded.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        IWarehouse warehouse,
        LedgerKey? key,
        ObjectNames? names,
        IReadOnlyCollection<(string Uri, string? Version)> replaced,
        long loadId,
        DateTime loadedAt,
        IReadOnlyList<ObjectCounts> counts,
        CancellationToken cancellationToken)
    {
        if (replaced.Count > 0)
        {
            await ForgetAsync(warehouse, key!, [.. replaced.Select(entry => (names!.Of(entry.Uri), entry.Version))], cancellationToken);
        }

        await warehouse.AppendAsync(
            StarliftTables.Ledger,
            counts.Select(count => new object?[]
            {
                key?.Load, names?.Of(count.Object.Uri) ?? count.Object.Uri, count.Object.Version, count.Object.Size, loadId, loadedAt, count.Records, count.Rows, count.Rejects,
                key?.Project, key?.Schema,
            }),
            cancellationToken);
    }

    /// <summary>Forgets all that these loads have loaded.</summary>
    /// <param name="warehouse">Has a ledger.</param>
    /// <param name="keys">Whose entries.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many entries there were.</returns>
    public static async Task<long> ForgetAsync(IWarehouse warehouse, IReadOnlyList<LedgerKey> keys, CancellationToken cancellationToken) => keys.Count == 0
        ? 0
        : await warehouse.ExecuteAsync($"delete from starlift.ledger where {LedgerKey.ConditionOf(keys, isOfEarlierVersion: false)}", cancellationToken);

    /// <summary>Gives what an earlier version has written, which named neither projects nor schemas, to whose loads bear its names.</summary>
    public static async Task TakeOverAsync(IWarehouse warehouse, IReadOnlyList<LedgerKey> keys, CancellationToken cancellationToken)
    {
        foreach (var schema in keys.GroupBy(key => key.Schema))
        {
            var (project, names) = (Quoting.Literal(keys[0].Project), string.Join(", ", schema.Select(key => Quoting.Literal(key.Load))));
            await warehouse.ExecuteAsync(
                $"""
                update starlift.ledger set project = {project}, schema_name = {Quoting.Literal(schema.Key)} where project is null and load_name in ({names});
                update starlift.runs set project = {project} where project is null and run_id in (select run_id from starlift.steps where step in ('list', 'load') and name in ({names}))
                """,
                cancellationToken);
        }
    }

    /// <summary>Names by their new names what an earlier version has named by its full path.</summary>
    /// <param name="warehouse">In a transaction.</param>
    /// <param name="project">Whose loads.</param>
    /// <param name="found">Tells the schemas.</param>
    /// <param name="entries">All that the ledger has of them.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task RenameAsync(
        IWarehouse warehouse, Project project, FoundTables found, IEnumerable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var name in entries.Where(entry => entry.IsToBeRenamed).Select(entry => entry.Load).Distinct().ToList())
        {
            var load = project.Loads.Single(load => load.Name == name);
            var key = LedgerKey.Of(project, found).Single(key => key.Load == name);
            if (ObjectNames.Of(load.Copy, project.Folder).Rename(LedgerKey.ConditionOf([key], isOfEarlierVersion: false)) is { } rename)
            {
                await warehouse.ExecuteAsync(rename, cancellationToken);
            }
        }
    }

    /// <summary>One entry a load and uri: the last of several versions, which were merged one over the other.</summary>
    static List<LedgerEntry> Latest(IReadOnlyCollection<LedgerEntry> entries)
    {
        var latest = new List<LedgerEntry>(entries.Count);
        foreach (var load in entries.GroupBy(entry => entry.Load, StringComparer.Ordinal))
        {
            var places = new Dictionary<string, int>(load.Count(), StringComparer.Ordinal);
            foreach (var entry in load)
            {
                if (places.TryAdd(entry.Uri, latest.Count))
                {
                    latest.Add(entry);
                }
                else
                {
                    latest[places[entry.Uri]] = Over(entry, latest[places[entry.Uri]]);
                }
            }
        }

        return latest;
    }

    static LedgerEntry Over(LedgerEntry one, LedgerEntry other)
    {
        var (last, first) = one.LoadId >= other.LoadId ? (one, other) : (other, one);
        return last with { IsMerged = last.IsMerged || last.LoadId != first.LoadId, WrittenUri = first.IsToBeRenamed ? first.WrittenUri : last.WrittenUri };
    }

    /// <summary>Forgets objects of one load.</summary>
    /// <param name="warehouse">In a transaction.</param>
    /// <param name="key">Whose.</param>
    /// <param name="entries">As the ledger names them; null for all versions.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task ForgetAsync(IWarehouse warehouse, LedgerKey key, IReadOnlyCollection<(string Uri, string? Version)> entries, CancellationToken cancellationToken)
    {
        // Uris are data: they go through a table, not through SQL text.
        var names = new Sql.TableName(null, "starlift_reloaded");
        await warehouse.ExecuteAsync($"create temp table {names} (reloaded_uri varchar(max), reloaded_version varchar(256))", cancellationToken);
        await warehouse.AppendAsync(names, entries.Select(entry => new object?[] { entry.Uri, entry.Version }), cancellationToken);
        await warehouse.ExecuteAsync(
            $"""
            delete from starlift.ledger using {names} where uri = reloaded_uri and (reloaded_version is null or version = reloaded_version) and ({LedgerKey.ConditionOf([key], isOfEarlierVersion: false)});
            drop table {names}
            """,
            cancellationToken);
    }
}
