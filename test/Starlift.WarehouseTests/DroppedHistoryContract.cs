using Starlift.Errors;
using Starlift.History;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Somebody drops a table of Starlift's own by hand.</summary>
public abstract class DroppedHistoryContract
{
    const string Visits = "copy visits from 'visits/' iam_role default format as json 'auto'";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    [Theory]
    [InlineData("runs")]
    [InlineData("loads")]
    [InlineData("rejects")]
    [InlineData("steps")]
    [InlineData("checks")]
    [InlineData("fills")]
    public async Task The_next_run_makes_it_again_and_the_star_is_right(string table)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        await DropAsync(warehouse, table);
        target.Put("data/2.json", """{"id":2,"name":"b"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        Assert.Equal(["1|a", "2|b"], await LinesAsync(warehouse, "select id, name from things order by id"));
        Assert.NotNull(await warehouse.ColumnsOfAsync(new("starlift", table), Stop));
        Assert.Equal(
            ["0"], await LinesAsync(warehouse, "select count(*) from (select run_id, position from starlift.steps group by run_id, position having count(*) > 1) as twice"));
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("loads")]
    [InlineData("ledger")]
    [InlineData("rejects")]
    [InlineData("steps")]
    [InlineData("checks")]
    [InlineData("tables")]
    [InlineData("fills")]
    [InlineData("fills", "ledger")]
    [InlineData("fills", "ledger", "loads", "tables")]
    public async Task A_script_that_loads_makes_it_again(params string[] tables)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await warehouse.ExecuteAsync("create table visits (id int)", Stop);
        await DropAsync(warehouse, tables);
        await ScriptAsync(target, warehouse, Visits);
        Assert.Equal(["1"], await LinesAsync(warehouse, "select id from visits"));
        foreach (var table in tables)
        {
            Assert.NotNull(await warehouse.ColumnsOfAsync(new("starlift", table), Stop));
        }

        Assert.Equal(["1"], await LinesAsync(warehouse, "select objects from starlift.loads where table_name = 'visits'"));
        await ScriptAsync(target, warehouse, "drop table starlift.loads cascade; " + Visits);
        Assert.Equal(["1", "1"], await LinesAsync(warehouse, "select id from visits"));
    }

    [Fact]
    public async Task Without_its_ledger_a_star_is_not_loaded_again_until_it_is_reset()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await DropAsync(warehouse, "ledger");
        for (var tries = 0; tries < 2; tries++)
        {
            await AssertNobodyKnowsAsync(project, target, warehouse);
            // Whoever has a backup can bring it back.
            Assert.Null(await warehouse.ColumnsOfAsync(new("starlift", "ledger"), Stop));
        }

        await new Reset(project, warehouse, TimeProvider.System).RunAsync(Stop);
        Assert.Equal(1, (await WarehouseContract.RunAsync(project, target, warehouse)).Loads[0].Rows);
    }

    [Theory]
    [InlineData(Maker.Reset)]
    [InlineData(Maker.Run)]
    [InlineData(Maker.Script)]
    public async Task A_ledger_that_others_make_again_does_not_load_a_star_again(Maker maker)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        var other = MakeOther(target);
        await WarehouseContract.RunAsync(other, target, warehouse);
        await DropAsync(warehouse, maker == Maker.Script ? ["ledger", "fills"] : ["ledger"]);
        switch (maker)
        {
            case Maker.Reset:
                await new Reset(other, warehouse, TimeProvider.System).RunAsync(Stop);
                break;
            case Maker.Run:
                await warehouse.ExecuteAsync("drop table names", Stop);
                break;
            default:
                await warehouse.ExecuteAsync("create table visits (id int)", Stop);
                await ScriptAsync(target, warehouse, Visits);
                await AssertNobodyKnowsAsync(other, target, warehouse);
                await new Reset(other, warehouse, TimeProvider.System).RunAsync(Stop);
                break;
        }

        Assert.Equal(1, (await WarehouseContract.RunAsync(other, target, warehouse)).Loads[0].Rows);
        Assert.True((await WarehouseContract.RunAsync(other, target, warehouse)).NothingNew);
        await AssertNobodyKnowsAsync(project, target, warehouse);
        await AssertNobodyKnowsAsync(project, target, warehouse);
        await new Reset(project, warehouse, TimeProvider.System).RunAsync(Stop);
        Assert.Equal(1, (await WarehouseContract.RunAsync(project, target, warehouse)).Loads[0].Rows);
        Assert.True((await WarehouseContract.RunAsync(other, target, warehouse)).NothingNew);
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("tables", "ledger")]
    public async Task Tables_that_nobody_remembers_are_refused_until_they_are_adopted(params string[] tables)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await DropAsync(warehouse, tables);
        target.Put("data/2.json", """{"id":2,"name":"b"}""");
        for (var tries = 0; tries < 2; tries++)
        {
            foreach (var attempt in new Func<Task>[] { () => PlanAsync(project, target, warehouse), () => WarehouseContract.RunAsync(project, target, warehouse) })
            {
                var error = await Assert.ThrowsAsync<ConfigurationException>(attempt);
                Assert.Equal(ExitCode.Usage, error.ExitCode);
                Assert.Contains("table things is on the target already, and starlift.tables, which said whose it is, was dropped", error.Message, StringComparison.Ordinal);
                Assert.Contains("starlift run --adopt things", error.Hint, StringComparison.Ordinal);
            }
        }

        await Assert.ThrowsAsync<ConfigurationException>(() => new Reset(project, warehouse, TimeProvider.System).RunAsync(Stop));
        Assert.Equal(["1|a"], await LinesAsync(warehouse, "select id, name from things"));
        await RunnerOf(project, target, warehouse).RunAsync(new RunOptions { Adopt = ["things"] }, Stop);
        Assert.Equal(["1|a", "2|b"], await LinesAsync(warehouse, "select id, name from things order by id"));
        Assert.True((await WarehouseContract.RunAsync(project, target, warehouse)).NothingNew);
    }

    [Fact]
    public async Task A_star_of_an_earlier_version_without_its_ledger_is_refused()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await DropAsync(warehouse, "tables", "fills", "ledger");
        await warehouse.ExecuteAsync("alter table starlift.runs drop column project", Stop);
        await Assert.ThrowsAsync<ConfigurationException>(() => PlanAsync(project, target, warehouse));
        await Assert.ThrowsAsync<ConfigurationException>(() => WarehouseContract.RunAsync(project, target, warehouse));
        Assert.Equal(["1|a"], await LinesAsync(warehouse, "select id, name from things"));
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("runs", "steps")]
    [InlineData("runs", "checks", "loads")]
    public async Task Runs_whose_numbers_are_given_anew_get_nothing_of_those_that_were_forgotten(params string[] tables)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        target.Put("data/2.json", """{"id":2,"name":"b"}{"id":"x"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        await DropAsync(warehouse, tables);
        for (var run = 1; run <= 2; run++)
        {
            await WarehouseContract.RunAsync(project, target, warehouse);
        }

        Assert.Equal(["1|nothing", "2|nothing"], await LinesAsync(warehouse, "select run_id, outcome from starlift.runs order by run_id"));
        foreach (var table in new[] { "loads", "rejects", "checks" })
        {
            Assert.Equal(["0"], await LinesAsync(warehouse, $"select count(*) from starlift.{table} where run_id is not null"));
        }

        Assert.Equal(["1|list", "2|list"], await LinesAsync(warehouse, "select run_id, step from starlift.steps order by run_id"));
        Assert.True((await ReconcileAsync(project, target, warehouse)).IsComplete);
    }

    [Fact]
    public async Task Rejects_that_were_dropped_are_told_as_lost_and_fail_no_account()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        target.Put("data/2.json", """{"id":2,"name":"b"}{"id":"x"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        await DropAsync(warehouse, "rejects");
        for (var run = 0; run < 3; run++)
        {
            var reconciliation = await ReconcileAsync(project, target, warehouse);
            Assert.True(reconciliation.IsComplete);
            Assert.Equal(["starlift.rejects was dropped: of the rejects that the history counts, 1 can't be shown"], reconciliation.Lost);
            Assert.Equal(1, await RejectHistory.LostAsync(warehouse, null, Stop));
            Assert.Equal(run, (await RejectHistory.AllAsync(warehouse, Stop)).Rows.Count);
            target.Put($"data/{run + 3}.json", """{"id":3,"name":"c"}{"id":"y"}""");
            await WarehouseContract.RunAsync(project, target, warehouse);
        }
    }

    [Fact]
    public async Task Loads_that_were_dropped_are_told_as_lost_and_fail_no_account()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await DropAsync(warehouse, "loads");
        var reconciliation = await ReconcileAsync(project, target, warehouse);
        Assert.True(reconciliation.IsComplete);
        Assert.Equal(["starlift.loads was dropped, so nothing holds what was loaded until now against it"], reconciliation.Lost);
        target.Put("data/2.json", """{"id":2,"name":"b"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        reconciliation = await ReconcileAsync(project, target, warehouse);
        Assert.True(reconciliation.IsComplete);
        Assert.Empty(reconciliation.Lost);
    }

    /// <summary>Who makes a ledger that was dropped.</summary>
    public enum Maker
    {
        Reset,
        Run,
        Script,
    }

    static async Task<IWarehouse> OpenLoadedAsync(ScratchTarget target, Project project)
    {
        var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        return warehouse;
    }

    static async Task AssertNobodyKnowsAsync(Project project, ScratchTarget target, IWarehouse warehouse)
    {
        var before = await LinesAsync(warehouse, "select id, name from things");
        foreach (var attempt in new Func<Task>[] { () => PlanAsync(project, target, warehouse), () => WarehouseContract.RunAsync(project, target, warehouse) })
        {
            var error = await Assert.ThrowsAsync<ConfigurationException>(attempt);
            Assert.Equal(ExitCode.Usage, error.ExitCode);
            Assert.Contains("starlift.ledger was dropped from the target, so nothing says which objects its star tables hold", error.Message, StringComparison.Ordinal);
            Assert.Contains("starlift reset", error.Hint, StringComparison.Ordinal);
        }

        Assert.Equal(before, await LinesAsync(warehouse, "select id, name from things"));
    }

    /// <summary>Another project, which fills names from the same objects; it takes the place of the first one's files.</summary>
    static Project MakeOther(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: others\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        File.Delete(Path.Combine(target.Folder, "tables/things.sql"));
        File.Delete(Path.Combine(target.Folder, "models/things.sql"));
        target.Put("tables/names.sql", "create table names (name varchar(20) not null primary key)");
        target.Put("models/names.sql", "select distinct name from arrivals");
        return ScratchProject.Read(target);
    }

    static async Task ScriptAsync(ScratchTarget target, IWarehouse warehouse, string sql)
    {
        target.Put("visits/1.json", """{"id":1}""");
        await foreach (var _ in new ScriptRunner(warehouse, target.Store, TimeProvider.System).RunAsync(SqlScript.Parse("a.sql", sql), Stop))
        {
        }
    }

    static Task<RunPlan> PlanAsync(Project project, ScratchTarget target, IWarehouse warehouse) => RunnerOf(project, target, warehouse).PlanAsync(RunOptions.Default, Stop);

    static async Task<Reconciliation> ReconcileAsync(Project project, ScratchTarget target, IWarehouse warehouse) =>
        await Reconciliation.OfAsync(await PlanAsync(project, target, warehouse), project, warehouse, Stop);

    static Runner RunnerOf(Project project, ScratchTarget target, IWarehouse warehouse) =>
        new(project, warehouse, target.Store, new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System));

    // The views over the table go with it, where the engine minds.
    static async Task DropAsync(IWarehouse warehouse, params string[] tables)
    {
        foreach (var table in tables)
        {
            await warehouse.ExecuteAsync($"drop table starlift.{table} cascade", Stop);
        }
    }

    static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) => ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));
}
