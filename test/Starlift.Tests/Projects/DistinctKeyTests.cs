using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Tests.Projects;

public sealed class DistinctKeyTests
{
    const string Stars = "create table stars (a int, b varchar(10), c timestamp, d varchar(10) collate case_insensitive, primary key (";

    const string Tables = "create table s (a int, b varchar(10), c timestamp, o super, real_number real, short varchar(9)); create table staging.s (a int, b varchar(10))";

    [Theory]
    [InlineData("select distinct a, b from s", "a, b")]
    [InlineData("select distinct a from s", "a, b")]
    [InlineData("select distinct c as a from s", "c", false)]
    [InlineData("select distinct s.a, s.b as b from staging.s as s where a > 1 order by 1 limit 5", "a, b")]
    [InlineData("select a, upper('b') as b, a + 1 as c from (select distinct a from s) as x where a > 0", "a")]
    [InlineData("select x.n as a, 'b' as b from (select distinct a as n from s where b is distinct from 'x') x", "a")]
    [InlineData("select a from (select a, b from (select distinct a, b from s) as y) as x", "a, b", false)]
    [InlineData("select a, b from (select a, b from (select distinct a, b from s) as y) as x", "a, b")]
    [InlineData("select distinct a, b from s", "a", false)]
    [InlineData("select distinct a + 1 as a from s", "a")]
    [InlineData("select distinct cast(a as int) as a from s", "a")]
    [InlineData("select distinct cast(a as bigint) as a from s", "a", false)]
    [InlineData("select max(b) as b, a from s group by a", "a")]
    [InlineData("select max(b) as b, a from s group by a, c", "a", false)]
    [InlineData("select a, max(b) as b from s group by a having count(*) > 1", "a, b")]
    [InlineData("with r as (select a, b, row_number() over (partition by a order by b) as choice from s) select a, b from r where choice = 1", "a")]
    [InlineData("select a, f_mine(b) as b from (select distinct a from s) as x cross join (select 'b' as b) as y", "a", false)]
    [InlineData("select a, f_mine(a) as b from (select distinct a from s) as x", "a", false)]
    [InlineData("select a from s", "a", false)]
    [InlineData("select distinct a from s union all select a from s", "a", false)]
    [InlineData("select x.a from (select distinct a from s) as x join s as y on true", "a", false)]
    [InlineData("select x.a from (select distinct a from s) as x, s as y", "a", false)]
    [InlineData("select distinct y.a from s, s as y", "a")]
    [InlineData("select distinct y.a from s join s as y on true", "a")]
    [InlineData("select distinct a from (select a from s) as s", "a")]
    [InlineData("with s as (select 1.5 as a union all select 1.6) select distinct a from s", "a", false)]
    [InlineData("select distinct o.a from s", "a", false)]
    [InlineData("select distinct a from unknown", "a", false)]
    [InlineData("select b as a from (select distinct a, b from s) as x", "a", false)]
    [InlineData("select a, generate_series(1, 2) as b from (select distinct 1 as a) as x", "a", false)]
    [InlineData("select a, generate_series(1, 2) as b from (select 1 as a) as x group by a", "a", false)]
    [InlineData("select min(a) as a from (select distinct a from s) as x group by a", "a", false)]
    [InlineData("select distinct real_number as a from s", "a", false)]
    [InlineData("select distinct short as b from s", "b", false)]
    [InlineData("select distinct b as d from s", "d", false)]
    [InlineData("select distinct a, b as a from s", "a", false)]
    [InlineData("select 1 as a", "a", false)]
    [InlineData("select a as b, b from (select distinct a, b from s) as x", "a, b", false)]
    [InlineData("select distinct a from public.s", "a")]
    public void A_key_is_once_where_the_SELECT_says_so(string sql, string key, bool expected = true)
    {
        var stars = Read<CreateTable>($"{Stars}{key}))");
        var table = new Table { Definition = stars, Comments = [], ColumnComments = new Dictionary<string, string>() };
        var model = new Model("stars", stars.Name, Read<OtherStatement>(sql), SelectMeaning.Of(sql, Tables), new HashSet<TableName>());
        Assert.Equal(expected, DistinctKey.IsIn(model, table));
    }

    static T Read<T>(string sql)
        where T : SqlStatement => (T)SqlScript.Parse("x.sql", sql)[0];
}
