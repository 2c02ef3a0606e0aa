using System.Text;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class BadRecordTests
{
    [Theory]
    [InlineData("{bad}{\"v\":1}", "{bad}", "1")]
    [InlineData("{bad} {\"v\":1}", "{bad}", "1")]
    [InlineData("{bad}\n{\"v\":1}", "{bad}", "1")]
    [InlineData("{\"v\":1,,\"w\":[{}]}{\"v\":2}", "{\"v\":1,,\"w\":[{}]}", "2")]
    [InlineData("{\"v\":x,\"w\":\"}\"} {\"v\":2}", "{\"v\":x,\"w\":\"}\"}", "2")]
    [InlineData("{\"v\":x,\"w\":\"\\\"}\"} {\"v\":2}", "{\"v\":x,\"w\":\"\\\"}\"}", "2")]
    [InlineData("{\"v\":1\n{\"v\":2}", "{\"v\":1", "2")]
    [InlineData("{\"v\":\"x\n{\"v\":2}", "{\"v\":\"x", "2")]
    [InlineData("{\"v\":\"x\r\n{\"v\":2}", "{\"v\":\"x", "2")]
    [InlineData("{\"v\":\"x\\\n{\"v\":2}", "{\"v\":\"x\\", "2")]
    [InlineData("{\n  \"v\": {\n    \"w\": x\n  }\n}\n{\n  \"v\": 2\n}", "{\n  \"v\": {\n    \"w\": x\n  }\n}", "2")]
    [InlineData("  {\n    \"v\": x,\n  {\"v\":2}", "{\n    \"v\": x,", "2")]
    [InlineData("{\n  \"v\": x,\n  {\"w\":2}}{\"v\":2}", "{\n  \"v\": x,\n  {\"w\":2}}", "2")]
    [InlineData("{\"v\":x\n\n\n{\"v\":2}", "{\"v\":x", "2")]
    [InlineData("\t{\"v\":x\n {\"v\":2}", "{\"v\":x", "2")]
    public void Only_the_malformed_record_is_given_up(string text, string raw, string row)
    {
        var outcome = new SampleCopy().Load(text);

        Assert.Equal((raw, row), (outcome.Reject.RawRecord, outcome.Row));
    }

    [Fact]
    public void Without_a_next_record_all_the_rest_is_given_up() =>
        Assert.Equal("{\"v\":1 \n more\n  and more", new SampleCopy().Load("{\"v\":1 \n more\n  and more\n\n").Reject.RawRecord);

    [Fact]
    public void Junk_behind_a_record_that_closed_too_early_is_text() => Assert.Equal(
        ["{\"v\":}", "}"],
        new SampleCopy().Load("{\"v\":}}\n{\"v\":1}").Rejects.Select(reject => reject.RawRecord));

    [Theory]
    [InlineData("{x\n", -1)]
    [InlineData("{x\n  ", -1)]
    [InlineData("{x\n{", 3)]
    [InlineData("{x\n {", -1)]
    [InlineData("{x", -1)]
    [InlineData("{x}", 3)]
    public void The_end_is_told_only_where_the_data_tell(string data, int end) => Assert.Equal(end, BadRecord.FindEnd(Encoding.UTF8.GetBytes(data), 0, 0, 0));
}
