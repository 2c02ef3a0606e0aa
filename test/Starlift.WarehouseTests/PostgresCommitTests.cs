using Starlift.Errors;
using Starlift.Planning;
using Starlift.Postgres;
using Starlift.Runs;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>The server is asked what became of a transaction whose COMMIT lost its connection.</summary>
public sealed class PostgresCommitTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CommitFault.LostBefore)]
    [InlineData(CommitFault.LostAfter)]
    [InlineData(CommitFault.Late)]
    public async Task A_run_whose_commit_loses_its_connection_is_told_as_what_it_is(CommitFault fault)
    {
        await using var target = await PostgresTarget.MakeAsync();
        // The first makes the history, the second takes the numbers of loads.
        await using var proxy = ProxyFor(target, fault, undisturbed: 2);
        var project = ScratchProject.Make(target);
        target.Put("data/1.json", "{\"id\":1,\"name\":\"a\"}\n{\"id\":\"x\"}");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        proxy.OnCommit = cancel.Cancel;
        await using var warehouse = await OpenAsync(target, proxy, name => project.Table(name)?.Definition);
        var runner = new Runner(project, warehouse, target.Store, new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System));
        var published = fault != CommitFault.LostBefore;
        if (published)
        {
            Assert.Equal(1, (await runner.RunAsync(RunOptions.Default, cancel.Token)).Stars[0].Inserted);
        }
        else
        {
            var error = await Assert.ThrowsAsync<StarliftException>(() => runner.RunAsync(RunOptions.Default, cancel.Token));
            Assert.Equal(ExitCode.Access, error.ExitCode);
            Assert.Matches("^the connection to .* was lost while the transaction was being committed, and nothing of it is committed$", error.Message);
        }

        await using var other = await target.OpenAsync();
        Assert.Equal([published ? "1|done" : "1|failed"], await LinesAsync(other, "select run_id, outcome from starlift.runs"));
        Assert.Equal([published ? "completed|1" : "aborted|1"], await LinesAsync(other, "select status, rejects from starlift.loads"));
        Assert.Equal(1, await other.CountAsync("select count(*) from starlift.rejects", Stop));
        Assert.Equal(published, await other.ColumnsOfAsync(new TableName(null, "things"), Stop) is not null);
        Assert.Equal(published, (await WarehouseContract.RunAsync(project, target, other)).NothingNew);
    }

    [Theory]
    [InlineData(CommitFault.LostBefore)]
    [InlineData(CommitFault.LostAfter)]
    public async Task A_run_whose_numbers_lose_their_connection_loads_under_those_that_are_its_own_or_not_at_all(CommitFault fault)
    {
        await using var target = await PostgresTarget.MakeAsync();
        // The first makes the history.
        await using var proxy = ProxyFor(target, fault, undisturbed: 1);
        var project = ScratchProject.Make(target);
        target.Put("data/1.json", "{\"id\":1,\"name\":\"a\"}");
        await using var warehouse = await OpenAsync(target, proxy, name => project.Table(name)?.Definition);
        var error = await Record.ExceptionAsync(() => WarehouseContract.RunAsync(project, target, warehouse));
        Assert.Equal(fault == CommitFault.LostAfter, error is null);
        await WarehouseContract.RunAsync(project, target, warehouse);
        Assert.Equal(
            fault == CommitFault.LostAfter ? ["1|done", "2|nothing"] : ["1|failed", "2|done"],
            await LinesAsync(warehouse, "select run_id, outcome from starlift.runs order by run_id"));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select load_id from starlift.loads"));
    }

    [Theory]
    [InlineData(CommitFault.LostBefore)]
    [InlineData(CommitFault.LostAfter)]
    public async Task A_script_whose_commit_loses_its_connection_goes_on_where_it_is_committed(CommitFault fault)
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var proxy = ProxyFor(target, fault);
        await using var warehouse = await OpenAsync(target, proxy, _ => null);
        var script = new ScriptRunner(warehouse, target.Store, TimeProvider.System)
            .RunAsync(SqlScript.Parse("a.sql", "create table t (a int); begin; insert into t values (1); commit; insert into t values (2)"), Stop);
        var results = 0;
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in script)
            {
                results++;
            }
        });
        var committed = fault == CommitFault.LostAfter;
        Assert.Equal(committed, error is null);
        Assert.Equal(committed ? 5 : 3, results);
        await using var other = await target.OpenAsync();
        Assert.Equal(committed ? ["1", "2"] : [], await LinesAsync(other, "select a from t order by a"));
    }

    [Fact]
    public async Task A_commit_whose_server_does_not_come_back_is_told_as_unknown()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var proxy = ProxyFor(target, CommitFault.LostAfter);
        await using var warehouse = await OpenAsync(target, proxy, _ => null, settling: TimeSpan.FromSeconds(1));
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync("create table t (a int)", Stop);
        proxy.OnCommit = () => proxy.IsDown = true;
        var error = await Assert.ThrowsAsync<UnknownCommitException>(warehouse.CommitAsync);
        Assert.EndsWith("was lost while the transaction was being committed, and whether it is committed is not known", error.Message, StringComparison.Ordinal);
        proxy.IsDown = false;
        Assert.NotNull(await warehouse.ColumnsOfAsync(new TableName(null, "t"), Stop));
    }

    [Fact]
    public async Task A_transaction_that_wrote_nothing_has_nothing_to_lose()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var proxy = ProxyFor(target, CommitFault.LostBefore);
        await using var warehouse = await OpenAsync(target, proxy, _ => null);
        await warehouse.BeginAsync(Stop);
        Assert.Equal(1, await warehouse.CountAsync("select 1", Stop));
        await warehouse.CommitAsync();
        Assert.Equal(1, await warehouse.CountAsync("select 1", Stop));
    }

    static CommitProxy ProxyFor(PostgresTarget target, CommitFault fault, int undisturbed = 0) =>
        new(target.Options.Host, target.Options.Port, fault) { Undisturbed = undisturbed };

    static async Task<IWarehouse> OpenAsync(PostgresTarget target, CommitProxy proxy, Func<TableName, CreateTable?> tables, TimeSpan? settling = null) =>
        await PostgresWarehouse.OpenAsync(
            target.Options with { Host = "127.0.0.1", Port = proxy.Port, SslMode = "disable", SettlingPatience = settling ?? TimeSpan.FromSeconds(60) },
            tables,
            target.Store,
            Stop);

    static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) => ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));
}
