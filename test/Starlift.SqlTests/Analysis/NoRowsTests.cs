using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class NoRowsTests
{
    const string Tables = "create table empty (a int, b int); create table full_one (a int, b int); ";

    [Theory]
    [InlineData("select * from empty")]
    [InlineData("select a, 1 as one from public.empty where b > 1")]
    [InlineData("with c as (select a from empty), d as (select a from c) select * from d")]
    [InlineData("select * from full_one f join empty e on e.a = f.a")]
    [InlineData("select * from full_one, empty")]
    [InlineData("select * from empty e left join full_one f on e.a = f.a")]
    [InlineData("select * from full_one f right join (select * from empty) e on e.a = f.a")]
    [InlineData("select * from empty e full join empty f on e.a = f.a")]
    [InlineData("select a from empty union all select b from empty")]
    [InlineData("select a from full_one intersect select b from empty")]
    [InlineData("select a from empty except select a from full_one")]
    [InlineData("select a, count(*) from empty group by a having count(*) > 1")]
    [InlineData("select a, row_number() over (order by b) from empty")]
    [InlineData("select a from full_one where a in (select a from empty) and b > 1")]
    [InlineData("select a from full_one where exists (select 1 from empty)")]
    [InlineData("select a from full_one where false")]
    [InlineData("select a from full_one limit 0")]
    [InlineData("select distinct a from empty order by a limit 5")]
    [InlineData("with recursive r (a) as (select a from empty union all select a + 1 from r where a < 9) select * from r")]
    public void A_query_of_empty_tables_has_no_rows(string query) => Assert.True(Of(query));

    [Theory]
    [InlineData("select * from full_one")]
    [InlineData("select count(*) from empty")]
    [InlineData("select max(a) from empty having max(a) is null")]
    [InlineData("select 1 as one having true")]
    [InlineData("select a, count(*) from empty group by rollup (a)")]
    [InlineData("select * from full_one f left join empty e on e.a = f.a")]
    [InlineData("select a from full_one union select a from empty")]
    [InlineData("select a from full_one except select a from empty")]
    [InlineData("select a from full_one where a not in (select a from empty)")]
    [InlineData("select a from full_one where not exists (select 1 from empty)")]
    [InlineData("select a from full_one where a > all (select a from empty)")]
    [InlineData("select a from full_one where a in (select a from empty) or b > 1")]
    [InlineData("select (select max(a) from empty) as m")]
    public void Of_others_nothing_is_claimed(string query) => Assert.False(Of(query));

    static bool Of(string query) => NoRows.AreIn(Meanings.Query(Tables + query), table => table.Name == "empty");
}
