using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Objects can be taken out of the star and read again, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract class UndoContract : ProjectContract
{
    const string Sums = "select id, total from sums order by id";

    [Fact]
    public async Task What_an_object_brought_is_taken_out_and_the_next_run_brings_it_back()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/3.json", Payment(3, 7));
        var what = new RunOptions { Undo = [Uri(target, "data/1.json")] };
        var plan = await PlanAsync(project, target, warehouse, what);
        Assert.EndsWith("data/1.json", Assert.Single(plan.Choice.Undone).Uri, StringComparison.Ordinal);
        Assert.Equal((0, 1, 2), (plan.Loads[0].New.Count, plan.Loads[0].Again.Count, plan.Loads[0].Left.Count));
        var report = await RunAsync(project, target, warehouse, what);
        Assert.Equal(["1|20", "2|30"], await LinesAsync(warehouse, Sums));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
        Assert.Equal([$"undo|{Uri(target, "data/1.json")}|1"], await LinesAsync(warehouse, $"select step, name, rows_read from starlift.steps where run_id = {report.RunId} and step = 'undo'"));
        Assert.True((await Reconciliation.OfAsync(await PlanAsync(project, target, warehouse), project, warehouse, Stop)).IsComplete);
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|30", "2|30", "3|7"], await LinesAsync(warehouse, Sums));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
    }

    [Fact]
    public async Task A_run_can_be_undone_as_long_as_it_is_known_what_it_brought()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/3.json", Payment(1, 7));
        var second = await RunAsync(project, target, warehouse);
        Assert.Equal(["1|37", "2|30"], await LinesAsync(warehouse, Sums));
        await RunAsync(project, target, warehouse, new RunOptions { UndoRun = second.RunId });
        Assert.Equal(["1|30", "2|30"], await LinesAsync(warehouse, Sums));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|37", "2|30"], await LinesAsync(warehouse, Sums));

        target.Put("data/3.json", Payment(1, 8));
        var rebuilt = await RunAsync(project, target, warehouse);
        await RefusedAsync(rebuilt.RunId, $"run {rebuilt.RunId} may have loaded again what earlier runs had loaded for payments");
        await RefusedAsync(second.RunId, $"nothing that run {second.RunId} has loaded is in the star");
        await RefusedAsync(99, "the target knows no run 99");
        Assert.Equal(["1|38", "2|30"], await LinesAsync(warehouse, Sums));

        async Task RefusedAsync(long run, string message)
        {
            var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse, new RunOptions { UndoRun = run }));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_that_a_load_has_loaded_can_be_undone()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        var first = await RunAsync(project, target, warehouse);
        await RunAsync(project, target, warehouse, new RunOptions { UndoRun = first.RunId });
        Assert.Empty(await LinesAsync(warehouse, Sums));
        Assert.Equal(["0"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|30", "2|30"], await LinesAsync(warehouse, Sums));
    }

    [Fact]
    public async Task A_run_that_undoes_leaves_vanished_objects_what_they_brought_or_refuses()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        File.Delete(Path.Combine(target.Folder, "data/2.json"));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse, new RunOptions { Undo = [Uri(target, "data/1.json")] }));
        Assert.Contains("would drop what one object brought that is no longer there", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|30", "2|30"], await LinesAsync(warehouse, Sums));
        await RunAsync(project, target, warehouse, new RunOptions { Undo = [Uri(target, "data/2.json")] });
        Assert.Equal(["1|10"], await LinesAsync(warehouse, Sums));
        Assert.Empty((await PlanAsync(project, target, warehouse)).Loads[0].Vanished);
    }

    [Theory]
    [InlineData(ChangedObjects.Rebuild, "1|30", "2|30")]
    [InlineData(ChangedObjects.Ignore, "1|30", "2|30")]
    [InlineData(ChangedObjects.Merge, "1|40", "2|30")]
    public async Task Objects_are_read_again_as_if_they_had_changed(ChangedObjects policy, params string[] sums)
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/3.json", Payment(3, 7));
        await warehouse.ExecuteAsync("update sums set total = 30 where id = 1", Stop);
        var report = await RunAsync(project, target, warehouse, new RunOptions { Reload = [Uri(target, "data/1")], Changed = policy });
        Assert.Equal((0, 1), (report.Plan.Loads[0].New.Count, report.Plan.Loads[0].Changed.Count));
        Assert.Equal(sums, await LinesAsync(warehouse, Sums));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse, new RunOptions { Reload = ["data/9"] }));
        Assert.Contains("no load has loaded 'data/9'", error.Message, StringComparison.Ordinal);
        report = await RunAsync(project, target, warehouse, new RunOptions { Reload = [], Since = new DateOnly(2018, 11, 1) });
        Assert.Equal(2, report.Plan.Choice.Reloaded.Count);
        Assert.Equal(["1|30", "2|30"], await LinesAsync(warehouse, Sums));
    }

    // A local object is named from the project's folder, one in S3 by its uri.
    static string Uri(ScratchTarget target, string path) => target.Store is BucketStore ? $"s3://{Path.GetFileName(target.Folder)}/{path}" : path;

    static Project Make(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/payments.sql", "create table payments (id int, amount int)");
        target.Put("tables/sums.sql", "create table sums (id int not null primary key, total int not null)");
        target.Put("loads/payments.sql", "copy payments from './data/' iam_role default format as json 'auto'");
        target.Put("models/sums.sql", "select p.id, cast(coalesce(max(s.total), 0) + sum(p.amount) as int) as total from payments as p left join sums as s on s.id = p.id group by p.id");
        target.Put("data/1.json", Payment(1, 10));
        target.Put("data/2.json", $"{Payment(1, 20)}\n{Payment(2, 30)}");
        return ScratchProject.Read(target);
    }

    static string Payment(int id, int amount) => $$"""{"id":{{id}},"amount":{{amount}}}""";
}
