namespace Starlift.SqlTests.Meaning.Binding;

public sealed class CallTests
{
    const string Tables = "create table t (id int, v int, s varchar(5)); ";

    [Theory]
    [InlineData("select sum(v) over (order by id) from t", "Aggregate window functions with an ORDER BY clause require a frame clause")]
    [InlineData("select first_value(v) over (order by id) from t", "Aggregate window functions with an ORDER BY clause require a frame clause")]
    [InlineData("select sum(v) over (order by id range unbounded preceding) from t", "RANGE clause of window functions not yet implemented")]
    [InlineData("select lag(v, 1, 0) over (order by id) from t", "Default parameter not be supported for window function lag")]
    [InlineData("select lag(v) over (order by id rows unbounded preceding) from t", "window function lag does not support a frame clause")]
    [InlineData("select rank() from t", "window function rank requires an OVER clause")]
    [InlineData("select upper(s) over () from t", "OVER specified, but upper is not a window function nor an aggregate function")]
    [InlineData("select count(distinct v) over () from t", "DISTINCT is not supported for window functions")]
    [InlineData("select sum(v) over (partition by 1) from t", "constant expressions are not supported in partition by clauses")]
    [InlineData("select row_number() over (order by abs(12)) from t", "constant expressions are not supported in order by clauses")]
    [InlineData("select median(v), count(distinct s) from t", "Using LISTAGG/PERCENTILE_CONT/MEDIAN aggregate functions with other distinct aggregate function not supported")]
    [InlineData("select median(v), median(id) from t", "within group ORDER BY clauses for aggregate functions must be the same")]
    [InlineData("select listagg(s) within group (order by id), listagg(s) within group (order by v) from t", "within group ORDER BY clauses for aggregate functions must be the same")]
    [InlineData("select current_schema(), id from t", "Specified types or functions (one per INFO message) not supported on Redshift tables.")]
    [InlineData("insert into t (id) select * from generate_series(1, 3)", "Specified types or functions (one per INFO message) not supported on Redshift tables.")]
    [InlineData("select max(v > 1) from t", "function max(boolean) does not exist")]
    [InlineData("select nofunc(1, 'x', null)", "function nofunc(integer, \"unknown\", \"unknown\") does not exist")]
    [InlineData("select object_transform(json_parse('{}') set '\"a\"', current_date)", "OBJECT_TRANSFORM could not convert type date to super")]
    [InlineData("select object_transform(json_parse('{}') set '\"a\"')", "SET of OBJECT_TRANSFORM takes pairs of a path and a value")]
    [InlineData("select array(1, current_date)", "ARRAY could not convert type date to super")]
    [InlineData("select sum(*) from t", "sum(*) is not an aggregate over all rows; only count(*) is")]
    public void Calls_that_Redshift_refuses_are_refused(string query, string message) => Assert.Equal(message, Meanings.Refusal(Tables + query).Message);

    [Theory]
    [InlineData("select sum(v) over (order by id rows unbounded preceding), count(*) over (partition by s) from t")]
    [InlineData("select row_number() over (order by (select null)) from t")]
    [InlineData("select listagg(s, ',') within group (order by id), listagg(v) from t")]
    [InlineData("select median(v), percentile_cont(0.5) within group (order by v) from t")]
    [InlineData("select current_schema(), now()")]
    [InlineData("select tablename from pg_table_def where schemaname = current_schema()")]
    [InlineData("select trim(both from s), position('a' in s), substring(s from 2 for 1), extract(epoch from getdate()), s at time zone 'UTC' from (select '2020-01-01'::timestamp as s) x")]
    [InlineData("select object_transform(json_parse('{}') keep '\"a\"', '\"b\".\"c\"' set '\"d\"', v + 1, '\"e\"', s) from t")]
    [InlineData("select lag(v) ignore nulls over (partition by s order by id) from t")]
    public void Calls_that_Redshift_takes_are_taken(string query) => Meanings.Of(Tables + query);

    [Theory]
    [InlineData("extract(epoch from getdate())", "date_part bigint")]
    [InlineData("extract(year from getdate())", "date_part integer")]
    [InlineData("extract(second from interval '1.11 seconds')", "date_part double precision")]
    [InlineData("extract(hour from '2020-01-01 10:00'::timestamptz)", "date_part double precision")]
    public void EXTRACT_gives_whole_numbers_of_timestamps(string call, string result) => Assert.Equal(result, Meanings.Result($"select {call}"));

    [Fact]
    public void Parameters_have_the_types_that_PREPARE_states_or_their_place_wants()
    {
        Assert.Equal("operator does not exist: date > integer", Meanings.Refusal("prepare p (date) as select $1 > 5").Message);
        Assert.Equal("?column? integer", Meanings.Result("select $1 + 1"));
    }

    [Fact]
    public void Functions_of_users_are_found_with_their_types()
    {
        const string Function = "create function f_net(float8, int) returns float8 stable as $$ select $1 * $2 $$ language sql; ";

        Assert.Equal("f_net double precision", Meanings.Result(Function + "select f_net(2.5, 3)"));
        Assert.Equal("function f_net(date, integer) does not exist", Meanings.Refusal(Function + "select f_net(current_date, 3)").Message);
    }

    [Theory]
    [InlineData("select ev.id from t ev where not exists (select 1 from t li where not exists (select 1 from t sa where ev.id = sa.id))")]
    [InlineData("select 1 from t ca left join t ev on ca.id = ev.id and ev.v = (select max(v) from t sa where sa.id = ev.id)")]
    [InlineData("select id from t x where v not in (select sum(v) over () from t l where x.id = l.id)")]
    [InlineData("select x.id, (select count(*) from t y where y.id = x.id) as n from t x group by n, x.id")]
    public void Correlated_subqueries_that_Redshift_can_not_run_are_refused(string query) =>
        Assert.Equal("This type of correlated subquery pattern is not supported due to internal error", Meanings.Refusal(Tables + query).Message);
}
