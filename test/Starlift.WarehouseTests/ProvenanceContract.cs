using Starlift.Objects;
using Starlift.Provenance;
using static Starlift.WarehouseTests.OrdersProject;

namespace Starlift.WarehouseTests;

/// <summary>The records that a row comes from are found in the objects, whichever warehouse has published it. One empty subclass a warehouse.</summary>
public abstract class ProvenanceContract : ProjectContract
{
    [Fact]
    public async Task Records_of_a_row_are_found_through_the_tables_that_its_model_reads()
    {
        await using var target = await MakeTargetAsync();
        await using var beside = new DuckDbTarget(target.Store);
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await using var aside = await OpenAsync(beside, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/2.json", $"{Line(1, 4, 50)}\n{Line(2, 1, 41)}");

        var origin = Assert.Single(new KeyOrigins(project).Of(project.Models.Single(model => model.Name == "totals")));
        Assert.Equal(["totals", "lines"], origin.Path.Select(model => model.Name));
        var objects = await ObjectListing.ListAsync(target.Store, origin.Load.Copy, _ => { }, Stop);
        var found = await new RecordSearch(project, warehouse, aside, target.Store).FindAsync(origin, new Dictionary<string, string> { ["order_id"] = "1" }, objects, Stop);

        Assert.Equal(4, found.Count);
        Assert.Equal(["1.json:1", "1.json:2", "1.json:3", "2.json:1"], found.Records.Select(record => $"{record.Object[^6..]}:{record.Line}").Order());
        Assert.Contains(found.Records, record => record is { Run: 1, IsLoaded: true, IsChanged: false } && record.Text == Line(1, 2, 20));
        Assert.Contains(found.Records, record => record is { IsLoaded: true, IsChanged: true } && record.Text == Line(1, 4, 50));
        Assert.Empty(found.Rejects);
    }
}
