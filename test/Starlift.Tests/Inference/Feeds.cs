using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Starlift.Tests.Inference;

/// <summary>Seven sources as people have them, in their documented shapes; the same on every call.</summary>
static class Feeds
{
    public const int Days = 3;

    static readonly DateTime First = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    public static IReadOnlyList<Feed> All { get; } = [GitHubArchive(), CloudTrail(), Firehose(), Orders(), Alb(), Iot(), Catalogue()];

    public static Feed Of(string name) => All.Single(feed => feed.Name == name);

    /// <summary>GH Archive: one object an hour, GZIP, an event a line; payload differs by type.</summary>
    static Feed GitHubArchive() => new("gharchive", Hours(day => $"{day:yyyy-MM-dd}-15.json.gz", 40, (random, time, number) => new JsonObject
    {
        ["id"] = $"{2489651045L + number}",
        ["type"] = number % 2 == 0 ? "PushEvent" : "CreateEvent",
        ["actor"] = new JsonObject
        {
            ["id"] = 665991 + random.Next(9), ["login"] = $"petroav{random.Next(9)}", ["gravatar_id"] = "", ["url"] = "https://api.github.com/users/petroav", ["avatar_url"] = "https://avatars.githubusercontent.com/u/665991?",
        },
        ["repo"] = new JsonObject { ["id"] = 28688495 + random.Next(5), ["name"] = "petroav/6.828", ["url"] = "https://api.github.com/repos/petroav/6.828" },
        ["payload"] = number % 2 == 0 ? Push(random, number) : new JsonObject { ["ref"] = "master", ["ref_type"] = "branch", ["master_branch"] = "master", ["description"] = "Solutions, “in C”", ["pusher_type"] = "user" },
        ["public"] = true,
        ["created_at"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    }, records => Feed.Gzip(Feed.Lines(records))));

    static JsonObject Push(Random random, int number) => new()
    {
        ["push_id"] = 536740396 + number,
        ["size"] = 1,
        ["distinct_size"] = 1,
        ["ref"] = "refs/heads/master",
        ["head"] = $"{number:x40}",
        ["before"] = $"{number + 1:x40}",
        ["commits"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(at => (JsonNode)new JsonObject
        {
            ["sha"] = $"{(number * 10) + at:x40}",
            ["author"] = new JsonObject { ["email"] = "a@example.org", ["name"] = "Ada" },
            ["message"] = $"Mend {at}\n\nand more",
            ["distinct"] = true,
            ["url"] = "https://api.github.com/repos/x/commits/1",
        })]),
    };

    /// <summary>CloudTrail: GZIP, one envelope an object, keys in camel case.</summary>
    static Feed CloudTrail() => new("cloudtrail", Hours(
        day => $"AWSLogs/012345678901/CloudTrail/us-east-2/{day:yyyy}/{day:MM}/{day:dd}/012345678901_CloudTrail_us-east-2_{day:yyyyMMdd}T0000Z_x.json.gz", 20, (random, time, number) => new JsonObject
        {
            ["eventVersion"] = "1.08",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "IAMUser", ["principalId"] = "EX_PRINCIPAL_ID", ["arn"] = $"arn:aws:iam::012345678901:user/Alice{random.Next(4)}", ["accountId"] = "012345678901", ["accessKeyId"] = "EXAMPLE_KEY_ID", ["userName"] = $"Alice{random.Next(4)}",
            },
            ["eventTime"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = "ec2.amazonaws.com",
            ["eventName"] = random.Next(2) == 0 ? "StartInstances" : "StopInstances",
            ["awsRegion"] = "us-east-2",
            ["sourceIPAddress"] = $"205.251.233.{random.Next(256)}",
            ["userAgent"] = "ec2-api-tools 1.6.12.2",
            ["requestParameters"] = new JsonObject { ["instancesSet"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["instanceId"] = $"i-ebeaf9{random.Next(9)}" }) } },
            ["responseElements"] = random.Next(2) == 0 ? null : new JsonObject { ["requestId"] = "x" },
            ["requestID"] = Id(random),
            ["eventID"] = Id(random),
            ["readOnly"] = false,
            ["resources"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(at => (JsonNode)new JsonObject { ["ARN"] = $"arn:aws:ec2:{at}", ["accountId"] = "012345678901", ["type"] = "AWS::EC2::Instance" })]),
            ["eventType"] = "AwsApiCall",
            ["recipientAccountId"] = "012345678901",
        },
        records => Feed.Gzip(Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray([.. records]) }.ToJsonString()))));

    /// <summary>Kinesis Data Firehose: what was put, one behind the other without a line end.</summary>
    static Feed Firehose() => new("firehose", Hours(day => $"{day:yyyy}/{day:MM}/{day:dd}/05/clicks-1-{day:yyyy-MM-dd}-05-00-00-x", 50, (random, time, number) => new JsonObject
    {
        ["event_id"] = Id(random),
        ["user_id"] = random.Next(1, 30),
        ["event"] = random.Next(2) == 0 ? "view" : "click",
        ["ts"] = new DateTimeOffset(time).ToUnixTimeMilliseconds() + random.Next(1000),
        ["page"] = $"/products/{random.Next(1000)}",
        ["referrer"] = random.Next(3) == 0 ? null : "https://example.org/?q=π",
    }, Feed.Concatenated));

    /// <summary>Orders of a shop with their lines: money, offsets of time zones, nested customers.</summary>
    static Feed Orders() => new("orders", Hours(day => $"{day:yyyy-MM-dd}.jsonl", 30, Order, Feed.Lines));

    /// <summary>One order; a test may change it.</summary>
    public static JsonObject Order(Random random, DateTime time, int number) => new()
    {
        ["orderId"] = 100_000 + number,
        ["customer"] = new JsonObject { ["id"] = random.Next(1, 12), ["name"] = "Ada “Countess” Lovelace", ["email"] = "ada@example.org" },
        ["currency"] = "EUR",
        ["total"] = random.Next(100, 100_000) / 100m,
        ["createdAt"] = $"{time:yyyy-MM-dd'T'HH:mm:ss}+0{1 + (number % 2)}:00",
        ["updatedAt"] = $"{time.AddHours(1):yyyy-MM-dd'T'HH:mm:ss}+01:00",
        ["lines"] = new JsonArray([.. Enumerable.Range(1, random.Next(1, 5)).Select(at => (JsonNode)new JsonObject { ["sku"] = $"A-{random.Next(50)}", ["quantity"] = random.Next(1, 4), ["unitPrice"] = random.Next(100, 10_000) / 100m })]),
        ["tags"] = new JsonArray("gift", "web"),
    };

    /// <summary>Access logs of an Application Load Balancer as converters write them: names with a colon, -1 where there was no target.</summary>
    static Feed Alb() => new("alb", Hours(day => $"{day:yyyy/MM/dd}/app.json.gz", 30, (random, time, number) => new JsonObject
    {
        ["type"] = "https",
        ["time"] = time.AddTicks(1_866_410 + number * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["elb"] = "app/my-loadbalancer/50dc6c495c0c9188",
        ["client:port"] = $"192.168.131.39:{2000 + random.Next(9000)}",
        ["target:port"] = random.Next(9) == 0 ? "-" : "10.0.0.1:80",
        ["request_processing_time"] = random.Next(9) == 0 ? -1 : 0.086m,
        ["target_processing_time"] = random.Next(1, 999) / 1000m,
        ["elb_status_code"] = $"{(random.Next(2) == 0 ? 200 : 502)}",
        ["received_bytes"] = random.Next(10_000),
        ["sent_bytes"] = random.Next(10_000_000),
        ["request"] = $"GET https://www.example.com:443/{new string('x', random.Next(1, 60))} HTTP/1.1",
        ["user_agent"] = "curl/7.46.0",
        ["trace_id"] = $"Root=1-58337281-{number:x24}",
    }, records => Feed.Gzip(Feed.Lines(records))));

    /// <summary>Readings of sensors: keys partitioned by day, seconds since 1970.</summary>
    static Feed Iot() => new("iot", Hours(day => $"day={day:yyyy-MM-dd}/part-0.json", 48, (random, time, number) => new JsonObject
    {
        ["deviceId"] = $"sensor-{number % 4}",
        ["ts"] = new DateTimeOffset(time).ToUnixTimeSeconds() + number,
        ["temperature"] = 15 + (random.Next(200) / 10m),
        ["pressure"] = 1013.0625m + number,
        ["battery"] = random.Next(100),
        ["position"] = new JsonObject { ["lat"] = 52.52m, ["lon"] = 13.405m },
    }, Feed.Lines));

    /// <summary>A catalogue that is delivered whole each day, as an array.</summary>
    static Feed Catalogue() => new("catalogue", Hours(day => $"{day:yyyy-MM-dd}/products.json", 25, (random, time, number) => new JsonObject
    {
        ["sku"] = $"A-{number % 25}",
        ["snapshotDate"] = time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["title"] = $"Product {number % 25}",
        ["price"] = random.Next(100, 10_000) / 100m,
        ["categories"] = new JsonArray("toys", "games"),
        ["attributes"] = new JsonObject { ["colour"] = "red", ["weightKg"] = 1.5m },
    }, Feed.Array));

    static Dictionary<string, byte[]> Hours(Func<DateTime, string> key, int records, Func<Random, DateTime, int, JsonObject> record, Func<IReadOnlyList<JsonObject>, byte[]> write) =>
        Enumerable.Range(0, Days).ToDictionary(
            day => string.Create(CultureInfo.InvariantCulture, $"{key(First.AddDays(day))}"),
            day =>
            {
                var random = new Random(day);
                return write([.. Enumerable.Range(day * records, records).Select(number => record(random, First.AddDays(day).AddMinutes(number % records * 20), number))]);
            });

    static string Id(Random random) => new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]).ToString();
}
