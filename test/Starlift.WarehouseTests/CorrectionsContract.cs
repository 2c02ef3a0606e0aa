using Starlift.Errors;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Warehouses;
using static Starlift.WarehouseTests.OrdersProject;

namespace Starlift.WarehouseTests;

/// <summary>The star says what the objects say that are there now, whatever was corrected, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract class CorrectionsContract : ProjectContract
{
    const string Lines = "select order_id, line, price from lines order by order_id, line";

    /// <summary>Objects may be local files.</summary>
    private protected virtual bool ListsFiles => true;

    [Fact]
    public async Task Rows_that_only_the_earlier_version_of_an_object_brought_are_taken_out()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|1|10", "1|2|20", "1|3|30", "2|1|40"], await LinesAsync(warehouse, Lines));
        target.Put("data/orders/1.json", Line(1, 1, 11));

        var plan = await PlanAsync(project, target, warehouse);
        Assert.Equal(["lines", "totals"], plan.Rebuild.Tables.Select(table => table.Name));
        Assert.Equal((1, 1), (plan.Loads.Single(load => load.Load.Name == "orders").Changed.Count, plan.Loads.Single(load => load.Load.Name == "orders").Again.Count));
        await RunAsync(project, target, warehouse);

        Assert.Equal(["1|1|11", "2|1|40"], await LinesAsync(warehouse, Lines));
        Assert.Equal(["1|11", "2|40"], await LinesAsync(warehouse, "select order_id, total from totals order by order_id"));
        Assert.Equal(["1|a", "2|b"], await LinesAsync(warehouse, "select id, name from customers order by id"));
        Assert.Equal(["3"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
        Assert.True((await Reconciliation.OfAsync(await PlanAsync(project, target, warehouse), project, warehouse, Stop)).IsComplete);
    }

    [Fact]
    public async Task A_table_that_the_change_does_not_concern_is_not_touched()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync("update customers set name = 'by hand' where id = 1", Stop);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        target.Put("data/customers/2.json", Customer(3, "c"));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|by hand", "2|b", "3|c"], await LinesAsync(warehouse, "select id, name from customers order by id"));
    }

    [Fact]
    public async Task A_table_that_reads_what_is_loaded_again_is_given_nothing_twice()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        // adds to itself, so it tells how often it was given each row
        target.Put("tables/counts.sql", "create table counts (id int not null primary key, seen int not null)");
        target.Put("models/counts.sql", "select c.id, coalesce(max(t.seen), 0) + count(*) as seen from arrived as c left join counts as t on t.id = c.id group by c.id");
        target.Put("models/lines.sql", "select o.order_id, o.line, o.price from orders as o where o.order_id not in (select id from arrived where name = 'none')");
        project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var report = await RunAsync(project, target, warehouse);
        Assert.Equal(["counts", "customers"], report.Plan.Rebuild.Resting.Select(model => model.Name));
        Assert.Equal(["1|1", "2|1"], await LinesAsync(warehouse, "select id, seen from counts order by id"));
        target.Put("data/orders/1.json", Line(1, 1, 12));
        target.Put("data/customers/2.json", Customer(2, "b"));
        report = await RunAsync(project, target, warehouse);
        Assert.Empty(report.Plan.Rebuild.Resting);
        Assert.Equal(["1|1", "2|2"], await LinesAsync(warehouse, "select id, seen from counts order by id"));
    }

    [Fact]
    public async Task What_vanished_objects_brought_stays_unless_it_is_told_to_go()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        File.Delete(Path.Combine(target.Folder, "data/orders/2.json"));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        Assert.Contains("building lines, totals anew would drop what one object brought that is no longer there: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("--changed merge", error.Hint!, StringComparison.Ordinal);
        Assert.Contains("--drop-vanished", error.Hint!, StringComparison.Ordinal);
        Assert.Equal(["1|1|10", "1|2|20", "1|3|30", "2|1|40"], await LinesAsync(warehouse, Lines));

        await RunAsync(project, target, warehouse, new RunOptions { Changed = ChangedObjects.Merge });
        Assert.Equal(["1|1|11", "1|2|20", "1|3|30", "2|1|40"], await LinesAsync(warehouse, Lines));
        await RunAsync(project, target, warehouse, new RunOptions { DropVanished = true });
        Assert.Equal(["1|1|11"], await LinesAsync(warehouse, Lines));
        Assert.Equal(["1|11"], await LinesAsync(warehouse, "select order_id, total from totals"));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
    }

    [Fact]
    public async Task A_project_may_say_what_becomes_of_changed_and_vanished_objects()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\nchanged: merge\nvanished: remove\n");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|1|11", "1|2|20", "1|3|30", "2|1|40"], await LinesAsync(warehouse, Lines));
        File.Delete(Path.Combine(target.Folder, "data/orders/1.json"));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["2|1|40"], await LinesAsync(warehouse, Lines));
        Assert.Equal(["arrived", "orders"], await LinesAsync(warehouse, "select load_name from starlift.ledger order by load_name"));
    }

    [Fact]
    public async Task One_model_can_be_built_anew_from_what_was_loaded()
    {
        await using var target = await MakeTargetAsync();
        await using (var warehouse = await OpenAsync(target, Make(target)))
        {
            await RunAsync(ScratchProject.Read(target), target, warehouse);
        }

        target.Put("models/lines.sql", "select order_id, line, price * 2 as price from orders");
        target.Put("data/orders/3.json", Line(3, 1, 5));
        var project = ScratchProject.Read(target);
        await using var later = await OpenAsync(target, project);
        var report = await RunAsync(project, target, later, new RunOptions { Rebuild = ["lines"] });
        Assert.Equal(["lines", "totals"], report.Plan.Rebuild.Tables.Select(table => table.Name));
        Assert.Equal(["1|1|20", "1|2|40", "1|3|60", "2|1|80"], await LinesAsync(later, Lines));
        await RunAsync(project, target, later);
        Assert.Equal(["1|1|20", "1|2|40", "1|3|60", "2|1|80", "3|1|10"], await LinesAsync(later, Lines));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => PlanAsync(project, target, later, new RunOptions { Rebuild = ["line"] }));
        Assert.Contains("the project has no model 'line'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_refers_to_what_a_correction_has_taken_out_fails_the_run()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("tables/lines.sql", "create table lines (order_id int not null references customers (id), line int not null, price int, primary key (order_id, line))");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/customers/1.json", Customer(1, "a"));
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => RunAsync(project, target, warehouse));
        Assert.Equal(ExitCode.ChecksFailed, error.ExitCode);
        Assert.Contains("lines (order_id) refers to customers, which has no such row: order_id = 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|a", "2|b"], await LinesAsync(warehouse, "select id, name from customers order by id"));
    }

    [Fact]
    public async Task A_load_that_the_selection_leaves_out_is_not_left_out_silently()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("models/lines.sql", "select o.order_id, o.line, o.price from orders as o where o.order_id not in (select id from arrived where name = 'none')");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse, new RunOptions { Select = ["orders"] }));
        Assert.Contains("building lines, totals anew takes all objects of load arrived, which --select leaves out", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./data/orders/", "data/orders/1.json", false)]
    [InlineData("${data}/orders/", "${data}/orders/1.json", false)]
    [InlineData("./data/orders/", "data/orders/1.json", true)]
    [InlineData("${data}/orders/", "${data}/orders/1.json", true)]
    public async Task A_project_that_was_moved_has_nothing_new_and_nothing_vanished(string from, string name, bool isOfEarlierVersion)
    {
        await using var target = await MakeTargetAsync();
        Assert.SkipUnless(ListsFiles, "the warehouse loads from S3 only");
        Make(target);
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\nvars: { data: ./data }\n");
        target.Put("loads/orders.sql", $"copy orders from '{from}' iam_role default format as json 'auto'");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        const string Names = "select uri from starlift.ledger where load_name = 'orders' order by uri";
        Assert.Equal([name, name.Replace("1.json", "2.json", StringComparison.Ordinal)], await LinesAsync(warehouse, Names));
        if (isOfEarlierVersion)
        {
            await warehouse.ExecuteAsync($"update starlift.ledger set uri = '{target.Folder}/' || uri where load_name = 'arrived'", Stop);
            await warehouse.ExecuteAsync($"update starlift.ledger set uri = '{target.Folder}/data/orders/1.json' where uri like '%/orders/1.json'", Stop);
            await warehouse.ExecuteAsync($"update starlift.ledger set uri = '{target.Folder}/data/orders/2.json' where uri like '%/orders/2.json'", Stop);
            Assert.True((await PlanAsync(project, target, warehouse)).IsEmpty);
            Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
            Assert.Equal([name, name.Replace("1.json", "2.json", StringComparison.Ordinal)], await LinesAsync(warehouse, Names));
        }

        var moved = Directory.CreateTempSubdirectory("starlift-moved-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(target.Folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains(".duckdb", StringComparison.Ordinal)))
            {
                var copy = Path.Combine(moved.FullName, Path.GetRelativePath(target.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
                File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
            }

            var there = ProjectReader.Read(moved.FullName, new ProjectOverrides(new Dictionary<string, string>(), _ => null), Cli.Settings.KnownTargetTypes.All);
            var plan = await new Runner(there, warehouse, new LocalObjectStore(moved.FullName), new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System))
                .PlanAsync(RunOptions.Default, Stop);
            Assert.True(plan.IsEmpty);
            Assert.All(plan.Loads, load => Assert.Empty(load.Vanished));
        }
        finally
        {
            moved.Delete(recursive: true);
        }
    }
}
