namespace Starlift.Tests.Runs;

/// <summary>More JSON than a quarter of the engine's memory is staged in durable tables, which are gone when the run is over.</summary>
public sealed class LargeStagingTests
{
    // White space counts as bytes, and costs the test no time.
    static readonly string Padding = new(' ', 30_000_000);

    [Theory]
    [InlineData("100MB")]
    [InlineData("1GB")]
    public async Task The_star_is_the_same_and_nothing_is_left_behind(string memory)
    {
        await using var runs = Arrivals(memory);
        await runs.RunAsync();
        Assert.Equal(["1|a", "2|b"], await runs.QueryAsync("select * from things order by id"));
        Assert.Empty(await DurableStagingAsync(runs));
    }

    [Fact]
    public async Task Models_read_a_durable_table()
    {
        var found = new List<string>();
        await using var runs = Arrivals("100MB");
        runs.OnModel = _ => found.AddRange(DurableStagingAsync(runs).GetAwaiter().GetResult());
        await runs.RunAsync();
        Assert.Equal(["arrivals"], found);
    }

    [Fact]
    public async Task A_run_that_fails_leaves_none_either()
    {
        await using var runs = Arrivals("100MB");
        runs.Add("data/2.json", """{"id":1,"name":"again"}""");
        await runs.FailAsync();
        Assert.Empty(await DurableStagingAsync(runs));
        runs.Remove("data/2.json");
        await runs.RunAsync();
        Assert.Equal(["1|a", "2|b"], await runs.QueryAsync("select * from things order by id"));
    }

    static ScratchRuns Arrivals(string memory) => ScratchRuns.With("id int, name varchar(10)", memory)
        .Add("data/1.json", "{\"id\":1,\"name\":\"a\"}" + Padding + "{\"id\":2,\"name\":\"b\"}")
        .Star("things", "id int primary key, name varchar(10)", "select id, name from arrivals");

    static async Task<IReadOnlyList<string>> DurableStagingAsync(ScratchRuns runs) =>
        await runs.QueryAsync("select table_name from information_schema.tables where table_name = 'arrivals' and table_type = 'BASE TABLE'");
}
