using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>PRIMARY KEY and UNIQUE on rows that are in their star table. NULL equals nothing, as in SQL.</summary>
static class UniqueChecks
{
    /// <summary>
    /// The constraints that a model's rows are not merged by, on the rows that the run has merged. Those of an IDENTITY column are left
    /// to the warehouse that gives its values.
    /// </summary>
    /// <param name="warehouse">In the run's transaction.</param>
    /// <param name="table">The star table, with the rows in it.</param>
    /// <param name="changed">The table of the rows that were inserted and updated.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    public static async Task<IReadOnlyList<CheckResult>> ChangedAsync(
        IWarehouse warehouse, Table table, string changed, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var key in table.Definition.UniqueKeys.Where(key => !key.Columns.SequenceEqual(table.Key!) && !key.Columns.Any(IsIdentity)))
        {
            var columns = string.Join(", ", key.Columns.Select(StarMerge.QuotePart));
            var pairs = string.Join(" and ", key.Columns.Select(StarMerge.QuotePart).Select(column => $"t.{column} = s.{column}"));
            results.Add(await CheckAsync(
                warehouse, table, key, $"{StarMerge.Quote(table.Name)} as t join (select distinct {columns} from {changed}) as s on {pairs}", cancellationToken));
        }

        return results;

        bool IsIdentity(string column) => table.Definition.Column(column)?.Identity is not null;
    }

    /// <summary>All constraints, on all rows of the star table.</summary>
    public static async Task<IReadOnlyList<CheckResult>> PublishedAsync(IWarehouse warehouse, Table table, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var key in table.Definition.UniqueKeys)
        {
            results.Add(await CheckAsync(warehouse, table, key, $"{StarMerge.Quote(table.Name)} as t", cancellationToken));
        }

        return results;
    }

    /// <param name="warehouse">Where.</param>
    /// <param name="table">The star table.</param>
    /// <param name="key">Of the table.</param>
    /// <param name="from">What stands behind FROM; the rows are t.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    static async Task<CheckResult> CheckAsync(IWarehouse warehouse, Table table, UniqueKey key, string from, CancellationToken cancellationToken)
    {
        var check = StarRules.Key(table, key.Columns);
        var columns = string.Join(", ", key.Columns.Select(column => $"t.{StarMerge.QuotePart(column)}"));
        var present = string.Join(" and ", key.Columns.Select(column => $"t.{StarMerge.QuotePart(column)} is not null"));
        var twice = $"select {columns}, count(*) as rows_with_this_key from {from} where {present} group by {columns} having count(*) > 1";
        var examples = await warehouse.QueryAsync($"{twice} limit 5", cancellationToken);
        return examples.Rows.Count == 0
            ? check
            : check.Broken(await warehouse.CountAsync($"select count(*) from ({twice}) as twice", cancellationToken), examples, shown => new Problem(
                $"{table.Name} has several rows with the same {string.Join(", ", key.Columns)}: {shown}",
                table.Definition.Source.PlaceOf(table.Definition.Source.Start),
                $"make the model of {table.Name} yield each value once, or take the constraint out of the table"));
    }
}
