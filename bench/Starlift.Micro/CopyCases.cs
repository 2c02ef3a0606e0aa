using System.Globalization;

namespace Starlift.Micro;

/// <summary>What is measured, by name.</summary>
static class CopyCases
{
    const string EventColumns = """
        artist varchar(1024), auth varchar(32), firstname varchar(256), gender varchar(8), iteminsession int, lastname varchar(256),
        length float8, level varchar(32), location varchar(1024), method varchar(8), page varchar(64), registration bigint,
        sessionid bigint, song varchar(1024), status int, ts timestamp, useragent varchar(2048), userid int
        """;

    static readonly IReadOnlyDictionary<string, Func<CopyUnderTest>> Readers = new Dictionary<string, Func<CopyUnderTest>>
    {
        ["event, 18 members"] = () => new CopyUnderTest(EventColumns, "'auto ignorecase' timeformat 'epochmillisecs'", null, Event),
        ["event, spaces between"] = () => new CopyUnderTest(EventColumns, "'auto ignorecase' timeformat 'epochmillisecs'", null, i =>
            Event(i).Replace("\":", "\": ", StringComparison.Ordinal).Replace(",\"", ", \"", StringComparison.Ordinal)),
        ["event, two orders in turn"] = () => new CopyUnderTest(EventColumns, "'auto ignorecase' timeformat 'epochmillisecs'", null, i =>
            i % 2 == 0 ? Event(i) : Event(i).Replace("\"artist\":\"Jörg & The Widows\",", "", StringComparison.Ordinal)),
        ["one short member"] = () => new CopyUnderTest("v int", "'auto'", null, i => string.Create(CultureInfo.InvariantCulture, $"{{\"v\":{i}}}")),
        ["nothing asked for"] = () => new CopyUnderTest("v int", "'auto'", null, Event),
    };

    static readonly IReadOnlyDictionary<string, Func<CopyUnderTest>> Conversions = new Dictionary<string, Func<CopyUnderTest>>
    {
        ["int"] = Of("int", "'auto'", "123456"),
        ["int from string"] = Of("int", "'auto'", "\"123456\""),
        ["bigint from 1541077528796.0"] = Of("bigint", "'auto'", "1541077528796.0"),
        ["float8"] = Of("float8", "'auto'", "269.58322"),
        ["decimal(18,5) from string"] = Of("decimal(18,5)", "'auto'", "\"269.58322\""),
        ["decimal(18,5) from number"] = Of("decimal(18,5)", "'auto'", "269.58322"),
        ["boolean"] = Of("boolean", "'auto'", "true"),
        ["date"] = Of("date", "'auto'", "\"2018-11-01\""),
        ["timestamp"] = Of("timestamp", "'auto'", "\"2018-11-01 21:01:46\""),
        ["timestamp, timeformat auto"] = Of("timestamp", "'auto' timeformat 'auto'", "\"2018-11-01T21:01:46.796Z\""),
        ["timestamp, epochmillisecs"] = Of("timestamp", "'auto' timeformat 'epochmillisecs'", "1541106106796"),
        ["varchar, 12 bytes"] = Of("varchar(64)", "'auto'", "\"Jörg Widow\""),
        ["varchar, 60 bytes with escapes"] = Of("varchar(256)", "'auto'", "\"Mozilla\\/5.0 (Windows NT 6.1; WOW64) AppleWebKit\\/537.36 \\\"x\\\"\""),
        ["super"] = Of("super", "'auto'", "{\"a\": [1, 2, {\"b\": \"c\"}]}"),
    };

    static readonly IReadOnlyDictionary<string, Func<CopyUnderTest>> Paths = new Dictionary<string, Func<CopyUnderTest>>
    {
        ["$.v"] = ByPath("$.v"),
        ["$.a.b.v"] = ByPath("$.a.b.v"),
        ["$.list[2].v"] = ByPath("$.list[2].v"),
    };

    // BenchmarkDotNet runs a class that it derives from the benchmark's own.
    public static IReadOnlyDictionary<string, Func<CopyUnderTest>> Of(Type benchmark) =>
        benchmark.IsAssignableTo(typeof(ReaderBenchmarks)) ? Readers : benchmark.IsAssignableTo(typeof(ConversionBenchmarks)) ? Conversions : Paths;

    static Func<CopyUnderTest> Of(string type, string options, string value) => () => new CopyUnderTest($"v {type}", options, null, _ => $"{{\"v\":{value}}}");

    static Func<CopyUnderTest> ByPath(string path) => () => new CopyUnderTest(
        "v int",
        "'s3://bench/paths'",
        $"{{\"jsonpaths\":[\"{path}\"]}}",
        i => string.Create(CultureInfo.InvariantCulture, $"{{\"v\":{i},\"a\":{{\"b\":{{\"v\":{i}}}}},\"list\":[{{\"v\":1}},{{\"v\":2}},{{\"v\":{i}}}]}}"));

    static string Event(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"artist":"Jörg & The Widows","auth":"Logged In","firstName":"Åsa","gender":"F","itemInSession":{{i % 40}},"lastName":"Duarte","length":{{100 + (i % 400)}}.53344,"level":"free","location":"Kyoto, Japan","method":"PUT","page":"NextSong","registration":1756715187307.0,"sessionId":{{i / 7}},"song":"Foreign Comet Crystal","status":200,"ts":{{1761955248893 + i}},"userAgent":"\"Mozilla\/5.0 (Windows NT 6.1; WOW64) AppleWebKit\/537.36 (KHTML, like Gecko) Chrome\/37.0.2062.103 Safari\/537.36\"","userId":"{{2000 + (i % 900)}}"}""");
}
