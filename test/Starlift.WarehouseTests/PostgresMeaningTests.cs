using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

public sealed class PostgresMeaningTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typo_in_the_sixth_line_of_a_model_is_told_at_its_line_and_column()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table wide (a int, b int, c int, d int, e int, f int)", Stop);
        var error = await RefusedAsync(warehouse, "-- a model\nselect a,\n    b,\n    c,\n    d,\n    e, colum_f\nfrom wide");
        Assert.Equal("column \"colum_f\" does not exist", error.Problems[0].What);
        Assert.Equal(new SourcePlace("models/wide.sql", 6, 8), error.Problems[0].Place);
        Assert.Equal(ExitCode.RunFailed, error.ExitCode);
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_at_its_line_and_column_too()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        var error = await RefusedAsync(warehouse, "select '\U0001F600' as face,\n    t.x\nfrom\n    svv_nothing as t");
        Assert.Equal(new SourcePlace("models/wide.sql", 4, 5), error.Problems[0].Place);
    }

    [Fact]
    public async Task A_column_that_was_just_added_is_a_super_value()
    {
        Assert.Equal("\"x\"", await LastAsync("create table t (a int); insert into t values (1); alter table t add column s super; update t set s = json_parse('{\"k\":\"x\"}'); select s.k from t"));
    }

    [Theory]
    [InlineData("create table st (id int, extra super); insert into st select 1, json_parse('{\"name\":\"no\"}'); with extra as (select id, 'a' as name from st) select extra.name from extra", "a")]
    [InlineData("create table t (k super); insert into t select json_parse('4'); select coalesce(k, 0) + 1 from t", "5")]
    [InlineData("select 1 as a, a + 1 as b", "1|2")]
    [InlineData("create table t (id int, v int); insert into t values (1, 0), (2, 0); create table s (id int); insert into s values (2); update t set v = 9 from t x join s on x.id = s.id; select id, v from t order by id", "1|0 / 2|9")]
    [InlineData("create table t (i int, v varchar(9)); insert into t values (5, '5'), (10, '9'); select count(*) from t where i > v", "0")]
    [InlineData("select '5' + 3, 'a' + 'b'", "8|ab")]
    [InlineData("select null::super is null", "true")]
    [InlineData("create table t (a varchar(3)); insert into t values ('a  '); select count(*) from t where a = 'a'", "1")]
    [InlineData("create table t (a decimal(8,2), b decimal(8,2)); insert into t values (2, 3); select a / b from t", "0.666666666")]
    public async Task A_statement_means_what_it_means_on_Redshift(string sql, string rows)
    {
        Assert.Equal(rows, await LastAsync(sql));
    }

    [Fact]
    public async Task A_text_that_is_too_long_in_bytes_is_refused_in_Redshifts_words()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a varchar(4)); create table s (a varchar(9)); insert into s values ('\u00e9\u00e9\u00e9')", Stop);
        var error = await RefusedAsync(warehouse, "insert into t select a from s");
        Assert.Equal("value too long for type character varying(4)", error.Problems[0].What);
    }

    [Fact]
    public async Task What_others_change_between_two_statements_is_seen()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a int); insert into t values (1)", Stop);
        await warehouse.QueryAsync("select * from t", Stop);
        await using var other = await target.OpenAsync();
        await other.ExecuteAsync("alter table t add column b int default 2", Stop);
        Assert.Equal(["1|2"], ScratchTarget.Lines(await warehouse.QueryAsync("select * from t", Stop)));
    }

    [Fact]
    public async Task A_table_that_is_rolled_back_is_forgotten()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a int)", Stop);
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync("alter table t add column b int; create temp table u as select 1 as x; insert into t select x, x from u", Stop);
        await warehouse.RollbackAsync();
        var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.QueryAsync("select b from t", Stop));
        Assert.Equal("column \"b\" does not exist", error.Problems[0].What);
    }

    static async Task<StarliftException> RefusedAsync(IWarehouse warehouse, string sql) => await Assert.ThrowsAsync<StarliftException>(
        () => warehouse.ExecuteAsync(SqlScript.Parse("models/wide.sql", sql)[0], Stop));

    static async Task<string> LastAsync(string sql)
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        var statements = SqlScript.Parse("script.sql", sql);
        foreach (var statement in statements.SkipLast(1))
        {
            await warehouse.ExecuteAsync(statement, Stop);
        }

        return string.Join(" / ", ScratchTarget.Lines(await warehouse.QueryAsync(statements[^1], Stop)));
    }
}
