using Starlift.DuckDb;
using Starlift.Projects;
using Starlift.Stars;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What is published is held against what all objects give. One empty subclass a warehouse.</summary>
public abstract class VerificationContract : ProjectContract
{
    [Fact]
    public async Task What_differs_from_a_star_of_all_objects_is_told_by_key()
    {
        await using var target = await MakeTargetAsync();
        target.Put("data/1.json", """{"id":1,"name":"a"}{"id":2,"name":"b"}{"id":3,"name":"c"}""");
        var project = ScratchProject.Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        var same = Assert.Single(await VerifyAsync(project, target, warehouse));
        Assert.True(same.IsSame);
        Assert.Equal((3, 3), (same.PublishedRows, same.BuiltRows));

        await warehouse.ExecuteAsync("delete from things where id = 1", Stop);
        await warehouse.ExecuteAsync("update things set name = 'other' where id = 2", Stop);
        await warehouse.ExecuteAsync("update things set id = 9 where id = 3", Stop);
        var different = Assert.Single(await VerifyAsync(project, target, warehouse));
        Assert.False(different.IsSame);
        Assert.Equal((2, 3, 2, 1, 1), (different.PublishedRows, different.BuiltRows, different.Missing, different.Extra, different.Different));
        Assert.Equal(
            [
                "missing in things: id = 1", "missing in things: id = 3", "too much in things: id = 9",
                "different in things: id = 2: name is 'other' and should be 'b'",
            ],
            different.Examples);
        // however few rows are held at a time
        Assert.Equivalent(different, Assert.Single(await VerifyAsync(project, target, warehouse, mostRows: 1)), strict: true);
        Assert.Equal(["2|other", "9|c"], await LinesAsync(warehouse, "select id, name from things order by id"));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select count(*) from starlift.runs"));
    }

    static async Task<IReadOnlyList<VerifiedTable>> VerifyAsync(Project project, ScratchTarget target, IWarehouse warehouse, long mostRows = 1_000)
    {
        await using var aside = await DuckDbWarehouse.OpenAsync(
            new DuckDbOptions { Path = ":memory:" }, name => project.Table(name)?.Definition, target.Store, Stop);
        await RunAsync(project, target, aside);
        return await new StarVerification(project, warehouse, aside) { MostRows = mostRows }.RunAsync(Stop);
    }
}
