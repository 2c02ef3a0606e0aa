using System.Text;
using System.Text.Json;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class RecordScannerTests
{
    static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"v\"", "\"v\":", "\"\\u00e9\"", "\"\\uD800\"", "\\", "\"\\x\"", "\"\\\"", "0", "-", "01", "1", "12", ".5", "1.", "1.5", "e", "1e5",
        "1E+5", "1e-", "-0", "--1", "+1", "true", "false", "null", "tru", "nul", "NaN", " ", "\n", "\t", "\r", "\f", "\u00a0", "'", "//", "/**/", "é", "😀", "\u0001", "\u007f", "\0",
        "[1,2]", "{\"v\":1}", "{}", "[]", "\"\t\"", "\"\n\"", new string('x', 40), "\"" + new string('y', 70) + "\"",
    ];

    [Theory]
    [InlineData("""{"v":1}""", "1")]
    [InlineData("""{"v":-0}""", "-0")]
    [InlineData("""{"v":-12}""", "-12")]
    [InlineData("""{"v":0.5}""", "0.5")]
    [InlineData("""{"v":1E2}""", "100")]
    [InlineData("""{"v":1e+2}""", "100")]
    [InlineData("""{"v":1.5e-1}""", "0.14999999999999999")]
    [InlineData("""{"v":"\"\\\/\b\f\n\r\t\u00e9"}""", "\"\\/\b\f\n\r\té")]
    [InlineData("{ \t\r\n\"v\" \n:\t\"x\"\r }", "x")]
    [InlineData("""{"v":[]}""", "[]")]
    [InlineData("""{"v":{}}""", "{}")]
    [InlineData("""{"v":[ ]}""", "[ ]")]
    [InlineData("""{"w":[[],{},{"a":[{"b":null}]}],"v":true}""", "true")]
    [InlineData("{\"v\":\"\u007f\u2028\uFEFF\"}", "\u007f\u2028\uFEFF")]
    public void What_the_grammar_allows_is_read(string record, string expected) => Assert.Equal(expected, new SampleCopy().Load(record).Row);

    [Theory]
    [InlineData("""{"v":01}""", "'1' at byte 6")]
    [InlineData("""{"v":-}""", "'}' at byte 6")]
    [InlineData("""{"v":.5}""", "'.' at byte 5")]
    [InlineData("""{"v":1.}""", "'}' at byte 7")]
    [InlineData("""{"v":+1}""", "'+' at byte 5")]
    [InlineData("""{"v":1e}""", "'}' at byte 7")]
    [InlineData("""{"v":1e+}""", "'}' at byte 8")]
    [InlineData("""{"v":0x1}""", "'x' at byte 6")]
    [InlineData("""{"v":NaN}""", "'N' at byte 5")]
    [InlineData("""{"v":Infinity}""", "'I' at byte 5")]
    [InlineData("""{"v":tru}""", "'}' at byte 8")]
    [InlineData("""{"v":True}""", "'T' at byte 5")]
    [InlineData("""{"v":nullx}""", "'x' at byte 9")]
    [InlineData("""{"v":'x'}""", "''' at byte 5")]
    [InlineData("""{v:1}""", "'v' at byte 1")]
    [InlineData("""{"v":1,}""", "'}' at byte 7")]
    [InlineData("""{"v":[1,]}""", "']' at byte 8")]
    [InlineData("""{,}""", "',' at byte 1")]
    [InlineData("""{"v"}""", "'}' at byte 4")]
    [InlineData("""{"v" 1}""", "'1' at byte 5")]
    [InlineData("""{"v":}""", "'}' at byte 5")]
    [InlineData("""{"v":1 "w":2}""", "'\"' at byte 7")]
    [InlineData("""{"v":1]}""", "']' at byte 6")]
    [InlineData("""[1}""", "'}' at byte 2")]
    [InlineData("""{"v":"\x"}""", "'x' at byte 7")]
    [InlineData("""{"v":"\u12g4"}""", "'g' at byte 10")]
    [InlineData("{\"v\":\"\t\"}", "0x09 at byte 6")]
    [InlineData("{\"v\":\"\0\"}", "0x00 at byte 6")]
    [InlineData("{\"v\":\0}", "0x00 at byte 5")]
    [InlineData("{\"v\":1\f}", "0x0c at byte 6")]
    [InlineData("{\"v\":/*c*/1}", "'/' at byte 5")]
    [InlineData("{\"v\":1//c\n}", "'/' at byte 6")]
    [InlineData("{\uFEFF\"v\":1}", "0xef at byte 1")]
    [InlineData("{\u00a0\"v\":1}", "0xc2 at byte 1")]
    public void What_the_grammar_does_not_allow_is_a_reject(string record, string unexpected)
    {
        var reject = new SampleCopy().Load(record).Rejects[0];

        Assert.Equal((LoadErrorCode.InvalidInput, $"Invalid JSON: unexpected {unexpected} of the record"), (reject.Code, reject.Reason));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"v":1""")]
    [InlineData("""{"v":"x""")]
    [InlineData("""{"v":"\""")]
    [InlineData("""{"v":"\u12""")]
    [InlineData("""{"v":12""")]
    [InlineData("""{"v":tr""")]
    [InlineData("""{"v":1.""")]
    [InlineData("""[[[""")]
    public void A_record_without_its_end_is_a_reject(string record) =>
        Assert.Equal("Invalid JSON: the object ends before its closing bracket", new SampleCopy().Load(record).Reject.Reason);

    [Theory]
    [InlineData("[", "]", 1_000, true)]
    [InlineData("[", "]", 1_001, false)]
    [InlineData("{\"v\":", "}", 999, true)]
    [InlineData("{\"v\":", "}", 1_000, false)]
    [InlineData("{\"w\":", "}", 1_000, false)]
    [InlineData("[", "]", 100_000, false)]
    public void Nesting_is_limited_to_1000_levels(string open, string close, int levels, bool loads)
    {
        var copy = open == "[" ? new SampleCopy { Columns = "v super", Options = "'noshred' maxerror 9" } : new SampleCopy { Columns = "v super" };
        var inner = open == "[" ? "" : "{}";
        var outcome = copy.Load(string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels)));

        Assert.Equal(loads ? [] : ["Invalid JSON: nested deeper than 1000 levels"], outcome.Rejects.Select(reject => reject.Reason));
    }

    [Theory]
    [InlineData("$['a']", """{"a":1,"a":"x"}""", "x")]
    [InlineData("$['a']", """{"a":1,"\u0061":2}""", "2")]
    [InlineData("$['a']['b']", """{"a":{"b":1},"a":{"b":2}}""", "2")]
    [InlineData("$['a']['b']", """{"a":{"b":1},"a":{"c":2}}""", "NULL")]
    [InlineData("$['a']['b']", """{"a":{"b":1},"a":{}}""", "NULL")]
    [InlineData("$['a']['b']", """{"a":{"b":1},"a":null}""", "NULL")]
    [InlineData("$['a']['b']", """{"a":{"b":1},"a":5}""", "Invalid JSONPath format: Member is not an object.")]
    [InlineData("$['a']['b']", """{"a":5,"a":{"b":1}}""", "1")]
    [InlineData("$['a']['b']", """{"a":5,"a":null}""", "NULL")]
    [InlineData("$['a'][0]", """{"a":[1],"a":5}""", "Invalid JSONPath format: Not an array or index out of range.")]
    [InlineData("$['a'][0]", """{"a":[1],"a":null}""", "Invalid JSONPath format: Not an array or index out of range.")]
    [InlineData("$['a'][0]", """{"a":[1],"a":[]}""", "Invalid JSONPath format: Not an array or index out of range.")]
    [InlineData("$['a'][0]", """{"a":[1],"a":[2]}""", "2")]
    [InlineData("$['a'][0]['b']", """{"a":[{"b":1}],"a":[{"c":1}]}""", "NULL")]
    public void Of_two_members_with_one_name_the_last_wins_with_all_below_it(string path, string record, string expected) =>
        Assert.Equal(expected, ByPaths(record, path));

    [Fact]
    public void Values_stand_where_the_bytes_say()
    {
        var scanner = new RecordScanner(PathTree.Of([JsonPath.Member("a"), JsonPath.Member("b"), JsonPath.Member("c"), JsonPath.Whole, null]), new CopyTally([]));
        var data = Encoding.UTF8.GetBytes("""  {"a":"x\n", "b" : [1, 2] ,"d":0}""" + new string('\0', RecordScanner.Padding));

        var end = scanner.Scan(data, 2);

        Assert.Equal(data.Length - RecordScanner.Padding, end);
        Assert.Equal([ValueKind.EscapedString, ValueKind.Array, ValueKind.Missing, ValueKind.Object, ValueKind.Missing], scanner.Kinds);
        Assert.Equal("x\\n", Encoding.UTF8.GetString(data, scanner.Starts[0], scanner.Lengths[0]));
        Assert.Equal("[1, 2]", Encoding.UTF8.GetString(data, scanner.Starts[1], scanner.Lengths[1]));
        Assert.Equal((2, end - 2), (scanner.Starts[3], scanner.Lengths[3]));
    }

    [Fact]
    public void Strings_of_any_length_end_at_their_quote() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[1, 50]).Sample((before, length, block) =>
    {
        var text = new string('x', length);
        var outcome = new SampleCopy { BlockSize = block }.Load($"{{\"{new string('k', before)}\":1,\"v\":\"{text}\"}}");
        Assert.Equal(text, outcome.Row);
    });

    [Fact]
    public void A_record_is_valid_where_the_runtime_says_so() => Gen
        .Select(Pick.From("{", "[", "{\"v\":", "[1,"), Pick.From(Fragments).Array[0, 8].Select(string.Concat), Pick.From("}", "]", "}}", ""))
        .Select((open, inner, close) => open + inner + close)
        .Sample(record => Assert.Equal(IsValid(record), Scan(record) == Encoding.UTF8.GetByteCount(record.TrimEnd(' ', '\t', '\r', '\n'))), iter: Fuzzing.Repeats(20_000));

    [Fact]
    public void A_record_cut_anywhere_fails_at_its_end_or_is_whole() => JsonSamples.Records.Sample(record =>
    {
        var bytes = Encoding.UTF8.GetBytes(record);
        for (var length = 1; length < bytes.Length; length++)
        {
            Assert.Equal(RecordScanner.Failed, Scan(bytes[..length], out var scanner));
            Assert.Equal(length, scanner.FailedAt);
        }

        Assert.Equal(bytes.Length, Scan(record));
    });

    [Fact]
    public void Values_are_those_that_the_runtime_reads() => JsonSamples.Records.Where(record => record[0] == '{').Sample(
        record =>
        {
            using var document = JsonDocument.Parse(record);
            var last = document.RootElement.EnumerateObject().LastOrDefault(member => member.Name == "v").Value;
            var expected = last.ValueKind switch
            {
                JsonValueKind.Undefined or JsonValueKind.Null => "NULL",
                JsonValueKind.String => last.GetString(),
                JsonValueKind.True or JsonValueKind.False => last.GetRawText(),
                _ => null,
            };
            Assert.True(expected is null || expected == new SampleCopy { Columns = "v varchar(1000)" }.Load(record).Row);
        },
        iter: Fuzzing.Repeats(2_000));

    static string ByPaths(string record, string path)
    {
        var outcome = new SampleCopy { Options = "'s3://bucket/paths' maxerror 9", JsonPaths = JsonSerializer.Serialize(new { jsonpaths = new[] { path } }) }.Load(record);
        return outcome.Rows is [var row] ? row : outcome.Reject.Reason;
    }

    static int Scan(string record) => Scan(Encoding.UTF8.GetBytes(record), out _);

    static int Scan(byte[] record, out RecordScanner scanner)
    {
        scanner = new RecordScanner(PathTree.Of([JsonPath.Member("v")]), new CopyTally([]));
        return scanner.Scan([.. record, .. new byte[RecordScanner.Padding]], 0);
    }

    static bool IsValid(string record)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(record), new JsonReaderOptions { MaxDepth = RecordScanner.MaxDepth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
