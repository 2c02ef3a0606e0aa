using Starlift.Checks;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql.Analysis;
using Starlift.Warehouses;

namespace Starlift.Stars;

/// <summary>Checks a model's rows and brings them into its star table by key.</summary>
/// <param name="project">Declares the tables.</param>
/// <param name="warehouse">In the run's transaction.</param>
/// <param name="time">Tells how long it took.</param>
/// <param name="checks">Is given what came of each check, and where later ones find the rows.</param>
sealed class StarBuild(Project project, IWarehouse warehouse, TimeProvider time, RunChecks checks)
{
    /// <param name="model">Yields the rows.</param>
    /// <param name="before">How many rows its table has.</param>
    /// <param name="cancellationToken">Ends the building.</param>
    public async Task<StarReport> BuildAsync(Model model, long before, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var table = project.Table(model.Table)!;
        var merge = new StarMerge(table, model);
        var yielded = PlainColumnNames.Of(model.Select.Query!) ?? (await QueryModelAsync(model, merge.ColumnsOfModel, cancellationToken)).Columns;
        ThrowIfColumnsDiffer(model, merge, yielded);
        var (inserted, updated, unchanged) = before == 0 && warehouse.Capabilities.FillsEmptyTables
            ? await FillAsync(model, table, merge, cancellationToken)
            : await MergeAsync(model, table, merge, isEmpty: before == 0, cancellationToken);
        checks.Changed(table, before == 0 ? merge.Target : merge.Changes, temporary: before > 0);
        return new StarReport(table.Name, inserted, updated, unchanged, before + inserted, time.GetElapsedTime(started));
    }

    /// <summary>As <see cref="BuildAsync"/>, of a model that is known to have no rows: it is not run.</summary>
    public async Task<StarReport> LeaveAsync(Model model, long before, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var table = project.Table(model.Table)!;
        var merge = new StarMerge(table, model);
        if (PlainColumnNames.Of(model.Select.Query!) is { } yielded)
        {
            ThrowIfColumnsDiffer(model, merge, yielded);
        }

        await CheckAsync(AllRules(table, model, merge), rows: 0, cancellationToken);
        if (before == 0)
        {
            checks.Changed(table, merge.Target, temporary: false);
        }
        else if (project.Checks.Any(check => check.Changed.Any(rows => rows.Table == table.Name)))
        {
            await warehouse.ExecuteAsync(merge.BuildNone, cancellationToken);
            checks.Changed(table, merge.Changes, temporary: true);
        }

        return new StarReport(table.Name, 0, 0, 0, before, time.GetElapsedTime(started));
    }

    // Built aside, the rows would be written twice; here those at fault are rolled back with all others.
    async Task<(long Inserted, long Updated, long Unchanged)> FillAsync(
        Model model, Table table, StarMerge merge, CancellationToken cancellationToken)
    {
        await RunModelAsync(model, merge.Fill, cancellationToken);
        var rows = await warehouse.CountAsync(merge.CountTarget, cancellationToken);
        await CheckAsync(AllRules(table, model, merge), rows, cancellationToken);
        return (rows, 0, 0);
    }

    IReadOnlyList<StarRule> AllRules(Table table, Model model, StarMerge merge) =>
    [
        StarRules.Key(table, model, merge.Target),
        .. StarRules.Constraints(table, merge.Target, project),
        .. StarRules.OtherKeys(table, changed: null),
    ];

    async Task<(long Inserted, long Updated, long Unchanged)> MergeAsync(
        Model model, Table table, StarMerge merge, bool isEmpty, CancellationToken cancellationToken)
    {
        await RunModelAsync(model, merge.Build, cancellationToken);
        var counts = await warehouse.CountsAsync(merge.CountChanges, kinds: 3, cancellationToken);
        var (inserted, updated, unchanged) = (counts[StarMerge.New], counts[StarMerge.Changed], counts[StarMerge.Same]);
        List<StarRule> rules = [StarRules.Key(table, model, merge.Changes)];
        if (unchanged > 0)
        {
            await CheckAsync(rules, inserted + updated + unchanged, cancellationToken);
            await warehouse.ExecuteAsync(merge.DropUnchanged, cancellationToken);
            rules = [];
        }

        await CheckAsync([.. rules, .. StarRules.Constraints(table, merge.Changes, project)], inserted + updated, cancellationToken);
        if (inserted + updated > 0)
        {
            await warehouse.ExecuteAsync(updated == 0 ? merge.InsertNew : merge.Merge, cancellationToken);
        }

        await CheckAsync([.. StarRules.OtherKeys(table, isEmpty ? null : merge.Changes)], inserted + updated, cancellationToken);
        if (isEmpty)
        {
            await warehouse.ExecuteAsync(merge.Drop, cancellationToken);
        }

        return (inserted, updated, unchanged);
    }

    // Where there is no row, none breaks a rule.
    async Task CheckAsync(IReadOnlyList<StarRule> rules, long rows, CancellationToken cancellationToken) =>
        checks.Keep(rows == 0 ? [.. rules.Select(rule => rule.Check)] : await StarChecks.RunAsync(warehouse, rules, cancellationToken));

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
