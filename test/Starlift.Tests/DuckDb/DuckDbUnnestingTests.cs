using Starlift.Sql;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbUnnestingTests
{
    /// <summary>Such a join holds the whole record once for each of its elements: with the square of their number the memory grows.</summary>
    [Theory]
    [InlineData("select r.id from t, t.s.records r")]
    [InlineData("select r.id from t s, s.s.records r where r.id > 1")]
    [InlineData("select i, r.id from t, t.s.records r at i")]
    [InlineData("select q.v from t, t.s.records r, r.parts p, p.items q")]
    [InlineData("select r.id, p from t left join t.s.records r on true left join r.parts p on true")]
    [InlineData("select r from (select s.records as all_records from t) q, q.all_records r")]
    [InlineData("with c as (select s from t) select r from c, c.s.records r")]
    public async Task Elements_are_not_joined_with_the_records_that_they_come_from(string query)
    {
        await using var scratch = await FilledAsync();
        Assert.DoesNotContain("DELIM", string.Concat(await scratch.QueryAsync($"explain {query}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_elements_stays_in_a_left_join()
    {
        await using var scratch = await FilledAsync();
        Assert.Equal(
            ["1|1|[1.50,2]|1.50", "1|1|[1.50,2]|2", "1|2|[]|NULL", "2|NULL|NULL|NULL", "3|NULL|NULL|NULL"],
            await scratch.QueryAsync("select t.id, r.id, r.parts, p from t left join t.s.records r on true left join r.parts p on true order by t.id, r.id, p"));
    }

    [Fact]
    public async Task Elements_have_their_positions()
    {
        await using var scratch = await FilledAsync();
        Assert.Equal(["1|0|1", "1|1|2"], await scratch.QueryAsync("select t.id, i, r.id from t, t.s.records r at i order by i"));
    }

    static async Task<ScratchWarehouse> FilledAsync()
    {
        var scratch = await ScratchWarehouse.OpenAsync();
        await scratch.CreateAsync("id int, s super");
        foreach (var row in (string[])["""1, json_parse('{"records":[{"id":1,"parts":[1.50,2]},{"id":2,"parts":[]}]}')""", """2, json_parse('{"records":[]}')""", "3, null"])
        {
            await scratch.Warehouse.ExecuteAsync(SqlScript.Parse("i.sql", $"insert into t values ({row})").Single(), TestContext.Current.CancellationToken);
        }

        return scratch;
    }
}
