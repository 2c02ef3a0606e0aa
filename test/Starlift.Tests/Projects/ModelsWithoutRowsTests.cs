using Starlift.Cli.Settings;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Bound;
using Starlift.Tests.DuckDb;
using Starlift.Warehouses;

namespace Starlift.Tests.Projects;

/// <summary>e and f have no rows, t and other.e have two. What is said of a SELECT is what DuckDB finds.</summary>
public sealed class ModelsWithoutRowsTests
{
    const string Columns = "(a int, b int, c varchar(9), d timestamp)";
    const string Tables = $"create table e {Columns}; create table f {Columns}; create table staging.g {Columns}; create table t {Columns}; create table other.e {Columns}";

    static readonly IReadOnlySet<TableName> Empty = new HashSet<TableName> { new(null, "e"), new(null, "f"), new("staging", "g") };

    [Theory]
    [InlineData("select a, b from e")]
    [InlineData("SELECT x.a FROM \"E\" AS x WHERE x.b > 1 ORDER BY a LIMIT 5")]
    [InlineData("select a from staging.g")]
    [InlineData("select distinct a, upper(c) from e where a > 1 or b < 2")]
    [InlineData("select a, count(*) from e group by a having count(*) > 1")]
    [InlineData("select date_trunc('day', d), count(*) from e group by date_trunc('day', d)")]
    [InlineData("select a, row_number() over (partition by b order by a) as n, cast(c as varchar(5)) from e")]
    [InlineData("select a from e e qualify row_number() over (order by a) = 1")]
    [InlineData("select case when a in (1, 2) then coalesce(b, 1) else 0 end from e")]
    [InlineData("select a from e union all select b from f")]
    [InlineData("(select a from e) union (select b from f order by b limit 1) order by 1")]
    [InlineData("select a from e intersect select a from f")]
    [InlineData("select a from e except select a from f")]
    [InlineData("select t.a from t join e on e.a = t.a")]
    [InlineData("select t.a from t inner join t as u on u.a = t.a and left(u.c, 1) = t.c join e on e.a = t.a")]
    [InlineData("select e.a from e left join t on t.a = e.a")]
    [InlineData("select e.a from e left outer join t u(p, q) on u.p = e.a left join t as v on true")]
    [InlineData("select t.a from t, e")]
    [InlineData("select t.a from t left join f on f.a = t.a, e where t.a > (select max(a) from t)")]
    [InlineData("select t.a from t cross join e")]
    [InlineData("select t.a from t natural join e")]
    [InlineData("select a from (select a, b from e where b is distinct from 3) as x")]
    [InlineData("select a from (select distinct a from e) as x join t using (a)")]
    [InlineData("with x as (select a from e), y (n) as (select x.a from x join t on t.a = x.a) select n from y")]
    [InlineData("with x as (select a from e union all select a from t where a in (select a from e)) select a from x")]
    [InlineData("select a from t where b > 0 and t.a in (select e.a from e) and c <> ''")]
    [InlineData("select x.a from t as x right join t as y on true where x.a in (select a from e)")]
    [InlineData("select t.a from e right join f on true, t")]
    [InlineData("select e.a from e full join f on e.a = f.a")]
    [InlineData("select t.a from t join (t as u cross join e) on true")]
    [InlineData("select a from t where (a + 1 in (select a from e)) and exists (select 1 from t)")]
    [InlineData("select a from t where exists (select 1 from e where e.a = t.a)")]
    public Task A_SELECT_that_can_have_none_is_told(string sql) => HoldsAsync(sql, claimed: true, rows: 0);

    [Theory]
    [InlineData("select a from t", 2)]
    [InlineData("select a from other.e", 2)]
    [InlineData("select 1", 1)]
    [InlineData("select count(*) from e", 1)]
    [InlineData("select \"count\"(*) from e", 1)]
    [InlineData("select max(a) as a from e", 1)]
    [InlineData("select coalesce(max(a), 0) as a from e", 1)]
    [InlineData("select 1 from e having count(*) = 0", 1)]
    [InlineData("select 1 from e order by count(*)", 1)]
    [InlineData("select a, count(*) from e group by rollup (a)", 1)]
    [InlineData("select a, count(*) from e group by grouping sets ((a), ())", 1)]
    [InlineData("select count(*) from e group by ()", 1)]
    [InlineData("select sum(count(*)) over () from e", 1)]
    [InlineData("select a from e union all select a from t", 2)]
    [InlineData("select a from t except select a from e", 2)]
    [InlineData("select t.a from t left join e on e.a = t.a", 2)]
    [InlineData("select t.a from e right join t on e.a = t.a", 2)]
    [InlineData("select t.a from e full join t on e.a = t.a", 2)]
    [InlineData("select t.a from e left join f on true right join t on true", 2)]
    [InlineData("select t.a from t left join t as u join e on e.a = u.a on u.a = t.a", 2)]
    [InlineData("select t.a from t left join (t as u cross join e) on true", 2)]
    [InlineData("with e as (select a from t) select a from e", 2)]
    [InlineData("with x as (with e as (select a from t) select a from e) select a from x", 2)]
    [InlineData("with recursive x (n) as (select 1 as n union all select n + 1 from x where n < 3) select n from x", 3)]
    [InlineData("select a from t where a in (select a from e) or a = 1", 1)]
    [InlineData("select a from t where not a in (select a from e)", 2)]
    [InlineData("select a from t where a not in (select a from e)", 2)]
    [InlineData("select a from t where a in (select count(*) from e) or true", 2)]
    [InlineData("select a from t where a in (1, 2)", 2)]
    [InlineData("select a is distinct from b from t", 2)]
    [InlineData("select n from (select count(*) as n from e) as x", 1)]
    [InlineData("select t.a from t join (select max(a) as a from e) as x on x.a is null", 2)]
    [InlineData("select count(b) from e pivot (count(*) for a in (1, 2))", 1, false)]
    [InlineData("select t.a from t left join t as u join e on e.a = u.a on u.a = t.a where exists (select 1 from t)", 2)]
    public Task Of_others_nothing_is_claimed(string sql, int rows, bool runs = true) => HoldsAsync(sql, claimed: false, runs ? rows : null);

    [Theory]
    [InlineData("songs", "staging_songs")]
    [InlineData("artists", "staging_songs")]
    [InlineData("time", "staging_events")]
    [InlineData("users", "staging_events")]
    [InlineData("songplays", "staging_songs", "staging_events")]
    public void Each_model_of_Sparkify_has_none_where_its_staging_tables_have_none(string model, params string[] staging)
    {
        var query = ProjectReader.Read(Path.Combine(Repository.Root, "pipelines/sparkify"), ProjectOverrides.None, KnownTargetTypes.All)
            .Models.Single(candidate => candidate.Name == model).Query;
        Assert.True(AreIn(query, staging.Select(name => new TableName(null, name)).ToHashSet()));
        Assert.All(staging, name => Assert.False(AreIn(query, staging.Where(other => other != name).Select(other => new TableName(null, other)).ToHashSet())));
    }

    static bool AreIn(BoundQuery query, IReadOnlySet<TableName> empty) => NoRows.AreIn(query, table => new TableName(table.Schema, table.Name).In(empty) is not null);

    static async Task HoldsAsync(string sql, bool claimed, int? rows)
    {
        Assert.Equal(claimed, AreIn(SelectMeaning.Of(sql, Tables), Empty));
        if (rows is null)
        {
            return;
        }

        await using var scratch = await ScratchWarehouse.OpenAsync();
        var stop = TestContext.Current.CancellationToken;
        await scratch.Warehouse.ExecuteAsync(
            $"""
            create schema staging; create schema other;
            {Tables};
            insert into t values (1, 1, 'x', null), (2, 2, 'y', null); insert into other.e select * from t
            """,
            stop);
        Assert.Equal(rows, (await scratch.Warehouse.QueryAsync(sql, stop)).Rows.Count);
    }
}
