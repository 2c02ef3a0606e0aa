using System.Globalization;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Checks a model's rows and brings them into its star table by key.</summary>
/// <param name="project">Declares the tables.</param>
/// <param name="warehouse">In the run's transaction.</param>
/// <param name="time">Tells how long it took.</param>
/// <param name="checks">Is given what came of each check, and where later ones find the rows.</param>
sealed class StarBuild(Project project, IWarehouse warehouse, TimeProvider time, RunChecks checks)
{
    public async Task<StarReport> BuildAsync(Model model, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var table = project.Table(model.Table)!;
        var merge = new StarMerge(table, model);
        ThrowIfColumnsDiffer(model, merge, (await QueryModelAsync(model, merge.ColumnsOfModel, cancellationToken)).Columns);
        var before = await warehouse.CountAsync(merge.CountTarget, cancellationToken);
        var (built, inserted, updated) = before == 0 && warehouse.Capabilities.FillsEmptyTables
            ? await FillAsync(model, table, merge, cancellationToken)
            : await BuildAsideAsync(model, table, merge, before, cancellationToken);
        checks.Changed(table, ChangedOf(merge, before), temporary: before > 0);
        return new StarReport(table.Name, inserted, updated, built - inserted - updated, before + inserted, time.GetElapsedTime(started));
    }

    static string ChangedOf(StarMerge merge, long before) => before == 0 ? merge.Target : merge.Changes;

    // Built aside, the rows would be written twice; here those at fault are rolled back with all others.
    async Task<(long Built, long Inserted, long Updated)> FillAsync(Model model, Table table, StarMerge merge, CancellationToken cancellationToken)
    {
        await RunModelAsync(model, merge.Fill, cancellationToken);
        await CheckAsync(
            [
                StarRules.Key(table, model, merge, merge.Target),
                .. StarRules.Constraints(table, merge.Target, project),
                .. StarRules.OtherKeys(table, changed: null),
            ],
            cancellationToken);
        var built = await warehouse.CountAsync(merge.CountTarget, cancellationToken);
        return (built, built, 0);
    }

    async Task<(long Built, long Inserted, long Updated)> BuildAsideAsync(
        Model model, Table table, StarMerge merge, long before, CancellationToken cancellationToken)
    {
        await RunModelAsync(model, merge.Build, cancellationToken);
        var built = await warehouse.CountAsync(merge.CountBuilt, cancellationToken);
        var key = StarRules.Key(table, model, merge, merge.Built);
        var (inserted, updated) = before == 0
            ? await InsertAllAsync(table, merge, key, built, cancellationToken)
            : await MergeChangesAsync(table, merge, key, cancellationToken);
        await CheckAsync([.. StarRules.OtherKeys(table, ChangedOf(merge, before))], cancellationToken);
        await warehouse.ExecuteAsync(merge.Drop, cancellationToken);
        return (built, inserted, updated);
    }

    async Task<(long Inserted, long Updated)> InsertAllAsync(
        Table table, StarMerge merge, StarRule key, long built, CancellationToken cancellationToken)
    {
        await CheckAsync([key, .. StarRules.Constraints(table, merge.Built, project)], cancellationToken);
        await warehouse.ExecuteAsync(merge.InsertAll, cancellationToken);
        return (built, 0);
    }

    async Task<(long Inserted, long Updated)> MergeChangesAsync(Table table, StarMerge merge, StarRule key, CancellationToken cancellationToken)
    {
        await CheckAsync([key], cancellationToken);
        await warehouse.ExecuteAsync(merge.FindChanges, cancellationToken);
        await CheckAsync([.. StarRules.Constraints(table, merge.Changes, project)], cancellationToken);
        var counts = (await warehouse.QueryAsync(merge.CountNew, cancellationToken)).Rows[0];
        var changed = Convert.ToInt64(counts[0], CultureInfo.InvariantCulture);
        var inserted = Convert.ToInt64(counts[1], CultureInfo.InvariantCulture);
        if (changed > 0)
        {
            await warehouse.ExecuteAsync(changed == inserted ? merge.InsertNew : merge.Merge, cancellationToken);
        }

        return (inserted, changed - inserted);
    }

    async Task CheckAsync(IReadOnlyList<StarRule> rules, CancellationToken cancellationToken) =>
        checks.Keep(await StarChecks.RunAsync(warehouse, rules, cancellationToken));

    static void ThrowIfColumnsDiffer(Model model, StarMerge merge, IReadOnlyList<string> yielded)
    {
        var place = model.Select.Source.PlaceOf(model.Select.Source.Start);
        if (merge.ColumnNames.FirstOrDefault(name => !yielded.Contains(name)) is { } missing)
        {
            throw new ConfigurationException(
                $"model {model.Name} yields no column {missing}, which table {model.Table} has",
                place,
                $"add it to the SELECT, which yields {string.Join(", ", yielded)}");
        }

        if (yielded.FirstOrDefault(name => !merge.ColumnNames.Contains(name)) is { } unknown)
        {
            throw new ConfigurationException(
                $"model {model.Name} yields a column {unknown}, which table {model.Table} does not take",
                place,
                $"take it out of the SELECT; the table takes {string.Join(", ", merge.ColumnNames)}");
        }
    }

    Task<QueryResult> QueryModelAsync(Model model, string sql, CancellationToken cancellationToken) =>
        InModelAsync(model, () => warehouse.QueryAsync(sql, cancellationToken));

    Task<long> RunModelAsync(Model model, string sql, CancellationToken cancellationToken) =>
        InModelAsync(model, () => warehouse.ExecuteAsync(sql, cancellationToken));

    static Task<T> InModelAsync<T>(Model model, Func<Task<T>> run) => InFile.RunAsync($"model {model.Name}", model.Select.Source, run);
}
