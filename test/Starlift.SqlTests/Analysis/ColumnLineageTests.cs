using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class ColumnLineageTests
{
    const string Tables = "create table t (id int, name varchar(9), s super, g int); create table u (id int, amount decimal(8,2), note varchar(9)); ";

    [Theory]
    [InlineData("select id, name || 'x' as n, 1 as one from t", "id <- t.id; n <- t.name; one <- ")]
    [InlineData("select t.id, sum(amount) as total from t join u on t.id = u.id group by 1", "id <- t.id; total <- u.amount")]
    [InlineData("select id, amount from t join u using (id)", "id <- t.id u.id; amount <- u.amount")]
    [InlineData("with c as (select id as k, amount * 2 as double from u), d as (select k, double + 1 as more from c) select * from d", "k <- u.id; more <- u.amount")]
    [InlineData("select a from (select id, name as a from t) x", "a <- t.name")]
    [InlineData("select id as k from t union all select amount from u", "k <- t.id u.amount")]
    [InlineData("(select name from t) except (select note from u)", "name <- t.name u.note")]
    [InlineData("select case when g > 1 then name else note end as c from t, u", "c <- t.g t.name u.note")]
    [InlineData("select id as a, a + g as b from t", "a <- t.id; b <- t.g t.id")]
    [InlineData("select (select max(amount) from u where u.id = t.id) as most from t", "most <- u.amount")]
    [InlineData("select name, row_number() over (partition by g order by id) as r from t", "name <- t.name; r <- t.g t.id")]
    [InlineData("select s.a.b, e.k, i from t, t.s.list as e at i", "b <- t.s; k <- t.s; i <- t.s")]
    [InlineData("select count(*) as n, max(id) filter_free from t where name = 'x'", "n <- ; filter_free <- t.id")]
    [InlineData("select a, b from (select id as a, * from stl_query, t) x", "a <- t.id; b <- ")]
    [InlineData("with recursive r (id, lvl) as (select id, 1 from t union all select u.id, lvl + g from u, r, t where r.id = u.id) select * from r", "id <- t.id u.id; lvl <- t.g")]
    [InlineData("select * from (select name, amount, note from t, u) pivot (sum(amount) for note in ('a', 'b' as bee))", "name <- t.name; a <- u.amount u.note; bee <- u.amount u.note")]
    [InlineData("select k, label, v from (select id as k, g, id as h from t) unpivot (v for label in (g, h))", "k <- t.id; label <- ; v <- t.g t.id")]
    public void Columns_of_a_result_come_from_these_columns(string query, string origins) => Assert.Equal(origins, Text(Tables + query));

    [Theory]
    [InlineData("insert into u (id, note) select g, name from t", "id <- t.g; note <- t.name")]
    [InlineData("create table w as select id as k, amount from u", "k <- u.id; amount <- u.amount")]
    [InlineData("create view w (x) as select name from t", "x <- t.name")]
    [InlineData("update u set note = t.name, amount = amount + 1 from t where t.id = u.id", "note <- t.name; amount <- u.amount")]
    [InlineData("merge into u using t on t.id = u.id when matched then update set note = t.name when not matched then insert values (t.id, t.g, 'x')", "note <- t.name; id <- t.id; amount <- t.g")]
    [InlineData("delete from u", "")]
    public void Columns_that_a_statement_fills_come_from_these_columns(string statement, string origins) => Assert.Equal(origins, Text(Tables + statement));

    [Theory]
    [InlineData("select id, name as n, cast(id as bigint) as big, id + 1.5 as more from t", "id <- id identity; n <- name identity; big <- id transformation; more <- id transformation")]
    [InlineData("select sum(g) as s, max(g + 1) as m, count(distinct name) as c from t", "s <- g aggregation; m <- g aggregation; c <- name aggregation")]
    [InlineData("select case when g > 1 then name else 'x' end as c, case id when g then 1 end as d from t", "c <- g conditional, name identity; d <- g conditional, id conditional")]
    [InlineData("select row_number() over (partition by g order by id) as r, lag(name) over (order by id) as l, sum(g) over (partition by name) as s from t", "r <- g window, id window; l <- id window, name transformation; s <- g aggregation, name window")]
    [InlineData("with c as (select sum(g) as total, name from t group by name) select total * 2 as double, upper(name) as n, total as same from c", "double <- g aggregation; n <- name transformation; same <- g aggregation")]
    [InlineData("select max(n) as n from (select case when id > 1 then g else 0 end as n from t) as x", "n <- g aggregation, id conditional")]
    [InlineData("select id as a, a as b, a + 1 as c from t", "a <- id identity; b <- id identity; c <- id transformation")]
    [InlineData("select (select name from t as u where u.id = t.id) as other, s.a as path, e as element from t, t.s.list as e", "other <- name identity; path <- s transformation; element <- s transformation")]
    [InlineData("select id from t union all select g + 1 from t", "id <- g transformation, id identity")]
    public void What_a_column_is_used_for_is_told(string query, string uses) => Assert.Equal(
        uses,
        string.Join("; ", ColumnLineage.Of(Meanings.Of(Tables + query)).Select(column => $"{column.Key} <- {Uses(column.Value)}")));

    static string Uses(IEnumerable<ColumnInput> inputs) =>
        string.Join(", ", inputs.Select(input => $"{input.Origin.Column} {input.Use.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal));

    static string Text(string script) => string.Join("; ", ColumnLineage.Of(Meanings.Of(script))
        .Select(column => $"{column.Key} <- {string.Join(' ', column.Value.Select(input => $"{input.Origin.Table}.{input.Origin.Column}").Distinct().Order(StringComparer.Ordinal))}"));
}
