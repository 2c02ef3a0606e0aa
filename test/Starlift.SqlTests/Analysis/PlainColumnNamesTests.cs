using Starlift.Sql.Analysis;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.SqlTests.Analysis;

public sealed class PlainColumnNamesTests
{
    [Theory]
    [InlineData("select a, s.b, c + 1 as d from s", "a b d")]
    [InlineData("select A, b AS Total from s", "a total")]
    [InlineData("select distinct a from s", "a")]
    [InlineData("select top 5 a from s", "a")]
    [InlineData("with s as (select 1 as x, 2 as y) select x as a from s", "a")]
    [InlineData("select a from s union all select b from t", "a")]
    [InlineData("select count(*) as n, extract(hour from t) as hour from s group by 2 order by 1", "n hour")]
    [InlineData("select row_number() over (partition by a order by b) as place, case when a = 1 then 2 end as b", "place b")]
    [InlineData("select cast(a as integer) as b, a::varchar(5) as c from s", "b c")]
    [InlineData("select * from s")]
    [InlineData("select s.* from s")]
    [InlineData("select a, count(*) from s group by a")]
    [InlineData("select a b from s", "b")]
    [InlineData("select cast(a as integer) from s")]
    [InlineData("select listagg(a) within group (order by a) as list, b from s", "list b")]
    [InlineData("select a as \"A\" from s")]
    [InlineData("select \"A\" from s")]
    [InlineData("select a, sysdate from s")]
    [InlineData("select null")]
    [InlineData("select 'a'")]
    [InlineData("(select a from s)", "a")]
    public void Names_are_known_where_each_column_has_a_plain_one(string sql, string? expected = null)
    {
        var statement = (QueryStatement)SqlParser.ParseScript(new SqlSource("a.sql", sql)).Statements[0];
        Assert.Equal(expected, PlainColumnNames.Of(statement.Query) is { } names ? string.Join(' ', names) : null);
    }
}
