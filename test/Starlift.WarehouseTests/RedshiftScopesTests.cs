using static Starlift.WarehouseTests.OrdersProject;

namespace Starlift.WarehouseTests;

/// <summary>Redshift's COPY does not tell which object a row came from.</summary>
public sealed class RedshiftScopesTests : ProjectContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => RedshiftTarget.StartAsync();

    [Fact]
    public async Task A_correction_builds_all_anew_and_the_plan_says_why()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("models/lines.sql", "-- replaces: order_id\nselect order_id, line, price from orders");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/orders/1.json", Line(1, 1, 11));
        var plan = await PlanAsync(project, target, warehouse);
        Assert.Equal("the warehouse's COPY does not tell which object a row came from", plan.Unscoped);
        Assert.Equal(["lines", "totals"], plan.Rebuild.Tables.Select(table => table.Name));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|1|11", "2|1|40"], await LinesAsync(warehouse, "select order_id, line, price from lines order by order_id, line"));
        Assert.Null(await warehouse.ColumnsOfAsync(new Starlift.Sql.TableName("starlift", "scope_keys"), Stop));
    }
}
