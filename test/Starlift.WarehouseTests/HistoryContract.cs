using Starlift.Planning;
using Starlift.Runs;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What a target forgets of its runs, and what it makes anew, whichever warehouse it is.</summary>
public abstract class HistoryContract
{
    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_beyond_the_limit_are_forgotten_with_all_that_belongs_to_them_and_the_ledger_is_not()
    {
        await using var target = await MakeTargetAsync();
        ScratchProject.Make(target);
        target.Put("starlift.yaml", "name: things\nhistory: 2 runs\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        await using var warehouse = await OpenAsync(target);
        for (var run = 1; run <= 4; run++)
        {
            target.Put($"data/{run}.json", $$"""{"id":{{run}},"name":"a"}{"id":"x"}""");
            await RunAsync(target, warehouse);
        }

        Assert.Equal(["3", "4"], await LinesAsync(warehouse, "select run_id from starlift.runs order by run_id"));
        foreach (var table in new[] { "steps", "checks", "loads", "rejects" })
        {
            Assert.Equal(["3", "4"], await LinesAsync(warehouse, $"select distinct run_id from starlift.{table} order by run_id"));
        }

        Assert.Equal(["4"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
        Assert.Equal(["4"], await LinesAsync(warehouse, "select count(*) from things"));
        await RunAsync(target, warehouse);
        Assert.Equal(["4"], await LinesAsync(warehouse, "select count(*) from things"));
    }

    [Fact]
    public async Task The_last_run_that_published_stays_and_numbers_of_loads_do_not_come_again()
    {
        await using var target = await MakeTargetAsync();
        ScratchProject.Make(target);
        target.Put("starlift.yaml", "name: things\nhistory: 1 run\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        await using var warehouse = await OpenAsync(target);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await RunAsync(target, warehouse);
        for (var run = 2; run <= 4; run++)
        {
            await RunAsync(target, warehouse);
        }

        Assert.Equal(["1|done", "4|nothing"], await LinesAsync(warehouse, "select run_id, outcome from starlift.runs order by run_id"));
        await warehouse.ExecuteAsync("delete from starlift.loads", Stop);
        target.Put("data/2.json", """{"id":2,"name":"b"}""");
        await RunAsync(target, warehouse);
        Assert.Equal(["1", "2"], await LinesAsync(warehouse, "select load_id from starlift.ledger order by load_id"));
    }

    [Fact]
    public async Task The_last_published_run_of_every_project_stays_and_a_project_forgets_its_own_runs_only()
    {
        await using var target = await MakeTargetAsync();
        ScratchProject.Make(target);
        await using var warehouse = await OpenAsync(target);
        target.Put("data/1.json", """{"id":1,"name":"a"}{"id":"x"}""");
        await RunAsync(target, warehouse);
        await RunAsync(target, warehouse);
        File.Delete(Path.Combine(target.Folder, "tables/things.sql"));
        File.Delete(Path.Combine(target.Folder, "models/things.sql"));
        target.Put("starlift.yaml", "name: others\nhistory: 1 run\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/names.sql", "create table names (name varchar(20) not null primary key)");
        target.Put("models/names.sql", "select distinct name from arrivals");
        for (var run = 3; run <= 6; run++)
        {
            await RunAsync(target, warehouse);
        }

        Assert.Equal(
            ["1|done|things", "2|nothing|things", "3|done|others", "6|nothing|others"],
            await LinesAsync(warehouse, "select run_id, outcome, project from starlift.runs order by run_id"));
        foreach (var table in new[] { "loads", "rejects", "checks" })
        {
            Assert.Equal(["1", "3"], await LinesAsync(warehouse, $"select distinct run_id from starlift.{table} order by run_id"));
        }

        Assert.Equal(["1", "2", "3", "6"], await LinesAsync(warehouse, "select distinct run_id from starlift.steps order by run_id"));
    }

    [Fact]
    public async Task Runs_of_past_days_are_forgotten()
    {
        await using var target = await MakeTargetAsync();
        ScratchProject.Make(target);
        target.Put("starlift.yaml", "name: things\nhistory: 90 days\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        await using var warehouse = await OpenAsync(target);
        for (var run = 1; run <= 3; run++)
        {
            target.Put($"data/{run}.json", $$"""{"id":{{run}},"name":"a"}""");
            await RunAsync(target, warehouse);
        }

        await warehouse.ExecuteAsync("update starlift.runs set started_at = timestamp '2001-01-01 00:00:00' where run_id < 3", Stop);
        target.Put("data/4.json", """{"id":4,"name":"a"}""");
        await RunAsync(target, warehouse);
        Assert.Equal(["3", "4"], await LinesAsync(warehouse, "select run_id from starlift.runs order by run_id"));
    }

    private protected static Task<IWarehouse> OpenAsync(ScratchTarget target) => target.OpenAsync(name => ScratchProject.Read(target).Table(name)?.Definition);

    private protected static Task<RunReport> RunAsync(ScratchTarget target, IWarehouse warehouse)
    {
        var identity = new RunIdentity("1.2.3", "local", "ada@desk", TimeProvider.System);
        return new Runner(ScratchProject.Read(target), warehouse, target.Store, new SilentObserver(), identity).RunAsync(RunOptions.Default, Stop);
    }

    private protected static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) =>
        ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));
}
