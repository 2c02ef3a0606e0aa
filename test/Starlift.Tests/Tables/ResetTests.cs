using Starlift.Errors;
using Starlift.Tables;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Tables;

public sealed class ResetTests
{
    [Fact]
    public async Task A_reset_drops_what_refers_to_others_first_and_makes_it_last()
    {
        await using var runs = Referring().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        var report = await ResetAsync(runs);
        Assert.Equal(["a: 1", "m: 1", "z: 1"], report.Dropped.Where(dropped => dropped.Table.Name != "arrivals").Select(dropped => $"{dropped.Table}: {dropped.Rows}"));
        Assert.Equal(["z", "m", "a"], report.Tables.Select(table => table.Name));
        Assert.Equal(1, report.ObjectsForgotten);
        Assert.Equal(["0"], await runs.QueryAsync("select count(*) from a"));
    }

    [Fact]
    public async Task A_reset_forgets_the_loads_of_the_project_and_no_others()
    {
        await using var runs = Referring().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        await runs.ExecuteAsync("insert into starlift.ledger select 'departures', uri, version, size, load_id, loaded_at, records, rows_loaded, rejects, project, schema_name from starlift.ledger");
        await ResetAsync(runs);
        Assert.Equal(["departures"], await runs.QueryAsync("select load_name from starlift.ledger"));
        Assert.Equal(["1|done"], await runs.QueryAsync("select run_id, outcome from starlift.runs"));
        Assert.False((await runs.RunAsync()).NothingNew);
    }

    [Fact]
    public async Task A_target_that_never_saw_the_project_gets_its_tables()
    {
        await using var runs = Referring();
        var report = await ResetAsync(runs);
        Assert.Empty(report.Dropped);
        Assert.Equal(0, report.ObjectsForgotten);
        Assert.Equal(["0"], await runs.QueryAsync("select count(*) from a"));
    }

    [Fact]
    public async Task A_reset_that_fails_leaves_everything_as_it_was()
    {
        await using var runs = Referring().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        runs.Add("tables/a.sql", "create table a (id int primary key, m int default nowhere() references m (id))");
        await Assert.ThrowsAnyAsync<StarliftException>(() => ResetAsync(runs));
        Assert.Equal(["1|1"], await runs.QueryAsync("select * from a"));
        Assert.Equal(["1"], await runs.QueryAsync("select count(*) from starlift.ledger"));
    }

    static ScratchRuns Referring() => ScratchRuns.With("id int")
        .Star("a", "id int primary key, m int references m (id)", "select id, id as m from arrivals")
        .Star("m", "id int primary key, z int references z (id)", "select id, id as z from arrivals")
        .Star("z", "id int primary key", "select id from arrivals");

    static async Task<ResetReport> ResetAsync(ScratchRuns runs) =>
        await new Reset(runs.Read(), await runs.WarehouseAsync(), TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
}
