using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>What came of a run's checks so far, and where later ones find the rows that the run has touched.</summary>
/// <param name="warehouse">In the run's transaction.</param>
sealed class RunChecks(IWarehouse warehouse)
{
    readonly List<CheckResult> _results = [];
    readonly Dictionary<TableName, string> _changed = [];
    readonly List<string> _temporary = [];

    public IReadOnlyList<CheckResult> Results => _results;

    /// <exception cref="ChecksFailedException">Some of them failed; all are kept.</exception>
    public void Keep(params IReadOnlyList<CheckResult> results)
    {
        _results.AddRange(results);
        ChecksFailedException.ThrowIfAny(results);
    }

    /// <summary>Says where the rows are that the run has inserted and updated.</summary>
    /// <param name="table">The star table.</param>
    /// <param name="rows">The quoted name of a table that holds them.</param>
    /// <param name="temporary">It is to be dropped when the checks are done.</param>
    public void Changed(Table table, string rows, bool temporary)
    {
        _changed[table.Name] = rows;
        if (temporary)
        {
            _temporary.Add(rows);
        }
    }

    /// <summary>Holds the star against a rule of checks/; what came of it is for the caller to keep.</summary>
    /// <param name="check">May read the rows that the run has touched.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    public Task<CheckResult> RunAsync(Check check, CancellationToken cancellationToken) =>
        new SqlChecks(warehouse, table => _changed[table]).RunAsync(check, cancellationToken);

    /// <summary>Drops what was held for checks alone.</summary>
    public async Task DropTemporaryAsync(CancellationToken cancellationToken)
    {
        foreach (var rows in _temporary)
        {
            await warehouse.ExecuteAsync($"drop table {rows}", cancellationToken);
        }
    }
}
