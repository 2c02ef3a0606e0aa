using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Texts with blanks behind, parameters of the session, arrays and system views: the same on every warehouse.</summary>
public abstract partial class WarehouseContract
{
    const string Padded = "create table t (k varchar(10), n int); insert into t values ('a', 1), ('a ', 2), ('b  ', 3), ('b', 4), (null, 5)";

    [Theory]
    [InlineData("select k || '|', sum(n) from t group by k order by k", "a||3", "b||7", "NULL|5")]
    [InlineData("select upper(k) as u, sum(len(k)) from t group by k having k <> 'zz' order by k desc", "B|4", "A|3")]
    [InlineData("select distinct k from t where k is not null order by 1", "a", "b")]
    [InlineData("select count(distinct k) from t", "2")]
    [InlineData("select k from t union select 'a  ' from t order by 1", "a", "b", "NULL")]
    [InlineData("select k from t intersect select 'a  ' order by 1", "a")]
    [InlineData("select k from t except select 'a  ' order by 1", "b", "NULL")]
    [InlineData("select n from t where k in (select 'a   ' || '' from t) order by n", "1", "2")]
    [InlineData("select n, row_number() over (partition by k order by n) from t order by n", "1|1", "2|2", "3|1", "4|2", "5|1")]
    [InlineData("select n, rank() over (order by k) from t order by n", "1|1", "2|1", "3|3", "4|3", "5|5")]
    [InlineData("select k, grouping(k), sum(n) from t where k = 'a' group by rollup(k) order by 2", "a|0|3", "NULL|1|3")]
    [InlineData("select k, (select count(*) from t u where u.k = t.k) from t where k is not null group by k order by k", "a|2", "b|2")]
    [InlineData("select decode(k, 'a', 'first', 'other') from t order by n", "first", "first", "other", "other", "other")]
    public async Task Texts_that_differ_in_trailing_blanks_are_one_value(string sql, params string[] expected)
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(Padded, Stop);

        Assert.Equal(expected, await LinesAsync(warehouse, sql));
    }

    [Fact]
    public async Task Rows_are_connected_by_what_the_row_above_has()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table c (id int, boss int); insert into c values (1, null), (2, 1), (3, 2), (4, 2), (5, null)", Stop);

        Assert.Equal(["2|1", "3|2", "4|2"], await LinesAsync(warehouse, "select id, level from c start with id = 2 connect by prior id = boss order by id"));
        Assert.Equal(["1", "2"], await LinesAsync(warehouse, "select id from c where level <= 2 start with id = 1 connect by boss = prior id order by id"));
    }

    [Theory]
    [InlineData("select json_serialize(array_sort(array_union(array(2, 1), array(2, 'x'))))", "[1,2,\"x\"]")]
    [InlineData("select json_serialize(array_except(array(1, 1, 2), array(1)))", "[1,2]")]
    [InlineData("select json_serialize(array_intersection(array(1, 1, 2), array(1, 1), true))", "[1]")]
    [InlineData("select array_position(array('a', 'b'), 'b'), array_contains(array(1), 2)", "1|false")]
    [InlineData("select arrays_overlap(array(1, 2), array(2, 3))", "true")]
    public async Task Arrays_are_compared_by_their_values(string sql, string expected)
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();

        Assert.Equal([expected], await LinesAsync(warehouse, sql));
    }

    [Fact]
    public async Task ALTER_TABLE_APPEND_moves_the_rows()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a int); create table s (a int, more int); insert into s values (1, 2)", Stop);

        await Assert.ThrowsAnyAsync<StarliftException>(() => warehouse.ExecuteAsync("alter table t append from s", Stop));
        await warehouse.ExecuteAsync("alter table t append from s ignoreextra", Stop);
        Assert.Equal(["1|0"], await LinesAsync(warehouse, "select (select sum(a) from t), (select count(*) from s)"));
    }

    [Fact]
    public async Task An_IDENTITY_without_seed_and_step_counts_from_one()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (id bigint identity not null, v int); insert into t (v) values (7)", Stop);

        Assert.Equal(["1|7"], await LinesAsync(warehouse, "select id, v from t"));
    }
}
