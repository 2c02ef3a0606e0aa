using System.Text.Json.Nodes;
using Starlift.Errors;

namespace Starlift.Tests.Inference;

/// <summary>A proposed star after days that come one by one, late ones, and corrections: what all objects give.</summary>
public sealed class StarInTimeTests : IDisposable
{
    readonly ScratchProject _project = new();

    [Fact]
    public async Task Days_corrections_and_removed_lines_end_as_a_full_refresh()
    {
        var days = Feeds.Of("orders").Objects.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        Put(days[1]);
        await _project.SucceedAsync("infer", "data/orders", "--star");
        await RunAsync();
        Put(days[2]);
        await RunAsync();
        Put(days[0]);
        await RunAsync();

        // The first order loses all lines but one, and gets another customer.
        var orders = FeedReader.Roots(days[1].Value).Select(order => JsonNode.Parse(order.GetRawText())!.AsObject()).ToList();
        var lines = orders[0]["lines"]!.AsArray();
        var removed = lines.Count - 1;
        while (lines.Count > 1)
        {
            lines.RemoveAt(1);
        }

        orders[0]["customer"]!["id"] = 99;
        var before = await _project.CountAsync("select count(*) from orders_lines");
        Put(KeyValuePair.Create(days[1].Key, Feed.Lines(orders)));
        await RunAsync();
        Assert.Equal(before - removed, await _project.CountAsync("select count(*) from orders_lines"));
        Assert.Equal(1, await _project.CountAsync("select count(*) from orders where customer_id = 99"));

        // An older state of an order that comes late changes nothing.
        var late = orders[1].DeepClone().AsObject();
        late["updatedAt"] = "2020-01-01T00:00:00+01:00";
        late["total"] = 1;
        Put(KeyValuePair.Create("late.jsonl", Feed.Lines([late])));
        await RunAsync();
        Assert.Equal(0, await _project.CountAsync("select count(*) from orders where total = 1"));
    }

    void Put(KeyValuePair<string, byte[]> file) => _project.Put($"data/orders/{file.Key}", file.Value);

    async Task RunAsync()
    {
        await _project.SucceedAsync("run");
        var (code, output, error) = await _project.RunAsync("verify");
        Assert.True(code == ExitCode.Done, output + error);
    }

    public void Dispose() => _project.Dispose();
}
