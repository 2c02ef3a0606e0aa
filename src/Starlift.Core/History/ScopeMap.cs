using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// Which keys of the scopes of models each object of the ledger holds, written in the transaction that loads them: starlift.scoped_objects has the objects, and
/// starlift.scope_keys their keys, many and therefore by number alone. A project without scopes never asks for them.
/// </summary>
static class ScopeMap
{
    /// <summary>By scope, the objects whose keys are known, by the number of the COPY that loaded them and their name.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlySet<(long LoadId, string Uri)>>> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var rows = await IsThereAsync(warehouse, cancellationToken)
            ? (await warehouse.QueryAsync("select scope, load_id, uri from starlift.scoped_objects", cancellationToken)).Rows
            : [];
        return rows.GroupBy(row => (string)row[0]!).ToDictionary(
            scope => scope.Key,
            scope => (IReadOnlySet<(long, string)>)scope.Select(row => (NumberOf(row[1]), (string)row[2]!)).ToHashSet());
    }

    /// <summary>Makes the tables where one is missing, and forgets the keys of objects that the ledger no longer has in that version.</summary>
    public static async Task PrepareAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(warehouse, cancellationToken))
        {
            // An object without its keys would be taken for one that holds none.
            await warehouse.ExecuteAsync(
                $"drop table if exists {StarliftTables.ScopedObjects}; drop table if exists {StarliftTables.ScopeKeys}; {StarliftTables.ScopesDefinitions}", cancellationToken);
            return;
        }

        await warehouse.ExecuteAsync(
            """
            drop table if exists starlift_forgotten;
            create temp table starlift_forgotten as select o.load_id, o.part from starlift.scoped_objects as o
                where not exists (select 1 from starlift.ledger as l where l.load_id = o.load_id and l.uri = o.uri)
            """,
            cancellationToken);
        if (await warehouse.CountAsync("select count(*) from starlift_forgotten", cancellationToken) > 0)
        {
            await warehouse.ExecuteAsync(
                """
                delete from starlift.scope_keys using starlift_forgotten as f where f.load_id = scope_keys.load_id and f.part = scope_keys.part;
                delete from starlift.scoped_objects using starlift_forgotten as f where f.load_id = scoped_objects.load_id and f.part = scoped_objects.part
                """,
                cancellationToken);
        }
    }

    /// <summary>Writes what the objects of a COPY hold of one scope, object by object: who looks for one of them passes over the others.</summary>
    /// <param name="warehouse">Where, in the run's transaction.</param>
    /// <param name="loadId">The COPY's number.</param>
    /// <param name="scope">Of which scope.</param>
    /// <param name="first">The first part; the objects of a COPY have as many for each scope.</param>
    /// <param name="rank">By which objects have a least and a greatest key: an expression over scope_key.</param>
    /// <param name="objects">A table of object_index and uri.</param>
    /// <param name="held">A table of object_index and scope_key.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static Task WriteAsync(IWarehouse warehouse, long loadId, string scope, int first, string rank, string objects, string held, CancellationToken cancellationToken) =>
        warehouse.ExecuteAsync(
            $"""
            insert into starlift.scoped_objects (load_id, part, uri, scope, least_key, greatest_key)
                select {loadId}, {first} + o.object_index, o.uri, {Quoting.Literal(scope)}, h.least_key, h.greatest_key from {objects} as o
                left join (select object_index, min({rank}) as least_key, max({rank}) as greatest_key from {held} group by object_index) as h on h.object_index = o.object_index;
            insert into starlift.scope_keys (load_id, part, scope_key) select {loadId}, {first} + object_index, scope_key from {held} order by object_index
            """,
            cancellationToken);

    /// <summary>The query of the keys that some objects hold.</summary>
    /// <param name="objects">At least one.</param>
    public static string KeysOf(IEnumerable<ScopedObject> objects) => $"select scope_key from starlift.scope_keys where {PartsOf(objects)}";

    /// <summary>The objects of a scope whose keys are known.</summary>
    public static Task<IReadOnlyList<ScopedObject>> ObjectsAsync(IWarehouse warehouse, string scope, CancellationToken cancellationToken) =>
        WhereAsync(warehouse, $"scope = {Quoting.Literal(scope)}", cancellationToken);

    /// <summary>The objects that hold one of the keys.</summary>
    /// <param name="warehouse">Where.</param>
    /// <param name="scope">Of which scope.</param>
    /// <param name="rank">As it was when they were written.</param>
    /// <param name="keys">A table of scope_key.</param>
    /// <param name="isWanted">Others are not looked at.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<ScopedObject>> HoldingAsync(
        IWarehouse warehouse, string scope, string rank, string keys, Func<ScopedObject, bool> isWanted, CancellationToken cancellationToken)
    {
        // Objects whose least and greatest key leave no key between them need no look at their keys.
        var near = (await WhereAsync(
            warehouse,
            $"scope = {Quoting.Literal(scope)} and greatest_key >= (select min({rank}) from {keys}) and least_key <= (select max({rank}) from {keys})",
            cancellationToken)).Where(isWanted).ToList();
        if (near.Count == 0)
        {
            return [];
        }

        var rows = (await warehouse.QueryAsync(
            $"select distinct load_id, part from starlift.scope_keys where {PartsOf(near)} and scope_key in (select scope_key from {keys})", cancellationToken)).Rows;
        var holding = rows.Select(row => (NumberOf(row[0]), NumberOf(row[1]))).ToHashSet();
        return [.. near.Where(known => holding.Contains((known.LoadId, known.Part)))];
    }

    static async Task<IReadOnlyList<ScopedObject>> WhereAsync(IWarehouse warehouse, string condition, CancellationToken cancellationToken) =>
    [
        .. (await warehouse.QueryAsync($"select load_id, part, uri from starlift.scoped_objects where {condition}", cancellationToken)).Rows
            .Select(row => new ScopedObject(NumberOf(row[0]), NumberOf(row[1]), (string)row[2]!)),
    ];

    // Numbers, and ranges of them: an engine skips what it has stored of others.
    static string PartsOf(IEnumerable<ScopedObject> objects)
    {
        var loads = objects.GroupBy(known => known.LoadId).Select(load =>
        {
            var ranges = load.Select(known => known.Part).Distinct().Order().Index().GroupBy(part => part.Item - part.Index).Select(range => (First: range.First().Item, Last: range.Last().Item)).ToList();
            var parts = ranges.Where(range => range.First < range.Last).Select(range => $"part between {range.First} and {range.Last}").ToList();
            var alone = ranges.Where(range => range.First == range.Last).Select(range => range.First).ToList();
            return $"(load_id = {load.Key} and ({string.Join(" or ", alone.Count > 0 ? parts.Append($"part in ({string.Join(", ", alone)})") : parts)}))";
        });
        return $"({string.Join(" or ", loads)})";
    }

    static async Task<bool> IsThereAsync(IWarehouse warehouse, CancellationToken cancellationToken) =>
        await warehouse.ColumnsOfAsync(StarliftTables.ScopedObjects, cancellationToken) is not null
            && await warehouse.ColumnsOfAsync(StarliftTables.ScopeKeys, cancellationToken) is not null;

    static long NumberOf(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
