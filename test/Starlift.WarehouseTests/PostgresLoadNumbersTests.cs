using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

public sealed class PostgresLoadNumbersTests : LoadNumbersContract
{
    const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private protected override async Task<ScratchTarget> MakeTargetAsync() => await PostgresTarget.MakeAsync();

    /// <summary>From a database on that has none of Starlift's tables yet.</summary>
    [Fact]
    public async Task Sessions_that_load_at_the_same_time_never_have_the_same_number()
    {
        const int Scripts = 25;
        await using var target = await PostgresTarget.MakeAsync();
        var project = ScratchProject.Make(target);
        await using var first = await OpenAsync(target, project.Table);
        await using var second = await target.OpenAsync();
        await using var third = await target.OpenAsync();
        await Task.WhenAll(
            Task.Run(RunsAsync, Stop),
            Task.Run(() => ScriptsAsync(second, Copy), Stop),
            Task.Run(() => ScriptsAsync(third, Other), Stop));

        Assert.Equal([$"{(2 * 2 * Scripts) + 10}|{(2 * 2 * Scripts) + 10}"], await LinesAsync(first, "select count(*), count(distinct load_id) from starlift.loads"));
        Assert.Equal(["0"], await LinesAsync(first, "select count(*) from starlift.loads where status <> 'completed'"));
        Assert.Equal([], await LinesAsync(first, "select load_id from starlift.rejects group by load_id having count(*) > 1"));
        Assert.Equal([$"{2 * Scripts}|{2 * Scripts}"], await LinesAsync(first, "select (select count(*) from visits), (select count(*) from calls)"));
        Assert.True((await WarehouseContract.RunAsync(project, target, first)).NothingNew);

        async Task RunsAsync()
        {
            for (var run = 1; run <= 10; run++)
            {
                target.Put($"data/{run}.json", $$"""{"id":{{run}},"name":"a"}{"id":"x"}""");
                await WarehouseContract.RunAsync(project, target, first);
            }
        }

        async Task ScriptsAsync(IWarehouse warehouse, string copy)
        {
            for (var script = 0; script < Scripts; script++)
            {
                await ScriptAsync(target, warehouse, $"{copy}; begin; {copy}; commit");
            }
        }
    }

    /// <summary>Another session has made the schema, and not yet the first table.</summary>
    [Fact]
    public async Task A_session_waits_for_the_one_that_makes_the_schema()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var maker = await target.OpenAsync();
        await using var session = await target.OpenAsync();
        await maker.ExecuteAsync("begin; create schema starlift", Stop);
        var script = Task.Run(() => ScriptAsync(target, session, "select count(*) from stl_load_errors"), Stop);
        while (await target.Server.ExecuteAsync(target.Database, Waiting, Stop) is 0L)
        {
            await Task.Delay(20, Stop);
        }

        await maker.ExecuteAsync("commit", Stop);
        await script;
    }
}
