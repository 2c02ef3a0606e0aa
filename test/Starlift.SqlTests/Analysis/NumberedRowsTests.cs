using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class NumberedRowsTests
{
    const string Tables = "create table t (a int, b bigint, c varchar(5), d double precision, s super); create view v as select a, b from t; ";

    [Theory]
    [InlineData("select a, row_number() over (partition by a order by b) as n from t", "a")]
    [InlineData("select n from (select rank() over (partition by a, c order by b desc) as n from t x where b > 1) y where n = 1", "a c")]
    [InlineData("select b from t x qualify dense_rank() over (partition by c order by d) = 1", "c")]
    [InlineData("with k as (select b, row_number() over (partition by b order by a) as n from t order by 1) select * from k union all select 1, 2", "b")]
    [InlineData("create table u as select a, row_number() over (partition by a order by b) as n from t", "a")]
    [InlineData("insert into t (b) select n from (select row_number() over (partition by a order by b) as n from t) x", "a")]
    public void Rows_are_numbered_within_these_columns(string statement, string keys) =>
        Assert.Equal(keys, string.Join(' ', Assert.Single(NumberedRows.In(Meanings.Of(Tables + statement))).Keys.Select(key => key.Name)));

    [Theory]
    [InlineData("select row_number() over (order by a) as n from t")]
    [InlineData("select row_number() over (partition by a + 1 order by b) as n from t")]
    [InlineData("select row_number() over (partition by d order by b) as n from t")]
    [InlineData("select row_number() over (partition by a order by b) as n from v")]
    [InlineData("select row_number() over (partition by t.a order by t.b) as n from t, t x")]
    [InlineData("select distinct row_number() over (partition by a order by b) as n from t")]
    [InlineData("select top 3 row_number() over (partition by a order by b) as n from t")]
    [InlineData("select a, row_number() over (partition by a order by max(b)) as n from t group by a")]
    [InlineData("select row_number() over (partition by a order by b) as n, lag(b) over (partition by a order by b) as l from t")]
    [InlineData("select sum(b) over (partition by a) as n from t")]
    [InlineData("select ntile(2) over (partition by a order by b) as n from t")]
    [InlineData("select row_number() over (partition by a order by random()) as n from t")]
    [InlineData("select row_number() over (partition by a order by b) as n from t where b in (select a from t)")]
    [InlineData("select a, row_number() over (partition by a order by b) as n from t order by b")]
    public void Of_others_none_is_found(string statement) => Assert.Empty(NumberedRows.In(Meanings.Of(Tables + statement)));
}
