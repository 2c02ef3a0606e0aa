using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class RowLineageTests
{
    const string Tables = "create table t (id int, name varchar(9), g int); create table u (id int, amount decimal(8,2)); ";

    [Theory]
    [InlineData("select id from t", "")]
    [InlineData("select id from t where name > 'a' and g = 1 order by id", "t.g filter, t.name filter")]
    [InlineData("select t.id from t join u on u.id = t.id left join u as v on v.id = t.g where u.amount > 5", "t.g join, t.id join, u.amount filter, u.id join")]
    [InlineData("select g, count(*) from t group by 1 having max(id) > 3", "t.g groupby, t.id filter")]
    [InlineData("select id from t order by name limit 5", "t.name sort")]
    [InlineData("select id as k from t order by k limit 5", "t.id sort")]
    [InlineData("select top 5 id from t order by 1", "t.id sort")]
    [InlineData("select id from t t qualify row_number() over (partition by g order by name) = 1", "t.g filter, t.name filter")]
    [InlineData("with c as (select id as k, sum(g) as s from t where name = 'x' group by id) select a.s from c as a join c as b on a.k = b.k where a.s > 1", "t.g filter, t.id groupby, t.id join, t.name filter")]
    [InlineData("select id from t where exists (select 1 from u where u.id = t.id and amount > 1)", "t.id filter, u.amount filter, u.id filter")]
    [InlineData("select id from t where id in (select id from u)", "t.id filter, u.id filter")]
    [InlineData("select id from (select id from t where g = 1) as x union all select id from u where amount > 1", "t.g filter, u.amount filter")]
    [InlineData("with unused as (select id from t where g = 1) select id from u", "")]
    [InlineData("with recursive r (id) as (select id from t where g = 1 union all select u.id from u join r on r.id = u.id) select id from r", "t.g filter, t.id join, u.id join")]
    public void Rows_depend_on_these_columns(string query, string columns) => Assert.Equal(
        columns,
        string.Join(", ", RowLineage.Of(Meanings.Query(Tables + query)).Select(input => $"{input.Origin.Table}.{input.Origin.Column} {input.Use.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal)));
}
