using Starlift.Projects;

namespace Starlift.WarehouseTests;

/// <summary>A project of orders and customers, whose totals read another star table: what corrections are tried with.</summary>
static class OrdersProject
{
    public static Project Make(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/orders.sql", "create table orders (order_id int, line int, price int)");
        target.Put("tables/arrived.sql", "create table arrived (id int, name varchar(20))");
        target.Put("tables/lines.sql", "create table lines (order_id int not null, line int not null, price int, primary key (order_id, line))");
        target.Put("tables/totals.sql", "create table totals (order_id int not null primary key, total int)");
        target.Put("tables/customers.sql", "create table customers (id int not null primary key, name varchar(20))");
        target.Put("loads/orders.sql", "copy orders from './data/orders/' iam_role default format as json 'auto'");
        target.Put("loads/arrived.sql", "copy arrived from './data/customers/' iam_role default format as json 'auto'");
        target.Put("models/lines.sql", "select order_id, line, price from orders");
        target.Put("models/totals.sql", "select order_id, cast(sum(price) as int) as total from lines group by order_id");
        target.Put("models/customers.sql", "select id, max(name) as name from arrived group by id");
        target.Put("data/orders/1.json", $"{Line(1, 1, 10)}\n{Line(1, 2, 20)}\n{Line(1, 3, 30)}");
        target.Put("data/orders/2.json", Line(2, 1, 40));
        target.Put("data/customers/1.json", $"{Customer(1, "a")}\n{Customer(2, "b")}");
        return ScratchProject.Read(target);
    }

    public static string Line(int order, int line, int price) => $$"""{"order_id":{{order}},"line":{{line}},"price":{{price}}}""";

    public static string Customer(int id, string name) => $$"""{"id":{{id}},"name":"{{name}}"}""";
}
