using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>pg_catalog as Redshift has it, over PostgreSQL's own.</summary>
public sealed class PostgresLeaderTablesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_table_of_pg_catalog_has_its_columns()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        foreach (var name in LeaderTables.Names)
        {
            var statement = SqlScript.Parse("catalogue.sql", $"select * from pg_catalog.{name} limit 3").Single();
            Assert.Equal(LeaderTables.Find(name)!.Select(column => column.Name), (await warehouse.QueryAsync(statement, Stop)).Columns);
        }
    }

    [Fact]
    public async Task Defaults_and_compressions_are_told()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table told (a int, b varchar(3) default 'x')", Stop);
        var rows = await warehouse.QueryAsync(
            SqlScript.Parse("", "select a.attname, format_encoding(a.attencodingtype::int), (select pg_get_expr(d.adbin, d.adrelid, true) from pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum) from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relname = 'told' and a.attnum > 0 order by a.attnum").Single(), Stop);
        Assert.Equal(["a|none|NULL", "b|none|'x'::text"], ScratchTarget.Lines(rows));
    }

    [Fact]
    public async Task A_table_is_shown_as_its_statement()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table shown (a int primary key, b varchar(3) default 'x')", Stop);
        var text = (await warehouse.QueryAsync(SqlScript.Parse("", "show table shown").Single(), Stop)).Rows[0][0] as string;
        Assert.StartsWith("CREATE TABLE public.shown (\n    a integer NOT NULL ENCODE az64,\n    b character varying(3) DEFAULT 'x'", text, StringComparison.Ordinal);
    }
}
