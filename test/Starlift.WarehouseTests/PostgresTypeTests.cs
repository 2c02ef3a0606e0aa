using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>PostgreSQL has types that Redshift has not, and tables that Redshift could not have.</summary>
public sealed class PostgresTypeTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_of_every_type_are_shown()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await target.Server.ExecuteAsync(
            target.Database,
            """
            create table far (a int4range, b inet, c macaddr, d point, e int[], f text[], g uuid, h json, i jsonb, j xml, k tsvector, l money, m bit(5), n oid, o bytea, p numeric, q name);
            insert into far values ('[1,5)', '10.0.0.1/24', '08:00:2b:01:02:03', '(1,2)', '{1,2,null}', '{a,"b c"}', '00112233-4455-6677-8899-aabbccddeeff', '{"a": 1}', '{"a": 1}', '<a/>', 'a b',
                1.5, '10110', 1, 'aa', 1.5, 'x')
            """,
            Stop);
        await using var warehouse = await target.OpenAsync();
        var row = Assert.Single((await warehouse.QueryAsync("select * from far", Stop)).Rows);
        Assert.Equal(
            ["[1,5)", "10.0.0.1/24", "08:00:2b:01:02:03", "(1,2)", "{1,2,NULL}", "{a,\"b c\"}", "00112233-4455-6677-8899-aabbccddeeff", "{\"a\": 1}", "{\"a\": 1}", "<a/>", "'a' 'b'"],
            row.Take(11).Select(ResultText.Of));
        Assert.Equal(["10110", "1"], row.Skip(12).Take(2).Select(ResultText.Of));
    }

    [Fact]
    public async Task Each_type_that_the_server_has_can_be_read()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        var result = await warehouse.QueryAsync("select typname, oid, typlen, typbyval, typtype, typinput, typdefault from pg_type order by oid", Stop);
        Assert.True(result.Rows.Count > 300);
        Assert.All(result.Rows, row => Assert.All(row, value => Assert.NotNull(ResultText.Of(value))));
    }

    [Fact]
    public async Task A_table_that_Redshift_could_not_have_does_not_keep_a_session_from_opening()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await target.Server.ExecuteAsync(
            target.Database,
            """
            create table twice ("A" int, "a" int, j jsonb);
            create table wide (a numeric(60,50), b numeric(5,-2), c varchar(100000), d char(5000), e numeric(3,3), j jsonb)
            """,
            Stop);
        await using var warehouse = await target.OpenAsync();
        Assert.Equal(0, await warehouse.CountAsync("select count(*) from twice", Stop));
        Assert.Equal(
            ["decimal(38,10)", "decimal(38,10)", "varchar(65535)", "varchar(65535)", "decimal(3,3)", "super"],
            (await warehouse.DefinitionOfAsync(new Sql.TableName(null, "wide"), Stop))!.Columns.Select(column => column.Type.ToString()));
    }
}
