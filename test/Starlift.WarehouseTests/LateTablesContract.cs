using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>A table that is made later than objects were loaded is given them, and the others nothing twice. One empty subclass a warehouse.</summary>
public abstract class LateTablesContract : ProjectContract
{
    const string Counts = "select id, seen from counts order by id";
    const string Names = "select id, name from names order by id";

    [Theory]
    [InlineData(false, ChangedObjects.Rebuild)]
    [InlineData(true, ChangedObjects.Rebuild)]
    [InlineData(false, ChangedObjects.Merge)]
    public async Task A_table_that_adds_to_itself_counts_nothing_twice_when_another_is_made_late(bool hasNews, ChangedObjects policy)
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync("drop table names", Stop);
        if (hasNews)
        {
            target.Put("data/arrived/3.json", Arrival(2, "c"));
        }

        var report = await RunAsync(project, target, warehouse, new RunOptions { Changed = policy });
        Assert.Equal(hasNews ? [] : ["counts"], report.Plan.Rebuild.Resting.Select(model => model.Name));
        Assert.Equal(hasNews ? ["1|2", "2|2"] : ["1|2", "2|1"], await LinesAsync(warehouse, Counts));
        Assert.Equal(hasNews ? ["1|b", "2|c"] : ["1|b", "2|b"], await LinesAsync(warehouse, Names));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
    }

    [Fact]
    public async Task A_table_that_reads_one_made_late_is_built_anew_with_it()
    {
        await using var target = await MakeTargetAsync();
        await using (var warehouse = await OpenAsync(target, Make(target)))
        {
            await RunAsync(ScratchProject.Read(target), target, warehouse);
        }

        target.Put("tables/marks.sql", "create table marks (id int not null primary key, mark varchar(20))");
        target.Put("models/marks.sql", "select id, min(name) as mark from arrived group by id");
        target.Put("models/counts.sql", "select a.id, coalesce(max(c.seen), 0) + count(*) + max(case when m.mark = 'a' then 10 else 0 end) as seen "
            + "from arrived as a left join counts as c on c.id = a.id left join marks as m on m.id = a.id group by a.id");
        var project = ScratchProject.Read(target);
        await using var later = await OpenAsync(target, project);
        var report = await RunAsync(project, target, later);
        Assert.Equal(["counts", "marks"], report.Plan.Rebuild.Tables.Select(table => table.Name).Order());
        Assert.Equal(["1|12", "2|1"], await LinesAsync(later, Counts));
    }

    [Fact]
    public async Task What_vanished_objects_brought_to_other_tables_stays_where_a_table_is_made_late()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        File.Delete(Path.Combine(target.Folder, "data/arrived/1.json"));
        await warehouse.ExecuteAsync("drop table names", Stop);
        target.Put("data/arrived/3.json", Arrival(3, "c"));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        Assert.Contains("would drop what one object brought that is no longer there", error.Message, StringComparison.Ordinal);
        Assert.Contains("run with --rebuild names first", error.Hint!, StringComparison.Ordinal);
        Assert.Equal(["1|2", "2|1"], await LinesAsync(warehouse, Counts));

        var plan = await PlanAsync(project, target, warehouse, new RunOptions { Rebuild = ["names"] });
        Assert.Empty(plan.Lost);
        await RunAsync(project, target, warehouse, new RunOptions { Rebuild = ["names"] });
        Assert.Equal(["1|2", "2|1"], await LinesAsync(warehouse, Counts));
        Assert.Equal(["1|b", "2|b"], await LinesAsync(warehouse, Names));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|2", "2|1", "3|1"], await LinesAsync(warehouse, Counts));
        plan = await PlanAsync(project, target, warehouse);
        Assert.Single(Assert.Single(plan.Loads).Vanished);
        Assert.True((await Reconciliation.OfAsync(plan, project, warehouse, Stop)).IsComplete);
    }

    [Fact]
    public async Task Where_nothing_says_what_tables_were_given_they_are_built_anew_and_nothing_of_them_is_lost()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync("drop table starlift.fills", Stop);
        target.Put("data/arrived/3.json", Arrival(1, "c"));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|3", "2|1"], await LinesAsync(warehouse, Counts));
        await warehouse.ExecuteAsync("drop table starlift.fills", Stop);
        File.Delete(Path.Combine(target.Folder, "data/arrived/1.json"));
        await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        Assert.Equal(["1|3", "2|1"], await LinesAsync(warehouse, Counts));
        await RunAsync(project, target, warehouse, new RunOptions { DropVanished = true });
        Assert.Equal(["1|2", "2|1"], await LinesAsync(warehouse, Counts));
    }

    static Project Make(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/arrived.sql", "create table arrived (id int, name varchar(20))");
        target.Put("tables/names.sql", "create table names (id int not null primary key, name varchar(20))");
        target.Put("tables/counts.sql", "create table counts (id int not null primary key, seen int not null)");
        target.Put("loads/arrived.sql", "copy arrived from './data/arrived/' iam_role default format as json 'auto'");
        target.Put("models/names.sql", "select a.id, greatest(max(a.name), max(n.name)) as name from arrived as a left join names as n on n.id = a.id group by a.id");
        target.Put("models/counts.sql", "select a.id, coalesce(max(c.seen), 0) + count(*) as seen from arrived as a left join counts as c on c.id = a.id group by a.id");
        target.Put("data/arrived/1.json", Arrival(1, "a"));
        target.Put("data/arrived/2.json", $"{Arrival(1, "b")}\n{Arrival(2, "b")}");
        return ScratchProject.Read(target);
    }

    static string Arrival(int id, string name) => $$"""{"id":{{id}},"name":"{{name}}"}""";
}
