using Starlift.Tests.Runs;

namespace Starlift.Tests.Planning;

public sealed class ReconciliationTests
{
    [Fact]
    public async Task What_is_listed_is_loaded_waits_or_has_vanished()
    {
        await using var runs = await LoadedAsync();
        runs.Add("data/1.json", """{"id":1}{"id":11}""").Add("data/4.json", """{"id":4}""").Remove("data/3.json");

        var load = Assert.Single((await runs.ReconcileAsync()).Loads);
        Assert.Empty(load.Unexplained);
        Assert.Equal((3, 1, 2, 1), (load.Listed, load.Loaded, load.Waiting, load.Vanished));
        Assert.Equal((4, 3, 1), (load.Records, load.Rows, load.Rejects));
    }

    [Theory]
    [InlineData("records = records + 1 where uri like '%2.json'", "data/2.json: 3 records were read, 1 loaded and 1 rejected")]
    [InlineData("rows_loaded = rows_loaded - 1 where uri like '%2.json'", "data/2.json: 2 records were read, 0 loaded and 1 rejected")]
    [InlineData("rejects = 0 where uri like '%2.json'", "data/2.json: 2 records were read, 1 loaded and 0 rejected")]
    [InlineData("uri = (select min(uri) from starlift.ledger) where uri like '%2.json'", "data/1.json stands 2 times in the ledger of arrivals")]
    public async Task What_does_not_add_up_is_told(string change, string expected)
    {
        await using var runs = await LoadedAsync();
        await runs.ExecuteAsync($"update starlift.ledger set {change}");

        var reconciliation = await runs.ReconcileAsync();
        Assert.False(reconciliation.IsComplete);
        Assert.Equal([expected], reconciliation.Loads.SelectMany(load => load.Unexplained).Select(runs.Shown));
    }

    static async Task<ScratchRuns> LoadedAsync()
    {
        var runs = ScratchRuns.With("id int").Add("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto' maxerror 2")
            .Star("things", "id int primary key", "select id from arrivals")
            .Add("data/1.json", """{"id":1}""").Add("data/2.json", """{"id":2}{"id":"x"}""").Add("data/3.json", """{"id":3}""");
        await runs.RunAsync();
        return runs;
    }
}
