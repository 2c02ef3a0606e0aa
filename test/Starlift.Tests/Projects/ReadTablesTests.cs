using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Tests.Projects;

public sealed class ReadTablesTests
{
    [Theory]
    [InlineData("select * from a", "a")]
    [InlineData("select a, b from c", "")]
    [InlineData("select * from a, b where a.x in (select x from dev.d)", "a b dev.d")]
    [InlineData("select * from a as x join b on true left join (a cross join dev.d) on true, b", "a b dev.d")]
    [InlineData("select extract(hour from a), trim(both from b) from (select 1)", "")]
    [InlineData("select x is distinct from a from b", "b")]
    [InlineData("select (select max(x) from a) from b", "a b")]
    [InlineData("select f(x, a) from g(1, a) join b using (a)", "b")]
    [InlineData("with a as (select 1 from b) select * from a union all select 1 from \"A\"", "b")]
    [InlineData("with a as (select 1 from a) select * from a", "a")]
    [InlineData("select * from public.a, p", "a public.p")]
    [InlineData("(select * from d) order by a, b", "")]
    [InlineData("select a.x, count(*) over (order by a.y, b) from b group by a, b", "b")]
    [InlineData("select 1 from other.a, d.b", "")]
    public void A_SELECT_reads_the_tables_of_its_FROM_clauses(string sql, string expected)
    {
        var statement = (OtherStatement)SqlScript.Parse("x.sql", sql)[0];
        var found = ReadTables.In(statement, new HashSet<TableName> { new(null, "a"), new(null, "b"), new("dev", "d"), new("public", "p") });
        Assert.Equal(expected, string.Join(' ', found.Select(table => table.ToString()).Order()));
    }
}
