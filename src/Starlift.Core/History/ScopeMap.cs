using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// Which keys of the scopes of models each object of the ledger holds: starlift.scopes, written in the transaction that loads them. A project without
/// scopes never asks for it.
/// </summary>
static class ScopeMap
{
    /// <summary>By scope, the objects whose keys are known, by the number of the COPY that loaded them and their name.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlySet<(long LoadId, string Uri)>>> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var rows = await warehouse.ColumnsOfAsync(StarliftTables.Scopes, cancellationToken) is null
            ? []
            : (await warehouse.QueryAsync("select scope, load_id, uri from starlift.scopes where scope_key is null", cancellationToken)).Rows;
        return rows.GroupBy(row => (string)row[0]!).ToDictionary(
            scope => scope.Key,
            scope => (IReadOnlySet<(long, string)>)scope.Select(row => (Convert.ToInt64(row[1], CultureInfo.InvariantCulture), (string)row[2]!)).ToHashSet());
    }

    /// <summary>Makes the table where it is missing.</summary>
    public static Task MakeAsync(IWarehouse warehouse, CancellationToken cancellationToken) => warehouse.ExecuteAsync(StarliftTables.ScopesDefinition, cancellationToken);

    /// <summary>Forgets the keys of objects that the ledger no longer has in that version.</summary>
    public static Task PruneAsync(IWarehouse warehouse, CancellationToken cancellationToken) => warehouse.ExecuteAsync(
        "delete from starlift.scopes where not exists (select 1 from starlift.ledger as l where l.load_id = scopes.load_id and l.uri = scopes.uri)", cancellationToken);
}
