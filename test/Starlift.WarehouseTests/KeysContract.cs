using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.WarehouseTests;

/// <summary>Columns that are taken from the keys of objects, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract class KeysContract : ProjectContract
{
    const string Things = "select id, day, hour, place from things order by id";

    [Fact]
    public async Task A_row_has_what_the_key_of_its_object_says()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "-- keys: day={day}/hour={hour}/{_}/{place}.json");
        await using var warehouse = await OpenAsync(target, project);
        target.Put("data/day=2024-03-01/hour=5/x/a%20b%3A1.json", """{"id":1,"day":"1999-01-01"}{"id":2}""");
        target.Put("data/day=2024-03-01/hour=6/x/c.json", """{"id":3,"hour":9}""");
        target.Put("data/day=2024-03-02/hour=__HIVE_DEFAULT_PARTITION__/x/c.json", """{"id":4}""");
        target.Put("data/day=__HIVE_DEFAULT_PARTITION__/hour=__HIVE_DEFAULT_PARTITION__/x/__HIVE_DEFAULT_PARTITION__.json", """{"id":5}""");
        target.Put("data/day=2024-03-02/hour=7/x/Zürich'\\.json", """{"id":6}""");
        await RunAsync(project, target, warehouse);
        string[] expected = ["1|2024-03-01|5|a b:1", "2|2024-03-01|5|a b:1", "3|2024-03-01|6|c", "4|2024-03-02|NULL|c", "5|NULL|NULL|NULL", @"6|2024-03-02|7|Zürich'\"];
        Assert.Equal(expected, await LinesAsync(warehouse, Things));

        target.Put("data/day=2024-03-03/hour=0/x/d.json", """{"id":7}""");
        var report = await RunAsync(project, target, warehouse);
        Assert.Equal((1, 0), (report.Stars[0].Inserted, report.Stars[0].Updated));
        Assert.Equal([.. expected, "7|2024-03-03|0|d"], await LinesAsync(warehouse, Things));
    }

    [Fact]
    public async Task A_key_that_does_not_fit_ends_the_run_with_its_object()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "-- keys: day={day}/hour={hour}/{_}/{place}.json");
        await using var warehouse = await OpenAsync(target, project);
        target.Put("data/day=2024-03-01/a.json", """{"id":1}""");
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(project, target, warehouse));
        Assert.Matches("^the load takes day, hour, place from keys, and .*data/day=2024-03-01/a.json has no 'day={day}/hour={hour}/{_}/{place}.json'$", error.Problems[0].What);
    }

    [Fact]
    public async Task A_value_that_is_none_of_the_columns_type_ends_the_run()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "-- keys: day={day}/hour={hour}/{_}/{place}.json");
        await using var warehouse = await OpenAsync(target, project);
        target.Put("data/day=soon/hour=1/x/a.json", """{"id":1}""");
        await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(project, target, warehouse));
    }

    static Project Make(ScratchTarget target, string header)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/staged.sql", "create table staged (id int, day date, hour smallint, place varchar(20))");
        target.Put("tables/things.sql", "create table things (id int primary key, day date, hour smallint, place varchar(20))");
        target.Put("loads/staged.sql", $"{header}\ncopy staged (id) from './data/' iam_role default format as json 'auto'");
        target.Put("models/things.sql", "select id, day, hour, place from staged");
        return ScratchProject.Read(target);
    }
}
