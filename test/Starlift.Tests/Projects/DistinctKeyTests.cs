using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Tests.Projects;

public sealed class DistinctKeyTests
{
    const string Stars = "create table stars (a int, b varchar(10), c timestamp, d varchar(10) collate case_insensitive, primary key (";

    [Theory]
    [InlineData("select distinct a, b from s", "a, b")]
    [InlineData("select distinct a from s", "a, b")]
    [InlineData("select distinct c as a from s", "c", false)]
    [InlineData("select distinct s.a, s.b as b from staging.s as s where a > 1 order by 1 limit 5", "a, b")]
    [InlineData("select a, upper(b) as b, extract(year from c) as c from (select distinct a from s) as x where a > 0", "a")]
    [InlineData("select x.n as a, 'b' as b from (select distinct a as n from s where b is distinct from 'x') x", "a")]
    [InlineData("select a from (select a, b from (select distinct a, b from s) as y) as x", "a, b", false)]
    [InlineData("select a, b from (select a, b from (select distinct a, b from s) as y) as x", "a, b")]
    [InlineData("select distinct a, b from s", "a", false)]
    [InlineData("select distinct a + 1 as a from s", "a", false)]
    [InlineData("select distinct cast(a as int) as a from s", "a", false)]
    [InlineData("select a from s", "a", false)]
    [InlineData("select distinct a from s union all select a from s", "a", false)]
    [InlineData("select a from (select distinct a from s) as x join s as y on true", "a", false)]
    [InlineData("select a from (select distinct a from s) as x, s as y", "a", false)]
    [InlineData("select distinct a from s, s as y", "a", false)]
    [InlineData("select distinct a from s join s as y on true", "a", false)]
    [InlineData("select distinct a from (select a from s) as s", "a", false)]
    [InlineData("with s as (select 1.5 as a union all select 1.6) select distinct a from s", "a", false)]
    [InlineData("select distinct o.a from s", "a", false)]
    [InlineData("select distinct a from unknown", "a", false)]
    [InlineData("select b as a from (select distinct a, b from s) as x", "a", false)]
    [InlineData("select a, unnest(b) as b from (select distinct a from s) as x", "a", false)]
    [InlineData("select a, generate_series(1, 2) as b from (select distinct a from s) as x", "a", false)]
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
        var model = new Model("stars", stars.Name, Read<OtherStatement>(sql), new HashSet<TableName>());
        var staging = Read<CreateTable>("create table s (a int, b varchar(10), c timestamp, o super, real_number real, short varchar(9))");
        Assert.Equal(expected, DistinctKey.IsIn(model, table, name => name.Name == "s" ? staging : null));
    }

    static T Read<T>(string sql)
        where T : SqlStatement => (T)SqlScript.Parse("x.sql", sql)[0];
}
