using System.Text.Json;

namespace Starlift.Tests.Inference;

/// <summary>Stars that infer proposes run as they are, and hold what an independent reader counts.</summary>
[Collection(nameof(SevenFeeds))]
public sealed class SevenStarsTests(SevenFeeds feeds)
{
    public static TheoryData<string> Names => SevenFeedsTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fact_has_a_row_for_each_record(string name) =>
        Assert.Equal(FeedReader.Records(Feeds.Of(name)).Count, await feeds.Project.CountAsync($"select count(*) from {name}"));

    [Theory]
    [InlineData("gharchive", "primary key (id)")]
    [InlineData("cloudtrail", "primary key (event_id)")]
    [InlineData("firehose", "primary key (event_id)")]
    [InlineData("orders", "primary key (order_id)")]
    [InlineData("alb", "primary key (trace_id)")]
    [InlineData("iot", "primary key (device_id, ts)")]
    [InlineData("catalogue", "primary key (sku, snapshot_date)")]
    public void The_key_is_what_tells_records_apart(string name, string expected) =>
        Assert.Contains(expected, feeds.Project.Read($"tables/{name}.sql"), StringComparison.Ordinal);

    [Fact]
    public async Task Arrays_become_tables_with_a_row_an_element()
    {
        var orders = FeedReader.Records(Feeds.Of("orders"));
        var lines = orders.SelectMany(order => order.GetProperty("lines").EnumerateArray()).ToList();
        var row = (await feeds.Project.QueryAsync("select count(*) as lines, sum(quantity) as pieces, sum(unit_price) as price, count(distinct order_id) as orders from orders_lines"))[0];
        Assert.Equal(lines.Count, row.GetProperty("lines").GetInt64());
        Assert.Equal(lines.Sum(line => line.GetProperty("quantity").GetInt64()), row.GetProperty("pieces").GetInt64());
        Assert.Equal(lines.Sum(line => line.GetProperty("unitPrice").GetDecimal()), row.GetProperty("price").GetDecimal());
        Assert.Equal(orders.Count, row.GetProperty("orders").GetInt64());

        var commits = FeedReader.Records(Feeds.Of("gharchive")).Select(record => record.GetProperty("payload")).Where(payload => payload.TryGetProperty("commits", out _)).Sum(payload => payload.GetProperty("commits").GetArrayLength());
        Assert.Equal(commits, await feeds.Project.CountAsync("select count(*) from gharchive_commits where author_email = 'a@example.org'"));

        var trails = FeedReader.Records(Feeds.Of("cloudtrail"));
        Assert.Equal(trails.Sum(record => record.GetProperty("resources").GetArrayLength()), await feeds.Project.CountAsync("select count(*) from cloudtrail_resources where account_id = '012345678901'"));
        Assert.Equal(trails.Count, await feeds.Project.CountAsync("select count(*) from cloudtrail_items where instance_id like 'i-ebeaf9%'"));
    }

    [Fact]
    public async Task Dimensions_have_a_row_an_id_and_a_row_a_day()
    {
        var events = FeedReader.Records(Feeds.Of("gharchive"));
        Assert.Equal(events.Select(record => Id(record, "actor")).Distinct().Count(), await feeds.Project.CountAsync("select count(*) from gharchive_actor"));
        Assert.Equal(events.Select(record => Id(record, "repo")).Distinct().Count(), await feeds.Project.CountAsync("select count(*) from gharchive_repo"));
        Assert.Equal(events.Sum(record => Id(record, "actor")), await feeds.Project.CountAsync("select sum(a.actor_id) from gharchive as e join gharchive_actor as a on a.actor_id = e.actor_id"));
        Assert.Equal(
            FeedReader.Records(Feeds.Of("orders")).Select(record => Id(record, "customer")).Distinct().Count(),
            await feeds.Project.CountAsync("select count(*) from orders_customer where customer_name like 'Ada%'"));
        Assert.Equal(Feeds.Days, await feeds.Project.CountAsync("select count(*) from iot_days where year = 2024 and month = 3"));
    }

    [Fact]
    public async Task Values_of_envelopes_keep_their_types()
    {
        var records = FeedReader.Records(Feeds.Of("cloudtrail"));
        Assert.Equal(
            records.Sum(record => record.GetProperty("eventTime").GetDateTimeOffset().ToUnixTimeSeconds()),
            await feeds.Project.CountAsync("select sum(cast(extract(epoch from event_time) as bigint)) from cloudtrail where not read_only and user_identity_account_id = '012345678901'"));
        Assert.Equal(
            records.Count(record => record.GetProperty("responseElements").ValueKind == JsonValueKind.Null),
            await feeds.Project.CountAsync("select count(*) - count(response_elements_request_id) from cloudtrail"));
        Assert.Equal(
            FeedReader.Records(Feeds.Of("catalogue")).Sum(record => record.GetProperty("price").GetDecimal()),
            (await feeds.Project.QueryAsync("select sum(price) as price from catalogue"))[0].GetProperty("price").GetDecimal());
    }

    static long Id(JsonElement record, string of) => record.GetProperty(of).GetProperty("id").GetInt64();
}
