using Starlift.Errors;
using Starlift.Planning;
using Starlift.Runs;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>No two loads of a target have the same number, whoever loads at the same time, and none comes again.</summary>
public abstract class LoadNumbersContract
{
    private protected const string Copy = "copy visits from 'visits/' iam_role default format as json 'auto' maxerror 5";

    /// <summary>Into another table: PostgreSQL lets one transaction at a time gather a table's statistics.</summary>
    private protected const string Other = "copy calls from 'visits/' iam_role default format as json 'auto' maxerror 5";

    const string Numbers = "select load_id from starlift.loads order by load_id";

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    [Fact]
    public async Task A_block_that_is_open_keeps_its_number_from_others()
    {
        await using var target = await MakeTargetAsync();
        await using var first = await OpenAsync(target);
        await using var second = await target.OpenAsync();
        await using (var block = Script(target, first, $"begin; {Copy}; commit; {Copy}").GetAsyncEnumerator(Stop))
        {
            Assert.True(await block.MoveNextAsync());
            Assert.True(await block.MoveNextAsync());
            await ScriptAsync(target, second, Other);
            while (await block.MoveNextAsync())
            {
            }
        }

        Assert.Equal(["1", "2", "3"], await LinesAsync(second, Numbers));
        Assert.Equal(["1|1", "2|1", "3|1"], await LinesAsync(second, "select load_id, count(*) from starlift.rejects group by load_id order by load_id"));
        Assert.Equal(["1|1", "2|1", "3|1"], await LinesAsync(second, "select load_id, count(*) from starlift.ledger group by load_id order by load_id"));
    }

    [Fact]
    public async Task A_script_that_loads_while_a_run_does_has_another_number()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        target.Put("data/1.json", """{"id":1,"name":"a"}{"id":"x"}""");
        await using var first = await OpenAsync(target, project.Table);
        await using var second = await target.OpenAsync();
        var script = Task.CompletedTask;
        var runner = new Runner(
            project,
            first,
            target.Store,
            new SilentObserver { OnLoad = () => script = Task.Run(() => ScriptAsync(target, second, Copy)) },
            new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System));
        await runner.RunAsync(RunOptions.Default, Stop);
        await script;
        Assert.Equal(["arrivals|1", "visits|2"], await LinesAsync(second, "select table_name, load_id from starlift.loads order by load_id"));
        Assert.Equal(["arrivals|1", "visits|2"], await LinesAsync(second, "select table_name, load_id from starlift.rejects order by load_id"));
    }

    [Theory]
    [InlineData("load_numbers")]
    [InlineData("loads")]
    [InlineData("load_numbers", "loads")]
    public async Task Numbers_that_were_given_do_not_come_again_where_tables_were_dropped(params string[] tables)
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await using var warehouse = await OpenAsync(target, project.Table);
        await WarehouseContract.RunAsync(project, target, warehouse);
        target.Put("data/2.json", string.Join('\n', Enumerable.Repeat("""{"id":"x"}""", 11)));
        await Assert.ThrowsAnyAsync<StarliftException>(() => WarehouseContract.RunAsync(project, target, warehouse));
        foreach (var table in tables)
        {
            await warehouse.ExecuteAsync($"drop table starlift.{table} cascade", Stop);
        }

        target.Put("data/2.json", """{"id":2,"name":"b"}{"id":"x"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        Assert.Equal(["3"], await LinesAsync(warehouse, "select max(load_id) from starlift.loads"));
        var plan = await new Runner(project, warehouse, target.Store, new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System))
            .PlanAsync(RunOptions.Default, Stop);
        Assert.Equal([], (await Reconciliation.OfAsync(plan, project, warehouse, Stop)).Unexplained);
    }

    [Fact]
    public async Task A_star_is_not_loaded_again_for_a_number_that_was_given_before_its_reset()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        target.Put("data/1.json", string.Join('\n', Enumerable.Repeat("""{"id":"x"}""", 11)));
        await using var warehouse = await OpenAsync(target, project.Table);
        for (var run = 1; run <= 3; run++)
        {
            await Assert.ThrowsAnyAsync<StarliftException>(() => WarehouseContract.RunAsync(project, target, warehouse));
        }

        await new Reset(project, warehouse, TimeProvider.System).RunAsync(Stop);
        await warehouse.ExecuteAsync("delete from starlift.loads; delete from starlift.rejects", Stop);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        Assert.True((await WarehouseContract.RunAsync(project, target, warehouse)).NothingNew);
    }

    private protected static async Task<IWarehouse> OpenAsync(ScratchTarget target, Func<TableName, Projects.Table?>? tables = null)
    {
        var warehouse = await target.OpenAsync(name => tables?.Invoke(name)?.Definition);
        await warehouse.ExecuteAsync("create table visits (id int); create table calls (id int)", Stop);
        target.Put("visits/1.json", """{"id":1}{"id":"x"}""");
        return warehouse;
    }

    private protected static async Task ScriptAsync(ScratchTarget target, IWarehouse warehouse, string sql)
    {
        await foreach (var _ in Script(target, warehouse, sql))
        {
        }
    }

    private protected static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) =>
        ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));

    static IAsyncEnumerable<StatementResult> Script(ScratchTarget target, IWarehouse warehouse, string sql) =>
        new ScriptRunner(warehouse, target.Store, TimeProvider.System).RunAsync(SqlScript.Parse("a.sql", sql), Stop);
}
