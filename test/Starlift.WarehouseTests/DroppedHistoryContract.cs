using Starlift.Errors;
using Starlift.Runs;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Somebody drops a table of Starlift's own by hand.</summary>
public abstract class DroppedHistoryContract
{
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

    [Fact]
    public async Task Without_its_ledger_a_star_is_not_loaded_again_until_it_is_reset()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await WarehouseContract.RunAsync(project, target, warehouse);
        await DropAsync(warehouse, "ledger");
        for (var tries = 0; tries < 2; tries++)
        {
            var error = await Assert.ThrowsAsync<ConfigurationException>(() => WarehouseContract.RunAsync(project, target, warehouse));
            Assert.Contains("starlift.ledger is gone from the target", error.Message, StringComparison.Ordinal);
            Assert.Contains("starlift reset", error.Hint, StringComparison.Ordinal);
        }

        await new Reset(project, warehouse, TimeProvider.System).RunAsync(Stop);
        Assert.Equal(1, (await WarehouseContract.RunAsync(project, target, warehouse)).Loads[0].Rows);
    }

    // The views over the table go with it, where the engine minds.
    static Task<long> DropAsync(IWarehouse warehouse, string table) => warehouse.ExecuteAsync($"drop table starlift.{table} cascade", Stop);

    static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) => ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));
}
