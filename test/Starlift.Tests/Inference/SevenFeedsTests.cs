using System.Globalization;

namespace Starlift.Tests.Inference;

/// <summary>Projects that infer makes of sources as people have them load without an edit.</summary>
[Collection(nameof(SevenFeeds))]
public sealed class SevenFeedsTests(SevenFeeds feeds)
{
    public static TheoryData<string> Names => [.. Feeds.All.Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_record_is_a_row_and_none_is_rejected(string name)
    {
        var expected = Feeds.Of(name).Objects.Values.Sum(stored => FeedReader.Roots(stored).Count);
        Assert.Equal(expected, await feeds.Project.CountAsync($"select count(*) from staging_{name}"));
    }

    [Fact]
    public void The_run_has_nothing_to_warn_of() => Assert.DoesNotContain("warning", feeds.Told, StringComparison.Ordinal);

    [Theory]
    [InlineData("gharchive", "'auto'", "gzip", "timeformat 'auto'")]
    [InlineData("cloudtrail", "'auto ignorecase'", "gzip", null)]
    [InlineData("firehose", "'auto'", null, "timeformat 'epochmillisecs'")]
    [InlineData("orders", "'auto ignorecase'", null, "timeformat 'auto'")]
    [InlineData("alb", "'${data}/staging_alb.jsonpaths'", "gzip", "timeformat 'auto'")]
    [InlineData("iot", "'auto ignorecase'", null, "timeformat 'epochsecs'")]
    [InlineData("catalogue", "'noshred'", null, null)]
    public void The_COPY_says_how_the_objects_are(string name, string json, string? compression, string? times)
    {
        var lines = feeds.Project.Read($"loads/staging_{name}.sql").Split('\n').Select(line => line.TrimEnd(';')).ToList();
        Assert.Contains($"format as json {json}", lines);
        Assert.Equal(compression == "gzip", lines.Contains("gzip"));
        Assert.Equal(times, lines.Find(line => line.StartsWith("timeformat", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("gharchive", "id varchar(64), actor super, public boolean, created_at timestamp")]
    [InlineData("cloudtrail", "records super")]
    [InlineData("firehose", "event_id varchar(128), user_id integer, event varchar(16), ts timestamp, referrer varchar(64)")]
    [InlineData("orders", "orderid integer, total decimal(18,4), createdat timestamptz, lines super, tags super")]
    [InlineData("alb", "client_port varchar(64), time timestamp, request_processing_time double precision, elb_status_code varchar(64), sent_bytes integer")]
    [InlineData("iot", "deviceid varchar(64), ts timestamp, temperature decimal(18,4), pressure double precision, position super")]
    [InlineData("catalogue", "document super")]
    public void Types_are_those_that_lose_nothing(string name, string expected)
    {
        var declared = feeds.Project.Read($"tables/staging_{name}.sql").Split('\n').Select(line => string.Join(' ', line.TrimEnd(',').Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.All(expected.Split(", "), column => Assert.Contains(column, declared));
    }

    [Fact]
    public async Task Money_keeps_its_cents_and_times_their_offset()
    {
        var records = FeedReader.Records(Feeds.Of("orders"));
        var rows = await feeds.Project.QueryAsync("select cast(total as varchar(32)) as total, cast(extract(epoch from createdat) as bigint) as created from staging_orders order by orderid");
        Assert.Equal(
            records.Select(record => (record.GetProperty("total").GetDecimal(), record.GetProperty("createdAt").GetDateTimeOffset().ToUnixTimeSeconds())),
            rows.Select(row => (decimal.Parse(row.GetProperty("total").GetString()!, CultureInfo.InvariantCulture), row.GetProperty("created").GetInt64())));
    }

    [Fact]
    public async Task Epochs_are_the_times_that_they_say()
    {
        var records = FeedReader.Records(Feeds.Of("firehose"));
        Assert.Equal(
            records.Sum(record => record.GetProperty("ts").GetInt64() / 1000),
            await feeds.Project.CountAsync("select sum(cast(extract(epoch from date_trunc('second', ts)) as bigint)) from staging_firehose"));
        Assert.Equal(
            FeedReader.Records(Feeds.Of("iot")).Sum(record => record.GetProperty("ts").GetInt64()),
            await feeds.Project.CountAsync("select sum(cast(extract(epoch from ts) as bigint)) from staging_iot"));
    }

    [Fact]
    public async Task Partitions_of_keys_fill_columns()
    {
        Assert.StartsWith("-- keys: day={day}/\n", feeds.Project.Read("loads/staging_iot.sql"), StringComparison.Ordinal);
        Assert.Contains("comment on column staging_iot.day is 'From the object''s key, day=: 3 values, from 2024-03-01 to 2024-03-03.';", feeds.Project.Read("tables/staging_iot.sql"), StringComparison.Ordinal);
        var rows = await feeds.Project.QueryAsync("select cast(day as varchar(10)) as day, count(*) as readings from iot group by day order by day");
        Assert.Equal([("2024-03-01", 48), ("2024-03-02", 48), ("2024-03-03", 48)], rows.Select(row => (row.GetProperty("day").GetString()!, row.GetProperty("readings").GetInt32())));
    }

    [Fact]
    public void Comments_tell_what_was_seen()
    {
        var table = feeds.Project.Read("tables/staging_firehose.sql");
        Assert.Contains("comment on column staging_firehose.event is 'One of: click, view; in each of 150 records.';", table, StringComparison.Ordinal);
        Assert.Matches("comment on column staging_firehose.ts is 'Milliseconds since 1970 UTC, from 2024-03-01 to 2024-03-03; in each of 150 records.';", table);
        Assert.Matches("comment on column staging_firehose.referrer is '[^']*in 1?[0-9]?[0-9] of 150 records.';", table);
    }
}
