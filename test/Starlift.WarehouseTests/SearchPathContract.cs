using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Names without a schema mean what the session's search path leads to (Amazon Redshift: "search_path"). One empty subclass a warehouse.</summary>
public abstract class SearchPathContract : ProjectContract
{
    [Fact]
    public async Task Tables_are_made_in_the_first_schema_of_the_path_that_there_is()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await ExecuteAsync(
            warehouse,
            "create schema a", "create table t (x varchar(3))", "insert into t values ('pub')", "set search_path to nope, a, public", "create table t (x varchar(9))",
            "insert into t values ('in a long')", "create table u as select x || '!' as y from t", "create view v as select y from u", "select y into w from v");
        Assert.Equal(["in a long|pub|in a long"], await LinesAsync(warehouse, "select x, (select x from public.t), (select x from a.t) from t"));
        Assert.Equal(["a"], await LinesAsync(warehouse, "select current_schema()"));
        Assert.Equal(
            ["a|t", "a|u", "a|v", "a|w", "public|t"],
            await LinesAsync(warehouse, "select table_schema, table_name from information_schema.tables where table_schema in ('a', 'public') order by 1, 2"));
        Assert.Equal(
            ["t", "u", "v", "w"],
            await LinesAsync(warehouse, "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where pg_table_is_visible(c.oid) and nspname in ('a', 'public') order by 1"));
    }

    [Fact]
    public async Task Tables_are_changed_and_dropped_where_the_path_leads()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await ExecuteAsync(
            warehouse,
            "create schema a", "create table t as select 1 as x", "create table a.t as select 2 as x", "set search_path to a", "update t set x = x + 10",
            "alter table t add column n int", "insert into t values (3, 4)", "comment on table t is 'told'");
        Assert.Equal(["3|4", "12|NULL"], await LinesAsync(warehouse, "select x, n from t order by x"));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select x from public.t"));
        await ExecuteAsync(warehouse, "truncate t", "drop table t", "drop table if exists t");
        var refused = await Assert.ThrowsAsync<StarliftException>(() => LinesAsync(warehouse, "select x from t"));
        Assert.Equal("relation \"t\" does not exist", refused.Problems[0].What);
        Assert.Equal(["1"], await LinesAsync(warehouse, "select x from public.t"));
    }

    [Fact]
    public async Task A_temporary_table_is_before_the_path()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await ExecuteAsync(warehouse, "create schema a", "set search_path to a, public", "create table t as select 'a' as x", "create temp table t as select 'temporary' as x");
        Assert.Equal(["temporary"], await LinesAsync(warehouse, "select x from t"));
        await ExecuteAsync(warehouse, "drop table t");
        Assert.Equal(["a"], await LinesAsync(warehouse, "select x from t"));
    }

    [Fact]
    public async Task A_path_is_undone_with_its_transaction()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await ExecuteAsync(warehouse, "create schema a");
        await warehouse.BeginAsync(Stop);
        await ExecuteAsync(warehouse, "set search_path to a");
        await warehouse.RollbackAsync();
        await ExecuteAsync(warehouse, "create table t (x int)");
        Assert.Equal(["public"], await LinesAsync(warehouse, "select table_schema from information_schema.tables where table_name = 't'"));
    }

    [Fact]
    public async Task A_path_to_nowhere_takes_no_table()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await ExecuteAsync(warehouse, "set search_path to nope");
        var refused = await Assert.ThrowsAsync<StarliftException>(() => ExecuteAsync(warehouse, "create table t (x int)"));
        Assert.Equal("no schema has been selected to create in", refused.Problems[0].What);
    }

    [Fact]
    public async Task PG_TABLE_DEF_shows_the_path_and_lengths_are_those_of_its_tables()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        const string Columns = "select tablename, \"column\", type from pg_table_def where schemaname in ('a', 'public') order by 1";
        await ExecuteAsync(warehouse, "create schema a", "create table a.t (x varchar(7))", "create table t (x varchar(2), y int)");
        Assert.Equal(["t|x|character varying(2)", "t|y|integer"], (await LinesAsync(warehouse, Columns)).Order());
        await ExecuteAsync(warehouse, "set search_path to a");
        Assert.Equal(["t|x|character varying(7)"], await LinesAsync(warehouse, Columns));
        await ExecuteAsync(warehouse, "insert into t values ('1234567')");
        await Assert.ThrowsAsync<StarliftException>(() => ExecuteAsync(warehouse, "insert into t values ('12345678')"));
    }

    static async Task ExecuteAsync(IWarehouse warehouse, params string[] statements)
    {
        foreach (var statement in statements)
        {
            await warehouse.ExecuteAsync(statement, Stop);
        }
    }
}
