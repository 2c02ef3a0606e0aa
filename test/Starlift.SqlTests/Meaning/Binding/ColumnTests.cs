using Starlift.Sql.Meaning.Bound;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class ColumnTests
{
    const string Tables = "create table t (id int, name varchar(9), s super); create table u (id int, amount decimal(8,2)); ";

    [Theory]
    [InlineData("select id from t", "id integer")]
    [InlineData("select t.id, public.t.name from public.t", "id integer, name character varying(9)")]
    [InlineData("select dev.public.t.id, dev.public.t.s.a from dev.public.t", "id integer, a super")]
    [InlineData("select timeofday, current_aws_account", "timeofday character varying, current_aws_account integer")]
    [InlineData("select x.id from t x", "id integer")]
    [InlineData("select * from t x, u", "id integer, name character varying(9), s super, id integer, amount numeric(8,2)")]
    [InlineData("select u.*, 1 as one from t, u", "id integer, amount numeric(8,2), one integer")]
    [InlineData("select * exclude (s, name) from t", "id integer")]
    [InlineData("select b from (select id, name from t) as x (a, b)", "b character varying(9)")]
    [InlineData("select a from (select id as a from t)", "a integer")]
    [InlineData("with c (a, b) as (select id, name from t) select b, a from c", "b character varying(9), a integer")]
    [InlineData("with c as (select id from t), d as (select id + 1 as n from c) select * from d", "n integer")]
    [InlineData("select count from (select count(*) from t) x", "count bigint")]
    [InlineData("select (select max(amount) from u where u.id = t.id) as most from t", "most numeric(8,2)")]
    public void Names_are_columns_of_FROM(string query, string result) => Assert.Equal(result, Meanings.Result(Tables + query));

    [Theory]
    [InlineData("select s.a.b[0].c from t", "c super")]
    [InlineData("select t.s.a from t", "a super")]
    [InlineData("select public.t.s.a from t", "a super")]
    [InlineData("select e, e.key from t, t.s.list as e", "e super, key super")]
    [InlineData("select e, i from t, t.s.list as e at i", "e super, i bigint")]
    [InlineData("select l.p from t, t.s.orders o, o.lines l", "p super")]
    [InlineData("select inner_one from t x, x.s as outer_one, outer_one as inner_one", "inner_one super")]
    [InlineData("select a, v from t, unpivot t.s as v at a", "a character varying, v super")]
    [InlineData("select u.e.k, u.offset_col from t, unnest(t.s) with offset as u(e)", "k super, offset_col bigint")]
    [InlineData("select id, x from t left join t.s x on true", "id integer, x super")]
    [InlineData("select (select count(*) from e.list l where l = 'X') from t, t.s e", "?column? bigint")]
    public void Paths_go_into_SUPER_values(string query, string result) => Assert.Equal(result, Meanings.Result(Tables + query));

    [Theory]
    [InlineData("with extra as (select id, name from st) select extra.name from extra")]
    [InlineData("select extra.name from (select id, name from st) as extra")]
    [InlineData("select extra.name from st, (select id, name from st) as extra")]
    public void A_table_comes_before_a_SUPER_column_of_that_name(string query)
    {
        var column = Assert.IsType<BoundColumn>(Meanings.First($"create table st (id int, name varchar(5), extra super); {query}"));

        Assert.Equal("character varying(5)", column.Type.ToString());
    }

    [Fact]
    public void Where_no_table_has_the_name_it_is_the_SUPER_column()
    {
        var path = Assert.IsType<BoundPath>(Meanings.First("create table st (id int, extra super); select extra.name from st"));

        Assert.Equal("name", Assert.Single(path.Steps).Attribute);
    }

    [Fact]
    public void A_common_table_hides_a_table_only_where_it_can_be_seen()
    {
        var tables = "create table v (id int); ";

        Assert.Equal("x character varying(1)", Meanings.Result(tables + "with v as (select 'a' as x) select * from v"));
        Assert.Equal("id integer", Meanings.Result(tables + "select * from (with v as (select 1 as one) select id from public.v) w"));
        Assert.Equal("relation \"o\" does not exist", Meanings.Refusal("create table v (id int); select (with o as (select id from v) select max(id) from o) from v join o on true").Message);
    }

    [Fact]
    public void A_temporary_table_hides_a_permanent_one()
    {
        var tables = "create table t (a int); create temp table t (b date); ";

        Assert.Equal("b date", Meanings.Result(tables + "select * from t"));
        Assert.Equal("a integer", Meanings.Result(tables + "select * from public.t"));
        Assert.Equal("c integer", Meanings.Result("create table #x (c int); select * from #x"));
    }

    [Fact]
    public void Tables_are_looked_up_in_the_schemas_of_the_search_path()
    {
        var tables = "create schema a; create schema b; create table a.t (x int); create table b.t (y int); ";

        Assert.Equal("y integer", Meanings.Result(tables + "set search_path to b, a; select * from t"));
        Assert.Equal("x integer, y integer", Meanings.Result(tables + "select a.t.x, b.t.y from a.t, b.t"));
        Assert.Equal("relation \"t\" does not exist", Meanings.Refusal(tables + "select * from t").Message);
    }

    [Theory]
    [InlineData("select nope from t", "42703", "column \"nope\" does not exist", 8)]
    [InlineData("select t.nope from t", "42703", "column t.nope does not exist", 8)]
    [InlineData("select nope.id from t", "42P01", "relation \"nope\" does not exist", 8)]
    [InlineData("select t.id from t x", "42P01", "relation \"t\" does not exist", 8)]
    [InlineData("select * from nope", "42P01", "relation \"nope\" does not exist", 15)]
    [InlineData("select * from public.nope", "42P01", "relation \"public.nope\" does not exist", 15)]
    [InlineData("select * from nope.t", "3F000", "schema \"nope\" does not exist", 15)]
    [InlineData("select id from t, u", "42702", "column reference \"id\" is ambiguous", 8)]
    [InlineData("select 1 from t, t", "42712", "table name \"t\" specified more than once", 18)]
    [InlineData("select x.* from t", "42P01", "relation \"x\" does not exist", 8)]
    [InlineData("select *", "42601", "SELECT * with no tables specified is not valid", 8)]
    [InlineData("select id.a from t", "42P01", "relation \"id\" does not exist", 8)]
    [InlineData("select t.id.a from t", "42804", "attribute notation .a applied to type integer, which is not a SUPER type", 8)]
    [InlineData("select 1 from t x (a, b, c, d)", "42P10", "table \"x\" has 3 columns available but 4 columns specified", 15)]
    [InlineData("select * exclude (nope) from t", "42703", "column \"nope\" does not exist", 19)]
    [InlineData("with w as (select 1), w as (select 2) select 1", "42712", "WITH query name \"w\" specified more than once", 23)]
    [InlineData("with a as (select * from b), b as (select 1) select 1", "42P01", "relation \"b\" does not exist", 26)]
    public void What_is_not_there_is_told_with_its_place(string query, string state, string message, int column)
    {
        var refusal = Meanings.Refusal(Tables + "\n" + query);

        Assert.Equal((state, message, 2, column), (refusal.State, refusal.Message, refusal.Place.Line, refusal.Place.Column));
    }

    [Fact]
    public void Names_keep_their_case_only_where_the_session_wants_that()
    {
        const string On = "set enable_case_sensitive_identifier to true; ";

        Assert.Equal("mixed integer", Meanings.Result("create table t (\"Mixed\" int); select \"MIXED\" from T"));
        Assert.Equal("Mixed integer", Meanings.Result(On + "create table \"T\" (\"Mixed\" int); select \"Mixed\" from \"T\""));
        Assert.Equal("column \"mixed\" does not exist", Meanings.Refusal(On + "create table \"T\" (\"Mixed\" int); select mixed from \"T\"").Message);
        Assert.Equal("CITY integer", Meanings.Result("set describe_field_name_in_uppercase to on; select 1 as city"));
    }

    [Theory]
    [InlineData("select relname from pg_class", "relname name")]
    [InlineData("select attrelid from pg_attribute", "attrelid oid")]
    [InlineData("select conkey from pg_constraint", "conkey anyarray")]
    [InlineData("select oid::regclass from pg_class", "oid regclass")]
    [InlineData("select typinput::text from pg_type", "typinput character varying")]
    public void Columns_of_pg_catalog_have_their_types(string query, string result) => Assert.Equal(result, Meanings.Result(query));

    [Theory]
    [InlineData("select c.relname from pg_stat_all_tables c join pg_statio_all_tables n on n.relid = c.relid where c.schemaname = 'r' and c.relid > 100")]
    [InlineData("select max(size) + 1, max(size - used), max(-size), max(coalesce(size, used)), max(size || 'x') from svv_table_info where \"table\" in ('a', 'b')")]
    [InlineData("select datediff(ms, starttime, endtime), endtime - starttime, endtime - interval '1 day' from stl_query where userid > 1 and querytxt like 'copy%'")]
    public void Columns_of_system_tables_are_never_converted(string query) => Assert.DoesNotContain(
        BoundWalk.Nodes(Meanings.Query(query), intoQueries: true), node => node is BoundConversion { Operand: BoundColumn });

    [Theory]
    [InlineData("select * from stl_query", "*")]
    [InlineData("select t.id, q.* from t, stl_query q", "id, *")]
    [InlineData("select query, elapsed from (select * from stl_query) q where q.userid > 1", "query, elapsed")]
    [InlineData("with q as (select *, 1 as one from stl_query) select one, label from q", "one, label")]
    [InlineData("select * from stl_query union all select * from stl_query", "*")]
    [InlineData("create table copied as select 1 as one, * from stl_query; select one, label from copied", "one, label")]
    [InlineData("insert into u select * from stl_query; select 1 as one", "one")]
    public void A_star_stands_for_columns_that_are_not_known(string query, string names) =>
        Assert.Equal(names, string.Join(", ", Meanings.Of(Tables + query).Columns.Select(column => column.Name)));

    [Fact]
    public void A_schema_can_have_the_name_of_a_table_in_FROM() =>
        Assert.Equal("n integer", Meanings.Result("create schema s; create table s.x (n int); create table t (id int); select x.n from t s, s.x"));

    [Fact]
    public void Columns_of_system_tables_are_not_looked_at()
    {
        var select = Meanings.Select("select tablename, \"column\" from pg_table_def where schemaname = 'public'");

        Assert.Equal(["tablename", "column"], select.Columns.Select(column => column.Name));
    }
}
