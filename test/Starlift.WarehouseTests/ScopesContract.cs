using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Warehouses;
using static Starlift.WarehouseTests.OrdersProject;

namespace Starlift.WarehouseTests;

/// <summary>Rows of a scope's key are replaced whole where an object is corrected, and nothing else is read. One empty subclass a warehouse whose COPY tells objects.</summary>
public abstract class ScopesContract : ProjectContract
{
    const string ScopedLines = "-- replaces: order_id\nselect order_id, line, price from orders";
    const string Lines = "select order_id, line, price from lines order by order_id, line";

    [Fact]
    public async Task An_order_that_is_corrected_from_three_lines_to_one_has_one_and_no_other_object_is_read()
    {
        await using var target = await MakeTargetAsync();
        var project = MakeScoped(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync("update lines set price = 99 where order_id = 2", Stop);
        target.Put("data/orders/1.json", Line(1, 1, 11));

        var plan = await PlanAsync(project, target, warehouse);
        Assert.Equal(["lines"], plan.Scoped!.Tables.Select(table => table.Name));
        Assert.Equal(["totals"], plan.Rebuild.Tables.Select(table => table.Name));
        Assert.Equal((1, 0), (plan.Loads.Single(load => load.Load.Name == "orders").Changed.Count, plan.Loads.Single(load => load.Load.Name == "orders").Again.Count));
        await RunAsync(project, target, warehouse);

        // what was changed by hand tells that the order was not touched
        Assert.Equal(["1|1|11", "2|1|99"], await LinesAsync(warehouse, Lines));
        Assert.Equal(["1|11", "2|99"], await LinesAsync(warehouse, "select order_id, total from totals order by order_id"));
        Assert.Equal(["3"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
        Assert.True((await Reconciliation.OfAsync(await PlanAsync(project, target, warehouse), project, warehouse, Stop)).IsComplete);
    }

    [Fact]
    public async Task Rows_of_the_key_that_other_objects_brought_stay()
    {
        await using var target = await MakeTargetAsync();
        var project = MakeScoped(target);
        target.Put("data/orders/3.json", $"{Line(1, 4, 50)}\n{Line(3, 1, 60)}");
        target.Put("data/orders/4.json", Line(4, 1, 70));
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync("update lines set price = 99 where order_id = 3", Stop);
        // from order 1 to order 4, which another object holds
        target.Put("data/orders/1.json", Line(4, 2, 71));
        target.Put("data/orders/5.json", Line(5, 1, 80));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|4|50", "2|1|40", "3|1|99", "4|1|70", "4|2|71", "5|1|80"], await LinesAsync(warehouse, Lines));
        target.Put("data/orders/3.json", Line(6, 1, 90));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["2|1|40", "4|1|70", "4|2|71", "5|1|80", "6|1|90"], await LinesAsync(warehouse, Lines));
        Assert.Equal(["2|40", "4|141", "5|80", "6|90"], await LinesAsync(warehouse, "select order_id, total from totals order by order_id"));
    }

    [Fact]
    public async Task Undo_reload_and_vanished_objects_touch_only_their_keys()
    {
        await using var target = await MakeTargetAsync();
        var project = MakeScoped(target);
        target.Put("data/orders/3.json", $"{Line(1, 4, 50)}\n{Line(3, 1, 60)}");
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync("update lines set price = 99 where order_id = 2", Stop);
        await RunAsync(project, target, warehouse, new RunOptions { Undo = ["data/orders/1.json"] });
        Assert.Equal(["1|4|50", "2|1|99", "3|1|60"], await LinesAsync(warehouse, Lines));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|1|10", "1|2|20", "1|3|30", "1|4|50", "2|1|99", "3|1|60"], await LinesAsync(warehouse, Lines));
        await RunAsync(project, target, warehouse, new RunOptions { Reload = ["data/orders/2.json"] });
        Assert.Equal(["2|1|40"], await LinesAsync(warehouse, "select order_id, line, price from lines where order_id = 2"));
        await warehouse.ExecuteAsync("update lines set price = 99 where order_id = 2", Stop);
        File.Delete(Path.Combine(target.Folder, "data/orders/3.json"));
        await RunAsync(project, target, warehouse, new RunOptions { DropVanished = true });
        Assert.Equal(["1|1|10", "1|2|20", "1|3|30", "2|1|99"], await LinesAsync(warehouse, Lines));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
    }

    [Fact]
    public async Task What_a_vanished_object_brought_of_the_key_is_not_lost()
    {
        await using var target = await MakeTargetAsync();
        var project = MakeScoped(target);
        target.Put("data/orders/3.json", $"{Line(1, 4, 50)}\n{Line(3, 1, 60)}");
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        File.Delete(Path.Combine(target.Folder, "data/orders/3.json"));
        target.Put("data/orders/2.json", Line(2, 1, 41));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|1|10", "1|2|20", "1|3|30", "1|4|50", "2|1|41", "3|1|60"], await LinesAsync(warehouse, Lines));
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var problem = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        Assert.Contains("correcting orders would drop what one object brought that is no longer there: data/orders/3.json", problem.Message);
        Assert.Equal(["1|1|10", "1|2|20", "1|3|30", "1|4|50", "2|1|41", "3|1|60"], await LinesAsync(warehouse, Lines));
    }

    [Fact]
    public async Task Keys_that_were_not_kept_are_after_the_rebuild()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("models/lines.sql", ScopedLines);
        project = ScratchProject.Read(target);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var plan = await PlanAsync(project, target, warehouse);
        Assert.Null(plan.Scoped);
        Assert.Equal("the keys of objects of orders are not known yet; they are after this run", plan.Unscoped);
        Assert.Equal(["lines", "totals"], plan.Rebuild.Tables.Select(table => table.Name));
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 2, 12));
        Assert.NotNull((await PlanAsync(project, target, warehouse)).Scoped);
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|2|12", "2|1|40"], await LinesAsync(warehouse, Lines));
        // without the table of keys nothing is lost either
        await warehouse.ExecuteAsync("drop table starlift.scope_keys", Stop);
        target.Put("data/orders/1.json", Line(1, 3, 13));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|3|13", "2|1|40"], await LinesAsync(warehouse, Lines));
    }

    [Fact]
    public async Task A_key_may_be_NULL_end_in_blanks_and_have_several_columns()
    {
        await using var target = await MakeTargetAsync();
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/arrived.sql", "create table arrived (shop varchar(9), day date, n int)");
        target.Put("tables/sales.sql", "create table sales (shop varchar(20) not null, day date not null, n int not null, primary key (shop, day, n))");
        target.Put("loads/arrived.sql", "copy arrived from './data/' iam_role default format as json 'auto'");
        target.Put("models/sales.sql", "-- replaces: shop, day\nselect shop, day, n from arrived where shop is not null and day is not null");
        target.Put("data/1.json", Sale("a", "2024-01-01", 1) + Sale("a", "2024-01-02", 1) + """{"n":5}""");
        target.Put("data/2.json", Sale("a  ", "2024-01-01", 2) + Sale("b", "2024-01-01", 1) + """{"n":6}""");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/1.json", Sale("a", "2024-01-01", 3) + """{"n":7}""");
        Assert.NotNull((await PlanAsync(project, target, warehouse)).Scoped);
        await RunAsync(project, target, warehouse);
        Assert.Equal(["a|2024-01-01|2", "a|2024-01-01|3", "b|2024-01-01|1"], await LinesAsync(warehouse, "select trim(shop), day, n from sales order by 1, 2, 3"));
    }

    [Fact]
    public async Task A_table_without_a_scope_beside_it_is_a_reason_to_build_all_anew()
    {
        await using var target = await MakeTargetAsync();
        MakeScoped(target);
        target.Put("tables/prices.sql", "create table prices (price int not null primary key)");
        target.Put("models/prices.sql", "select distinct price from orders");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var plan = await PlanAsync(project, target, warehouse);
        Assert.Equal("model prices reads the same records and has no '-- replaces:'", plan.Unscoped);
        await RunAsync(project, target, warehouse);
        Assert.Equal(["11", "40"], await LinesAsync(warehouse, "select price from prices order by price"));
    }

    static string Sale(string shop, string day, int n) => $$"""{"shop":"{{shop}}","day":"{{day}}","n":{{n}}}""" + "\n";

    private protected static Project MakeScoped(ScratchTarget target)
    {
        Make(target);
        target.Put("models/lines.sql", ScopedLines);
        return ScratchProject.Read(target);
    }
}
