using Starlift.Sql.Analysis;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Analysis;

public sealed class TableReadsTests
{
    [Theory]
    [InlineData("select * from a, s.b x join \"C\" using (i)", "a s.b c")]
    [InlineData("select extract(day from a), trim(both from b), c is distinct from d from e", "e")]
    [InlineData("select (select max(x) from a) from b where c in (select c from d) and exists (select 1 from e)", "a b d e")]
    [InlineData("with x as (select * from a), y as (select * from x, b) select * from y", "a b")]
    [InlineData("with a as (select * from a) select * from a", "a")]
    [InlineData("with recursive a (n) as (select 1 union all select n + 1 from a) select * from a", "")]
    [InlineData("with a as (select 1) select * from s.a", "s.a")]
    [InlineData("select * from (with a as (select 1) select * from a) x, a", "a")]
    [InlineData("with x as (with a as (select 1) select * from a) select * from x, a", "a")]
    [InlineData("with a as (select 1) select 1 union all (select 2 from a order by (select 1 from a))", "")]
    [InlineData("select * from c, c.orders o, o.lines l, l", "c")]
    [InlineData("select * from c as x, x.orders as o at i left join x.more m on true", "c")]
    [InlineData("select * from t where (select count(*) from t.items i where i = 1) > 0", "t")]
    [InlineData("select * from s x join (select * from x.t) y on true", "s x.t")]
    [InlineData("select * from songs join songs s on true", "songs songs")]
    [InlineData("select * from a pivot (count(*) for b in (1, 2)) p, unpivot p.c as v at n", "a")]
    [InlineData("insert into a select * from b", "b")]
    [InlineData("with a as (select * from b) insert into c select * from a", "b")]
    [InlineData("update a set x = (select 1 from b) from c where d in (select 1 from e)", "b c e")]
    [InlineData("delete from a using b where x in (select 1 from c)", "b c")]
    [InlineData("merge into a using b on a.i = b.i when matched then update set x = 1", "b")]
    [InlineData("create table a as select * from b", "b")]
    [InlineData("create view a as select * from b with no schema binding", "b")]
    [InlineData("explain select * from a", "a")]
    [InlineData("declare c cursor for select * from a", "a")]
    [InlineData("create table a (b int references c)", "")]
    [InlineData("grant select on a to b", "")]
    public void Reads_are_the_tables_whose_rows_a_statement_needs(string sql, string expected) => Assert.Equal(
        expected, string.Join(' ', TableReads.Of(SqlParser.ParseScript(new SqlSource("a.sql", sql))).Select(name => string.Join('.', name.Parts.Select(part => part.Name)))));
}
