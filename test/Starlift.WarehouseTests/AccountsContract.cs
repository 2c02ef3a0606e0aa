using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>The account of a project's loads, and what an earlier version left of them, the same on every warehouse.</summary>
public abstract class AccountsContract
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    [Theory]
    [InlineData("update starlift.loads set rejects = 7 where load_name = 'arrivals'", false, true)]
    [InlineData("delete from starlift.rejects where table_name = 'arrivals'", false, true)]
    [InlineData("update starlift.loads set status = 'aborted' where load_name = 'arrivals'", false, true)]
    [InlineData("update starlift.ledger set load_id = 77 where load_name = 'arrivals'", false, true)]
    [InlineData("update starlift.loads set rejects = 7 where load_name is null", true, true)]
    [InlineData("update starlift.ledger set load_id = 77 where load_name is null", true, true)]
    public async Task What_is_told_is_of_the_project_and_neither_of_another_nor_of_scripts(string damage, bool isOwnSound, bool isOtherSound)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        var other = MakeOther(target);
        await WarehouseContract.RunAsync(other, target, warehouse);
        await ScriptAsync(target, warehouse, "create table visits (id int); copy visits from 'data/' iam_role default format as json 'auto' maxerror 9");
        Assert.Equal([], await UnexplainedAsync(project, target, warehouse));
        Assert.Equal([], await UnexplainedAsync(other, target, warehouse));
        await warehouse.ExecuteAsync(damage, Stop);
        Assert.Equal(isOwnSound, (await UnexplainedAsync(project, target, warehouse)).Count == 0);
        Assert.Equal(isOtherSound, (await UnexplainedAsync(other, target, warehouse)).Count == 0);
    }

    [Fact]
    public async Task Loads_say_whose_they_are()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await ScriptAsync(target, warehouse, "create table visits (id int); copy visits from 'data/' iam_role default format as json 'auto' maxerror 9");
        Assert.Equal(["1|things", "2|NULL"], await LinesAsync(warehouse, "select load_id, project from starlift.loads order by load_id"));
        target.Put("starlift.yaml", "name: renamed\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        await RunnerOf(ScratchProject.Read(target), target, warehouse).RunAsync(new RunOptions { RenamedFrom = "things" }, Stop);
        Assert.Equal(["1|renamed", "2|NULL"], await LinesAsync(warehouse, "select load_id, project from starlift.loads order by load_id"));
    }

    /// <summary>Redshift may log several columns of one record, and several records of one line.</summary>
    [Fact]
    public async Task Records_of_one_line_that_are_rejected_are_accounted_for()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        target.Put("data/2.json", """{"id":"x"}{"id":"y"}{"id":"z","name":"0123456789012345678901"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        Assert.Equal([], await UnexplainedAsync(project, target, warehouse));
    }

    [Fact]
    public async Task A_full_refresh_mends_what_was_deleted_of_the_history()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await warehouse.ExecuteAsync("delete from starlift.rejects", Stop);
        Assert.NotEmpty(await UnexplainedAsync(project, target, warehouse));
        await RunnerOf(project, target, warehouse).RunAsync(new RunOptions { FullRefresh = true }, Stop);
        Assert.Equal([], await UnexplainedAsync(project, target, warehouse));
    }

    [Theory]
    [InlineData("drop table starlift.steps")]
    [InlineData("delete from starlift.steps")]
    public async Task What_a_version_left_that_kept_no_steps_is_taken_over_and_not_loaded_again(string steps)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using (var warehouse = await OpenLoadedAsync(target, project))
        {
            await MakeEarlierAsync(warehouse, steps);
            // Entries of its scripts say nothing of a project.
            await warehouse.ExecuteAsync("insert into starlift.ledger select null, 'file', '1', 1, 9, loaded_at, 1, 1, 0 from starlift.ledger", Stop);
        }

        await using var later = await target.OpenAsync(name => project.Table(name)?.Definition);
        Assert.Equal(TableState.TakenFromEarlierVersion, Assert.Single((await PlanAsync(project, target, later)).Tables).State);
        Assert.Equal([], await UnexplainedAsync(project, target, later));
        Assert.True((await WarehouseContract.RunAsync(project, target, later)).NothingNew);
        target.Put("data/2.json", """{"id":2,"name":"b"}""");
        var report = await WarehouseContract.RunAsync(project, target, later);
        Assert.Equal((TableState.TakenFromEarlierVersion, 1), (Assert.Single(report.Plan.Tables).State, report.Loads[0].Objects));
        Assert.Equal(["1|a", "2|b"], await LinesAsync(later, "select id, name from things order by id"));
        Assert.Equal(["things|2"], await LinesAsync(later, "select project, count(*) from starlift.ledger where load_name is not null group by project"));
        Assert.Equal(TableState.Own, Assert.Single((await PlanAsync(project, target, later)).Tables).State);
        Assert.Equal([], await UnexplainedAsync(project, target, later));
    }

    [Fact]
    public async Task A_version_that_kept_no_steps_and_loaded_for_others_leaves_nothing_to_take()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenLoadedAsync(target, project);
        await MakeEarlierAsync(warehouse, "drop table starlift.steps");
        await warehouse.ExecuteAsync("update starlift.ledger set load_name = 'departures'", Stop);
        Assert.Equal(ExitCode.Usage, (await Assert.ThrowsAsync<ConfigurationException>(() => PlanAsync(project, target, warehouse))).ExitCode);
        await Assert.ThrowsAsync<ConfigurationException>(() => WarehouseContract.RunAsync(project, target, warehouse));
        Assert.Equal(["1|a"], await LinesAsync(warehouse, "select id, name from things"));
    }

    /// <summary>Leaves of Starlift's tables what version 0.1.0 had.</summary>
    static async Task MakeEarlierAsync(IWarehouse warehouse, string steps)
    {
        await warehouse.ExecuteAsync(
            $"drop table starlift.tables; drop table starlift.fills; drop table starlift.load_numbers; drop table starlift.checks; {steps}", Stop);
        foreach (var (table, column) in new[]
        {
            ("runs", "project"), ("runs", "started_by"), ("ledger", "project"), ("ledger", "schema_name"), ("loads", "project"), ("loads", "rejects_lost"), ("loads", "told"),
        })
        {
            if ((await warehouse.ColumnsOfAsync(new("starlift", table), Stop))!.Contains(column))
            {
                await warehouse.ExecuteAsync($"alter table starlift.{table} drop column {column}", Stop);
            }
        }
    }

    static async Task<IWarehouse> OpenLoadedAsync(ScratchTarget target, Project project)
    {
        var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", """{"id":1,"name":"a"}{"id":"x"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        return warehouse;
    }

    /// <summary>Another project, of the load guests; it takes the place of the first one's files.</summary>
    static Project MakeOther(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: others\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        foreach (var file in new[] { "tables/things.sql", "models/things.sql", "tables/arrivals.sql", "loads/arrivals.sql" })
        {
            File.Delete(Path.Combine(target.Folder, file));
        }

        target.Put("tables/guests.sql", "create table guests (id int, name varchar(20))");
        target.Put("loads/guests.sql", "copy guests from './data/' iam_role default format as json 'auto' maxerror 10");
        target.Put("tables/names.sql", "create table names (name varchar(20) not null primary key)");
        target.Put("models/names.sql", "select distinct name from guests");
        return ScratchProject.Read(target);
    }

    static async Task ScriptAsync(ScratchTarget target, IWarehouse warehouse, string sql)
    {
        await foreach (var _ in new ScriptRunner(warehouse, target.Store, TimeProvider.System).RunAsync(SqlScript.Parse("a.sql", sql), Stop))
        {
        }
    }

    static async Task<IReadOnlyList<string>> UnexplainedAsync(Project project, ScratchTarget target, IWarehouse warehouse)
    {
        var reconciliation = await Reconciliation.OfAsync(await PlanAsync(project, target, warehouse), project, warehouse, Stop);
        return [.. reconciliation.Loads.SelectMany(load => load.Unexplained), .. reconciliation.Unexplained];
    }

    static Task<RunPlan> PlanAsync(Project project, ScratchTarget target, IWarehouse warehouse) => RunnerOf(project, target, warehouse).PlanAsync(RunOptions.Default, Stop);

    static Runner RunnerOf(Project project, ScratchTarget target, IWarehouse warehouse) =>
        new(project, warehouse, target.Store, new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System));

    static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) => ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));
}
