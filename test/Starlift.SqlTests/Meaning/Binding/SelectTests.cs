using Starlift.Sql.Meaning.Bound;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class SelectTests
{
    const string Tables = "create table t (a int, b int, g varchar(5), d decimal(8,2)); ";

    [Theory]
    [InlineData("select 1 as a, a + 1 as b, a + b as c", "a integer, b integer, c integer")]
    [InlineData("select a * 2.5 as twice, twice + 1 as more from t", "twice numeric(13,1), more numeric(14,1)")]
    [InlineData("select sum(b) as s, count(*) as c, s / c as m from t", "s bigint, c bigint, m bigint")]
    [InlineData("select g, row_number() over (order by a) as r, case when r = 1 then 'x' else 'y' end as w from t", "g character varying(5), r bigint, w character varying(1)")]
    [InlineData("select a * 2 as twice from t where twice = 10", "twice integer")]
    [InlineData("select upper(g) as big, count(*) from t group by big having count(*) > 1 order by big", "big character varying(5), count bigint")]
    [InlineData("select a as n, row_number() over (partition by g order by a) as r from t x qualify r = 1", "n integer, r bigint")]
    public void An_alias_stands_for_its_expression(string query, string result) => Assert.Equal(result, Meanings.Result(Tables + query));

    [Fact]
    public void A_column_comes_before_an_alias()
    {
        var select = Meanings.Select(Tables + "select a + 1 as b, b * 2 as c, a + 1 as n, n + 1 as m from t");

        Assert.IsType<BoundColumn>(Assert.IsType<BoundBinary>(select.Items[1].Value).Left);
        Assert.Same(select.Items[2].Value, Assert.IsType<BoundAlias>(Assert.IsType<BoundBinary>(select.Items[3].Value).Left).Value);
    }

    [Theory]
    [InlineData("select b + 1 as c, 1 as x, y as z, 2 as y from t", "column \"y\" does not exist")]
    [InlineData("select g, a, sum(b) from t group by g", "column \"t.a\" must appear in the GROUP BY clause or be used in an aggregate function")]
    [InlineData("select sum(a), g from t x", "column \"x.g\" must appear in the GROUP BY clause or be used in an aggregate function")]
    [InlineData("select a from t having count(*) > 1", "column \"t.a\" must appear in the GROUP BY clause or be used in an aggregate function")]
    [InlineData("select g from t group by g order by a", "column \"t.a\" must appear in the GROUP BY clause or be used in an aggregate function")]
    [InlineData("select g from t where sum(a) > 1 group by g", "aggregates not allowed in WHERE clause")]
    [InlineData("select g from t where row_number() over (order by a) = 1", "window functions not allowed in WHERE clause")]
    [InlineData("select sum(a) from t group by 1", "aggregates not allowed in GROUP BY clause")]
    [InlineData("select a from t group by 2", "GROUP BY position 2 is not in select list")]
    [InlineData("select a from t order by 3", "ORDER BY position 3 is not in select list")]
    [InlineData("select a from t order by 'a'", "non-integer constant in ORDER BY")]
    [InlineData("select distinct a from t order by b", "for SELECT DISTINCT, ORDER BY expressions must appear in target list")]
    [InlineData("select top 1 a from t limit 2", "TOP and LIMIT can't be used in one query")]
    [InlineData("select sum(count(*)) from t", "aggregate function calls may not have nested aggregate or window function")]
    [InlineData("select a from t where g", "argument of WHERE must be type boolean, not type character varying")]
    [InlineData("select a from t limit 'x'", "invalid input syntax for integer: \"x\"")]
    public void What_does_not_go_together_is_refused(string query, string message) => Assert.Equal(message, Meanings.Refusal(Tables + query).Message);

    [Theory]
    [InlineData("select g, sum(sum(a)) over () from t group by g")]
    [InlineData("select upper(g), count(*) from t group by upper(g)")]
    [InlineData("select a % 2 as odd, count(*) from t group by a % 2 order by a % 2")]
    [InlineData("select g, b, sum(a) as s from t group by rollup (g, b) order by grouping(g), 2")]
    [InlineData("select g, max(a) from t group by all having max(a) > 1")]
    [InlineData("select a from t order by b desc, d + 1 nulls first")]
    [InlineData("select distinct a, b + 1 from t order by b + 1, a")]
    [InlineData("select (select max(x.a) from t x where x.g = t.g) from t group by g")]
    [InlineData("select case when g = 'x' then count(*) else 0 end from t group by g")]
    public void What_goes_together_is_taken(string query) => Meanings.Of(Tables + query);

    [Theory]
    [InlineData("group by grouping sets ((g, b), (g), ())", "0 1; 0; ")]
    [InlineData("group by rollup (g, b)", "0 1; 0; ")]
    [InlineData("group by cube (g, b)", "0 1; 0; 1; ")]
    [InlineData("group by g, rollup (b, a)", "0 1 2; 0 1; 0")]
    [InlineData("group by grouping sets (g, rollup (b, a))", "0; 1 2; 1; ")]
    [InlineData("group by g, b", "0 1")]
    [InlineData("group by (g, b), g", "0 1")]
    public void Grouping_sets_are_written_out(string clause, string sets)
    {
        var grouping = Meanings.Select($"{Tables} select count(*) from t {clause}").GroupBy!;

        Assert.Equal(sets, string.Join("; ", grouping.Sets.Select(set => string.Join(' ', set))));
    }

    [Fact]
    public void A_name_in_GROUP_BY_is_a_column_before_an_alias_and_in_ORDER_BY_the_result_before_a_column()
    {
        var query = Meanings.Query(Tables + "select a as b, count(*) as n from t group by a, b order by b");
        var select = Assert.IsType<BoundSelect>(query.Body);

        Assert.Equal([0, 1], select.GroupBy!.Keys.Select(key => Assert.IsType<BoundColumn>(key).Index));
        Assert.Equal(0, Assert.IsType<BoundOutput>(Assert.Single(query.OrderBy).Value).Index);
    }

    [Theory]
    [InlineData("order by a", false)]
    [InlineData("order by a desc", true)]
    [InlineData("order by a desc nulls last", false)]
    public void NULL_is_the_highest_value(string order, bool first) => Assert.Equal(first, Meanings.Query($"{Tables} select a from t {order}").OrderBy[0].NullsFirst);
}
