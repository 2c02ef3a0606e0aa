using Starlift.DuckDb;
using Starlift.Sql;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Which keys are nearly unique is found out from the rows.</summary>
public sealed class DuckDbNearlyUniqueTests
{
    // 60,000 rows: id has 60,000 values, of which 30 come twice; session 6,000; kind 3
    const string Fill = """
        create table events (id bigint, session int, kind varchar(20), at bigint);
        create table digits (n int);
        insert into digits values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
        insert into events select n, n % 6000, 'kind ' || (n % 3), n from (
            select 1 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n as n from digits a, digits b, digits c, digits d, digits e where e.n < 6) x;
        insert into events select id, session, kind, at + 1 from events where id % 2000 = 0
        """;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", true)]
    [InlineData("kind, id", true)]
    [InlineData("session", false)]
    [InlineData("kind", false)]
    public async Task Keys_are_nearly_unique_where_few_rows_share_one(string keys, bool isNearlyUnique)
    {
        await using var target = new DuckDbTarget();
        await FillAsync(target);
        var query = $"select at, row_number() over (partition by {keys} order by at desc) as n from events";
        using var session = await DuckDbSession.OpenAsync(new DuckDbOptions { Path = target.Path }, Stop);

        var found = await NearlyUnique.AmongAsync(session, Bound(query), Stop);

        Assert.Equal(isNearlyUnique, found.Count == 1);
    }

    [Theory]
    [InlineData("id", 60000, 30)]
    [InlineData("kind, id", 60000, 30)]
    [InlineData("session", 6000, 6000)]
    public async Task The_latest_row_of_each_key_is_found(string keys, long rows, long latest)
    {
        await using var target = new DuckDbTarget();
        await FillAsync(target);
        await using var warehouse = await target.OpenAsync();
        var last = $"from (select id, at, row_number() over (partition by {keys} order by at desc) as n from events) x where n = 1";

        Assert.Equal(rows, await warehouse.CountAsync($"select count(*) {last}", Stop));
        Assert.Equal(latest, await warehouse.CountAsync($"select count(*) {last} and (at > id or at > 54000 and {rows} = 6000)", Stop));
    }

    static async Task FillAsync(DuckDbTarget target)
    {
        await using var warehouse = await target.OpenAsync();
        foreach (var statement in Fill.Split(';'))
        {
            await warehouse.ExecuteAsync(statement, Stop);
        }
    }

    static Starlift.Sql.Meaning.Bound.BoundStatement Bound(string query)
    {
        var catalogue = Catalogue.Empty;
        Starlift.Sql.Meaning.Bound.BoundStatement? bound = null;
        foreach (var statement in SqlScript.Parse("test", $"{Fill.Split(';')[0]}; {query}"))
        {
            bound = StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), catalogue);
            catalogue = CatalogueChanges.After(catalogue, bound);
        }

        return bound!;
    }
}
