using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Starlift.Tests.Copying;

public sealed class MemberPredictorTests
{
    static readonly string[] Keys = ["a", "b", "c", "x", "y", "\\u0061", "A", "é", "\\u00e9", ""];

    [Fact]
    public void Keys_in_any_order_find_their_columns() => Gen.Select(Pick.From(Keys).Array[0, 8].Array[1, 12], Gen.Bool).Sample((records, ignoreCase) =>
    {
        var text = string.Join('\n', records.Select(keys => "{" + string.Join(',', keys.Select((key, i) => $"\"{key}\":{i}")) + "}"));
        var expected = records.Select(keys => string.Join('|', new[] { "a", "b", "c", "é" }.Select(column => Last(keys, column, ignoreCase))));

        var outcome = new SampleCopy { Columns = "a int, b int, c int, \"é\" int", Options = ignoreCase ? "'auto ignorecase'" : "'auto'" }.Load(text);

        Assert.Equal(expected, outcome.Rows);
    });

    [Fact]
    public void Objects_of_thousands_of_members_are_read()
    {
        var keys = Enumerable.Range(0, 5_000).Select(i => $"k{i}").ToArray();
        var records = new[] { keys, keys.Reverse(), keys.Skip(1), keys }.Select(record => "{" + string.Join(',', record.Select(key => $"\"{key}\":{key[1..]}")) + "}");

        var outcome = new SampleCopy { Columns = "k0 int, k2047 int, k2048 int, k4999 int" }.Load(string.Join("", records));

        Assert.Equal(["0|2047|2048|4999", "0|2047|2048|4999", "NULL|2047|2048|4999", "0|2047|2048|4999"], outcome.Rows);
    }

    [Fact]
    public void A_long_key_is_found_each_time()
    {
        var key = new string('k', 10_000);
        var record = $"{{\"v\":1,\"{key}\":2}}";

        var outcome = new SampleCopy { Options = "'s3://bucket/paths'", JsonPaths = $"{{\"jsonpaths\":[\"$['{key}']\"]}}" }.Load(record + record);

        Assert.Equal(["2", "2"], outcome.Rows);
    }

    [Fact]
    public void Keys_that_are_no_UTF8_are_nobodys() => Assert.Equal(
        "NULL",
        new SampleCopy().Load(Encoding.Latin1.GetBytes("{\"v\u00ff\":1,\"\\ud800\":2}")).Row);

    static string Last(string[] keys, string column, bool ignoreCase)
    {
        var last = Array.FindLastIndex(
            keys,
            key => string.Equals(JsonSerializer.Deserialize<string>($"\"{key}\""), column, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
        return last < 0 ? "NULL" : last.ToString(CultureInfo.InvariantCulture);
    }
}
