using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Redshift accepts PRIMARY KEY, UNIQUE and REFERENCES and enforces none of them; a run does, on the rows it is about to publish. The
/// cost is in proportion to those rows.
/// </summary>
static class StarChecks
{
    /// <summary>No row without a whole key, and no key twice, among the rows that a model yields.</summary>
    public static async Task<CheckResult> KeyAsync(
        IWarehouse warehouse, Table table, Model model, StarMerge merge, string rows, CancellationToken cancellationToken)
    {
        var check = StarRules.Key(table, table.Key!);
        var key = string.Join(", ", table.Key!);
        var place = model.Select.Source.PlaceOf(model.Select.Source.Start);
        var twice = await warehouse.QueryAsync(merge.DuplicateKeys(rows), cancellationToken);
        if (twice.Rows.Count > 0)
        {
            var count = await warehouse.CountAsync(merge.CountDuplicateKeys(rows), cancellationToken);
            return check.Broken(count, twice, examples => new Problem(
                $"model {model.Name} yields several rows with the same key ({key}): {examples}",
                place,
                "make the SELECT yield one row a key, by row_number() or group by"));
        }

        var keyless = await warehouse.QueryAsync(merge.NullKeys(rows), cancellationToken);
        return keyless.Rows.Count == 0
            ? check
            : check.Broken(await warehouse.CountAsync(merge.CountNullKeys(rows), cancellationToken), keyless, examples => new Problem(
                $"model {model.Name} yields rows whose key ({key}) is NULL: {examples}", place, "leave such rows out of the SELECT"));
    }

    /// <summary>NOT NULL, and every foreign key found, among the rows of <paramref name="rows"/>.</summary>
    /// <param name="warehouse">In the run's transaction.</param>
    /// <param name="table">The star table.</param>
    /// <param name="rows">The table of the rows to check.</param>
    /// <param name="project">Declares the tables referred to.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    public static async Task<IReadOnlyList<CheckResult>> ConstraintsAsync(
        IWarehouse warehouse, Table table, string rows, Project project, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        if (await NullsAsync(warehouse, table, rows, cancellationToken) is { } nulls)
        {
            results.Add(nulls);
        }

        foreach (var foreignKey in table.Definition.ForeignKeys)
        {
            results.Add(await OrphansAsync(warehouse, table, foreignKey, rows, project, cancellationToken));
        }

        return results;
    }

    /// <returns>Null where every column may be NULL.</returns>
    static async Task<CheckResult?> NullsAsync(IWarehouse warehouse, Table table, string rows, CancellationToken cancellationToken)
    {
        var required = table.Definition.Columns.Where(column => column is { NotNull: true, Identity: null }).ToList();
        if (required.Count == 0)
        {
            return null;
        }

        var check = StarRules.NotNull(table, required);
        var anyNull = string.Join(" or ", required.Select(column => $"{StarMerge.QuotePart(column.Name)} is null"));
        var found = await warehouse.QueryAsync($"select * from {rows} where {anyNull} limit 5", cancellationToken);
        if (found.Rows.Count == 0)
        {
            return check;
        }

        var column = required.First(candidate => found.Rows[0][IndexOf(found, candidate.Name)] is null);
        var shown = table.Key!.Append(column.Name).Distinct().ToList();
        var shownRows = new QueryResult(shown, [.. found.Rows.Select(row => shown.Select(name => row[IndexOf(found, name)]).ToArray())]);
        return check.Broken(
            await warehouse.CountAsync($"select count(*) from {rows} where {anyNull}", cancellationToken),
            shownRows,
            examples => new Problem(
                $"{table.Name}.{column.Name} is NOT NULL, and the model yields NULL: {examples}",
                table.Definition.Source.PlaceOf(column.Index),
                "leave such rows out of the model, or NOT NULL out of the table"));
    }

    static async Task<CheckResult> OrphansAsync(
        IWarehouse warehouse, Table table, ForeignKey key, string rows, Project project, CancellationToken cancellationToken)
    {
        var check = StarRules.Reference(table, key);
        var referenced = ReferencedColumns(key, project);
        var pairs = key.Columns.Zip(referenced, (own, other) => $"t.{StarMerge.QuotePart(other)} = s.{StarMerge.QuotePart(own)}");
        var present = key.Columns.Select(column => $"s.{StarMerge.QuotePart(column)} is not null");
        var orphansFrom = $"from {rows} as s "
            + $"left join {ReferencedRows(table, key, referenced, rows)} as t on {string.Join(" and ", pairs)} "
            + $"where {string.Join(" and ", present)} and t.{StarMerge.QuotePart(referenced[0])} is null";
        var orphans = await warehouse.QueryAsync(
            $"select distinct {string.Join(", ", key.Columns.Select(column => $"s.{StarMerge.QuotePart(column)}"))} {orphansFrom} limit 5", cancellationToken);
        return orphans.Rows.Count == 0
            ? check
            : check.Broken(await warehouse.CountAsync($"select count(*) {orphansFrom}", cancellationToken), orphans, examples => new Problem(
                $"{table.Name} ({string.Join(", ", key.Columns)}) refers to {key.Table}, which has no such row: {examples}",
                table.Definition.Source.PlaceOf(table.Definition.Source.Start),
                $"fill {key.Table} with these keys, or yield NULL for them"));
    }

    // A table may refer to itself, and then to rows that are about to be published with those that refer to them.
    static string ReferencedRows(Table table, ForeignKey key, IReadOnlyList<string> columns, string rows)
    {
        var target = StarMerge.Quote(key.Table);
        var list = string.Join(", ", columns.Select(StarMerge.QuotePart));
        return key.Table == table.Name ? $"(select {list} from {target} union all select {list} from {rows})" : target;
    }

    static IReadOnlyList<string> ReferencedColumns(ForeignKey key, Project project) => key.ReferencedColumns.Count > 0
        ? key.ReferencedColumns
        : project.Table(key.Table)!.Definition.UniqueKeys.First(unique => unique.Primary).Columns;

    static int IndexOf(QueryResult result, string column) => Enumerable.Range(0, result.Columns.Count).First(i => result.Columns[i] == column);
}
