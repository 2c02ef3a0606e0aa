using Starlift.Planning;
using Starlift.Projects;
using Starlift.Warehouses;
using static Starlift.WarehouseTests.OrdersProject;

namespace Starlift.WarehouseTests;

/// <summary>What the star no longer equals is told, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract class DifferencesContract : ProjectContract
{
    const string Lines = "select order_id, line, price from lines order by order_id, line";

    [Fact]
    public async Task What_the_star_no_longer_equals_is_told_until_it_does()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        Assert.Empty((await ReconcileAsync(project, target, warehouse)).Differences);
        var report = await RunAsync(project, target, warehouse, new RunOptions { Changed = ChangedObjects.Merge });
        AssertMerged(StarDifferences.Of(report.Plan));
        for (var tries = 0; tries < 2; tries++)
        {
            var reconciliation = await ReconcileAsync(project, target, warehouse);
            Assert.True(reconciliation.IsComplete);
            AssertMerged(reconciliation.Differences);
            var load = reconciliation.Loads.Single(load => load.Load == "orders");
            Assert.Equal((2, 2, 0, 1), (load.Listed, load.Loaded, load.Waiting, load.Merged));
            target.Put("data/orders/1.json", Line(1, 1, 12));
            await RunAsync(project, target, warehouse, new RunOptions { Changed = ChangedObjects.Merge });
        }

        Assert.Equal(["1|1|12", "1|2|20", "1|3|30", "2|1|40"], await LinesAsync(warehouse, Lines));
        Assert.Equal(["2"], await LinesAsync(warehouse, "select count(distinct uri) from starlift.ledger where load_name = 'orders'"));
        await RunAsync(project, target, warehouse, new RunOptions { Rebuild = ["customers"] });
        AssertMerged((await ReconcileAsync(project, target, warehouse)).Differences);
        report = await RunAsync(project, target, warehouse, new RunOptions { Rebuild = ["lines"] });
        Assert.Empty(StarDifferences.Of(report.Plan));
        Assert.Equal(["1|1|12", "2|1|40"], await LinesAsync(warehouse, Lines));
        Assert.Empty((await ReconcileAsync(project, target, warehouse)).Differences);
        Assert.Equal(["2"], await LinesAsync(warehouse, "select count(*) from starlift.ledger where load_name = 'orders'"));

        static void AssertMerged(IReadOnlyList<StarDifference> differences)
        {
            var difference = Assert.Single(differences);
            Assert.Equal((StarDifferenceKind.Merged, "--rebuild lines takes them out"), (difference.Kind, difference.Mends));
            Assert.EndsWith("data/orders/1.json", Assert.Single(difference.Objects), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_object_that_a_table_keeps_an_earlier_version_of_is_merged_still_where_another_table_is_built_anew()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("tables/firsts.sql", "create table firsts (order_id int not null, line int not null, primary key (order_id, line))");
        target.Put("models/firsts.sql", "select order_id, line from orders");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        await RunAsync(project, target, warehouse, new RunOptions { Changed = ChangedObjects.Merge });
        await RunAsync(project, target, warehouse, new RunOptions { Rebuild = ["lines"] });
        Assert.Equal("--rebuild firsts --rebuild lines takes them out", Assert.Single((await ReconcileAsync(project, target, warehouse)).Differences).Mends);
        await RunAsync(project, target, warehouse, new RunOptions { Rebuild = ["lines", "firsts"] });
        Assert.Empty((await ReconcileAsync(project, target, warehouse)).Differences);
    }

    [Fact]
    public async Task Changes_that_a_project_ignores_and_objects_that_vanished_are_told_as_differences()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\nchanged: ignore\n");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        File.Delete(Path.Combine(target.Folder, "data/orders/2.json"));
        var reconciliation = await ReconcileAsync(project, target, warehouse);
        Assert.True(reconciliation.IsComplete);
        Assert.Equal(
            [(StarDifferenceKind.Vanished, "--drop-vanished takes it out"), (StarDifferenceKind.Ignored, "--changed rebuild takes in what they say now")],
            reconciliation.Differences.Select(difference => (difference.Kind, difference.Mends)));
        var load = reconciliation.Loads.Single(load => load.Load == "orders");
        Assert.Equal((1, 0, 0, 1, 1), (load.Listed, load.Loaded, load.Waiting, load.Ignored, load.Vanished));
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\nvanished: keep\n");
        project = ScratchProject.Read(target);
        Assert.Empty((await ReconcileAsync(project, target, warehouse)).Differences);
        await RunAsync(project, target, warehouse, new RunOptions { Changed = ChangedObjects.Rebuild, DropVanished = true });
        Assert.Equal(["1|1|11"], await LinesAsync(warehouse, Lines));
    }

    static async Task<Reconciliation> ReconcileAsync(Project project, ScratchTarget target, IWarehouse warehouse) =>
        await Reconciliation.OfAsync(await PlanAsync(project, target, warehouse), project, warehouse, Stop);
}
