using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class DistinctRowsTests
{
    const string Tables = "create table t (a int, b int, c varchar(5)); ";

    [Theory]
    [InlineData("select distinct a, b from t", "0 1")]
    [InlineData("select a, sum(b) from t group by a", "0")]
    [InlineData("select sum(b), c, a from t group by a, c", "1 2")]
    [InlineData("select upper(c) as k, count(*) from t group by k", "0")]
    [InlineData("select a from t union select b from t", "0")]
    [InlineData("select count(*) from t", "")]
    [InlineData("select x.a + 1 as n, x.a from (select distinct a from t) x where x.a > 1", "1")]
    [InlineData("with k as (select a, c from t group by a, c) select c, a as first from k limit 9", "0 1")]
    [InlineData("select a, b from (select a, b, row_number() over (partition by a order by b) as r from t) x where r = 1", "0")]
    [InlineData("with r as (select a, b, row_number() over (partition by a, b order by c) as choice from t) select b, a from r where choice = 1 and b > 0", "0 1")]
    [InlineData("select a, b from t x qualify row_number() over (partition by a order by b) = 1", "0")]
    [InlineData("select b, a, row_number() over (partition by a order by b) as r from t x qualify r = 1 and b > 2", "1")]
    public void Rows_differ_by_these_columns(string query, string columns) =>
        Assert.Equal(columns, string.Join(' ', DistinctRows.KeyOf(Meanings.Query(Tables + query))!.Order()));

    [Theory]
    [InlineData("select a from t")]
    [InlineData("select a from t union all select a from t")]
    [InlineData("select sum(b) from t group by a")]
    [InlineData("select a, b, count(*) from t group by rollup (a, b)")]
    [InlineData("select b from (select distinct a, b from t) x")]
    [InlineData("select x.a from (select distinct a from t) x join t on true")]
    [InlineData("select a, generate_series(1, 3) from (select distinct 1 as a) x")]
    [InlineData("select a from (select a, row_number() over (partition by a order by b) as r from t) x where r = 2")]
    [InlineData("select a from (select a, rank() over (partition by a order by b) as r from t) x where r = 1")]
    [InlineData("select a from (select random() as a, row_number() over (partition by random() order by b) as r from t) x where r = 1")]
    public void Of_others_nothing_is_claimed(string query) => Assert.Null(DistinctRows.KeyOf(Meanings.Query(Tables + query)));
}
