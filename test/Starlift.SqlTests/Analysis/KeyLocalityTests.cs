using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class KeyLocalityTests
{
    const string Tables = "create table s (id int, n int, v int, c varchar(5)); create table star (id int, n int, v int); create table other (id int, v int); ";

    [Theory]
    [InlineData("select id, n, v from s where v > 3")]
    [InlineData("select id, sum(v) as v from s group by id")]
    [InlineData("select id, n, sum(v) as v from s group by 1, 2 having count(*) > 1")]
    [InlineData("select distinct id, c from s")]
    [InlineData("select s.id, o.v from s left join other as o on o.id = s.n")]
    [InlineData("select s.id, o.v from other as o right join s on o.id = s.n cross join (select max(v) as m from other) as x")]
    [InlineData("select s.id, coalesce(max(t.v), 0) + count(*) as v from s left join star as t on t.id = s.id group by s.id")]
    [InlineData("select a.id, b.v from s as a, s as b where a.id = b.id and a.n < b.n")]
    [InlineData("select id, a.v from s as a join star as b using (id)")]
    [InlineData("select id, v from s union all select id, v from star")]
    [InlineData("select id, v from s except select id, v from other")]
    [InlineData("select id, v, row_number() over (partition by c, id order by v) as r from s")]
    [InlineData("select id, v from s s qualify rank() over (partition by id, n order by v) = 1")]
    [InlineData("with a as (select id, v, 0 as kept from s union all select id, v, 1 as kept from star), r as (select id, v, kept, row_number() over (partition by id order by v, kept) as choice from a) select id, v from r where choice = 1 and kept = 0")]
    [InlineData("select id from s where not exists (select 1 from star as t where t.id = s.id and t.v > s.v)")]
    [InlineData("select id from s where id in (select id from star where v > 1)")]
    [InlineData("select id, (select max(v) from star as t where t.id = s.id) as m from s")]
    [InlineData("select id from s where v > (select avg(v) from other)")]
    [InlineData("select max(id) over (partition by id) as twice, id from s")]
    public void Rows_of_a_key_come_from_rows_of_that_key(string query) => Assert.Null(FaultOf(query));

    [Theory]
    [InlineData("select id + 1 as id from s", "yields rows that do not come from one of its rows each")]
    [InlineData("select n as id from s", "yields rows that do not come from one of its rows each")]
    [InlineData("select id from other", "yields rows that do not come from one of its rows each")]
    [InlineData("select t.id from s left join star as t on t.id = s.id", "yields rows that do not come from one of its rows each")]
    [InlineData("select max(id) as id from s", "aggregates all rows together")]
    [InlineData("select max(id) as id, c from s group by c", "groups rows of several keys together")]
    [InlineData("select id, c, count(*) from s group by rollup (id, c)", "groups rows of several keys together")]
    [InlineData("select id from s limit 3", "takes the first of all rows")]
    [InlineData("select top 3 id from s", "takes the first of all rows")]
    [InlineData("select id, sum(v) over () as v from s", "looks at rows of several keys in a window")]
    [InlineData("select id, sum(v) over (partition by c) as v from s", "looks at rows of several keys in a window")]
    [InlineData("select id, v from s s qualify row_number() over (order by id) = 1", "looks at rows of several keys in a window")]
    [InlineData("select a.id, b.v from s as a join s as b on a.n = b.n", "joins rows of different keys")]
    [InlineData("select a.id, b.v from s as a left join s as b on a.n = b.n where a.id = b.id", "joins rows of different keys")]
    [InlineData("select s.id from s, star", "joins rows of different keys")]
    [InlineData("select s.id from other left join s on s.id = other.id", "keeps rows of a table without the key by an outer join")]
    [InlineData("select id from s union all select id from other", "adds rows of a table without the key")]
    [InlineData("select id, (select max(v) from s) as m from s", "looks at rows of all keys in a query within it")]
    [InlineData("select id from s where id not in (select id from star)", "looks at rows of all keys in a query within it")]
    [InlineData("select id from s where exists (select 1 from star as t where t.n = s.n)", "looks at rows of all keys in a query within it")]
    [InlineData("select id from s where v in (select v from star)", "looks at rows of all keys in a query within it")]
    [InlineData("with recursive r (id) as (select id from s union all select id from r where id > 1) select id from r", "follows rows by a recursive query")]
    [InlineData("select x.id from (select distinct c from s) as y join s as x on x.c = y.c", "joins rows of different keys")]
    public void What_looks_at_several_keys_is_told(string query, string what) => Assert.Equal(what, FaultOf(query)?.What);

    [Fact]
    public void A_key_may_have_several_columns()
    {
        var query = Meanings.Query(Tables + "select n, id, sum(v) as v from s group by id, n");
        Assert.Null(KeyLocality.FaultOf(query, [1, 0], table => table.Name == "s" ? ["id", "n"] : null));
        var other = Meanings.Query(Tables + "select id, max(n) as n from s group by id");
        Assert.Equal("groups rows of several keys together", KeyLocality.FaultOf(other, [0, 1], table => table.Name == "s" ? ["id", "n"] : null)?.What);
    }

    static KeyFault? FaultOf(string query)
    {
        var bound = Meanings.Query(Tables + query);
        var output = bound.Columns.Select(column => column.Name).ToList().IndexOf("id");
        return KeyLocality.FaultOf(bound, [Math.Max(0, output)], table => table.Name is "s" or "star" ? ["id"] : null);
    }
}
