using Starlift.Errors;
using Starlift.Planning;
using Starlift.Stars;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What a run does on every warehouse.</summary>
public abstract partial class WarehouseContract
{
    // Microseconds, or seconds, taken for milliseconds: a slip of many projects.
    [Fact]
    public async Task A_run_publishes_dates_beyond_the_year_9999_and_its_checks_show_them()
    {
        await using var target = await MakeTargetAsync();
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/arrivals.sql", "create table arrivals (id int, seen_at timestamp, price decimal(38,4))");
        target.Put("tables/things.sql", "create table things (id int not null, seen_at timestamp, price decimal(38,4), primary key (id))");
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto' timeformat 'epochmillisecs'");
        target.Put("models/things.sql", "select id, seen_at, price from arrivals");
        target.Put("checks/near.sql", "-- description: Nothing is far.\n-- severity: warn\nselect id, seen_at, price from things where seen_at > '2100-01-01'");
        target.Put("data/1.json", """{"id":1,"seen_at":1541121934796000,"price":"123456789012345678901234567890.5"}""");
        var project = ScratchProject.Read(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        var report = await RunAsync(project, target, warehouse);
        Assert.Equal(
            "id = 1, seen_at = '50806-03-18 10:19:56', price = 123456789012345678901234567890.5000",
            report.Checks.Single(check => check.Name == "near").Examples);
        await foreach (var table in new StarDiff(project, warehouse, warehouse).CompareAsync(Stop))
        {
            Assert.True(table.IsSame);
        }
    }

    // of the project's own tables it is told when the project is read
    [Fact]
    public async Task A_model_that_misspells_a_column_of_a_table_of_others_is_told_at_its_line_and_column()
    {
        await using var target = await MakeTargetAsync();
        ScratchProject.Make(target);
        target.Put(
            "models/things.sql",
            "-- The names are others'.\nwith seen as (\n    select id\n    from arrivals\n)\nselect s.id, e.nam as name\nfrom seen as s\njoin elsewhere as e on e.id = s.id");
        target.Put("data/1.json", """{"id":1}""");
        var project = ScratchProject.Read(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        await warehouse.ExecuteAsync("create table elsewhere (id int, name varchar(20))", Stop);

        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(project, target, warehouse));
        Assert.EndsWith("models/things.sql:6:14", error.Problems[0].Place.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_loads_merges_and_remembers_and_the_next_one_finds_nothing_new()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", "{\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"b\"}\n{\"id\":\"x\"}");
        var report = await RunAsync(project, target, warehouse);
        Assert.Equal((2L, 1), (report.Loads[0].Rows, report.Loads[0].Rejects));
        Assert.Equal((2L, 0L), (report.Stars[0].Inserted, report.Stars[0].Updated));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
        target.Put("data/2.json", "{\"id\":2,\"name\":\"B\"}\n{\"id\":3,\"name\":\"c\"}");
        report = await RunAsync(project, target, warehouse);
        Assert.Equal((1L, 1L), (report.Stars[0].Inserted, report.Stars[0].Updated));
        Assert.Equal(["1|a", "2|B", "3|c"], await LinesAsync(warehouse, "select id, name from things order by id"));
        target.Put("data/2.json", "{\"id\":2,\"name\":\"B\"}\n{\"id\":4,\"name\":\"d\"}");
        Assert.Single((await RunAsync(project, target, warehouse, new RunOptions { Changed = Projects.ChangedObjects.Merge })).Plan.Loads[0].Changed);
        // The version that was merged over is kept: its rows may still be in the star.
        Assert.Equal(["3|7|1"], await LinesAsync(warehouse, "select count(*), sum(records), sum(rejects) from starlift.ledger"));
        Assert.Equal(
            ["1|done", "2|nothing", "3|done", "4|done"], await LinesAsync(warehouse, "select run_id, outcome from starlift.runs order by run_id"));
        Assert.Equal(["3|id|x"], await LinesAsync(warehouse, "select last_line, column_name, raw_value from starlift.rejects"));
    }

    [Fact]
    public async Task A_model_is_built_after_the_table_that_it_reads_with_its_schema_named_or_not()
    {
        await using var target = await MakeTargetAsync();
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/arrivals.sql", "create table arrivals (id int)");
        target.Put("tables/zzz.sql", "create table public.zzz (id int not null, primary key (id))");
        target.Put("tables/yyy.sql", "create table yyy (id int not null, primary key (id))");
        target.Put("tables/aaa.sql", "create table aaa (id int not null, primary key (id))");
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto'");
        target.Put("models/zzz.sql", "select id from arrivals");
        target.Put("models/yyy.sql", "with zzz as (select id from zzz) select id from zzz");
        target.Put("models/aaa.sql", "select id from public.yyy");
        target.Put("data/1.json", "{\"id\":1}\n{\"id\":2}");
        var project = ScratchProject.Read(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);

        var report = await RunAsync(project, target, warehouse);

        Assert.Equal(["zzz 2", "yyy 2", "aaa 2"], report.Stars.Select(star => $"{star.Table.Name} {star.Inserted}"));
    }

    [Fact]
    public async Task A_run_that_fails_its_checks_leaves_the_star_as_it_was()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", "{\"id\":1,\"name\":\"a\"}");
        await RunAsync(project, target, warehouse);
        target.Put("data/2.json", "{\"id\":2,\"name\":\"b\"}\n{\"id\":3}");
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(project, target, warehouse));
        Assert.Equal(ExitCode.ChecksFailed, error.ExitCode);
        Assert.Contains("id = 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|a"], await LinesAsync(warehouse, "select id, name from things"));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
        Assert.Equal(["checks_failed"], await LinesAsync(warehouse, "select outcome from starlift.runs where run_id = 2"));
    }
}
