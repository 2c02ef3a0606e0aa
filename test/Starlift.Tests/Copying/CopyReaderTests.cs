using System.Text;
using CsCheck;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Tests.Objects;

namespace Starlift.Tests.Copying;

public sealed class CopyReaderTests
{
    const int Limit = CopyReader.MaxRecordBytes;
    const string Text = "Invalid JSON: text outside of an object or array";

    [Theory]
    [InlineData("{\"v\":1}{\"v\":2}", "1 2")]
    [InlineData("{\"v\":1} {\"v\":2}\n\n{\"v\":3}\r\n", "1 2 3")]
    [InlineData("\uFEFF{\"v\":1}", "1")]
    [InlineData("\n \t\r{\n\"v\"\n:\n1\n}", "1")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("{}", "NULL")]
    public void Records_need_no_separator_and_no_lines(string data, string rows)
    {
        for (var block = 1; block <= 9; block++)
        {
            var outcome = new SampleCopy { BlockSize = block }.Load(data);
            Assert.Equal(rows, string.Join(' ', outcome.Rows));
            Assert.Empty(outcome.Rejects);
        }
    }

    [Theory]
    [InlineData("{\"v\":1},\n{\"v\":2},\n{\"v\":3}", "1 2 3", ", ,")]
    [InlineData("42\n{\"v\":1}", "1", "42")]
    [InlineData("42 {\"v\":1}", "1", "42")]
    [InlineData("true false\nnull \"a{b\" {\"v\":1}", "1", "true false|null \"a{b\"")]
    [InlineData("\"a\\\"{b\" {\"v\":1}", "1", "\"a\\\"{b\"")]
    [InlineData("} ] {\"v\":1}", "1", "} ]")]
    [InlineData("text", "", "text")]
    [InlineData("é text \r\n", "", "é text")]
    [InlineData("{\"v\":1}}\n{\"v\":2}]", "1 2", "} ]")]
    [InlineData("{\"v\":1}\uFEFF{\"v\":2}", "1 2", "\uFEFF")]
    [InlineData("{\"v\":1}\0{\"v\":2}", "1 2", "\0")]
    public void Text_outside_of_structures_is_a_reject_for_each_line_and_gap(string data, string rows, string texts)
    {
        var outcome = new SampleCopy { BlockSize = 3 }.Load(data);

        Assert.Equal(rows, string.Join(' ', outcome.Rows));
        Assert.Equal(texts.Replace(", ,", ",|,", StringComparison.Ordinal).Replace("} ]", rows.Length > 1 ? "}|]" : "} ]", StringComparison.Ordinal), string.Join('|', outcome.Rejects.Select(reject => reject.RawRecord)));
        Assert.All(outcome.Rejects, reject => Assert.Equal((Text, LoadErrorCode.InvalidInput), (reject.Reason, reject.Code)));
    }

    [Theory]
    [InlineData(0, "header {\n{\"v\":1}\n{\"v\":2}", "1 2", 2)]
    [InlineData(1, "header {\n{\"v\":1}\n{\"v\":2}", "1 2", 0)]
    [InlineData(1, "header {\r\n{\"v\":1}\n{\"v\":2}", "1 2", 0)]
    [InlineData(2, "header {\n{\"v\":1}\n{\"v\":2}", "2", 0)]
    [InlineData(3, "{\n\"v\":0}\nx\n{\"v\":1}", "1", 0)]
    [InlineData(9, "header {\n{\"v\":1}\n{\"v\":2}", "", 0)]
    [InlineData(1, "\uFEFFheader\n{\"v\":1}", "1", 0)]
    public void IGNOREHEADER_skips_lines_of_each_object(int lines, string data, string rows, int rejects)
    {
        var outcome = new SampleCopy { Options = $"'auto' ignoreheader {lines} maxerror 9", BlockSize = 2, SliceSize = 4 }.Load(data, data);

        Assert.Equal(string.Join(' ', rows, rows).Trim(), string.Join(' ', outcome.Rows));
        Assert.Equal(2 * rejects, outcome.Rejects.Count);
    }

    [Fact]
    public void Skipped_lines_count_as_lines() =>
        Assert.Equal(3, new SampleCopy { Options = "'auto' ignoreheader 2 maxerror 9" }.Load("a\nb\n{x}").Reject.FirstLine);

    [Fact]
    public void A_value_that_does_not_fit_is_rejected_with_all_that_mends_it()
    {
        var reject = new SampleCopy { Columns = "a int, v varchar(3), d decimal(18,0)" }.Load("{\"a\":1}\n {\n  \"v\": \"ab\\u00e9d\"\n }  {\"d\":1}").Reject;

        Assert.Equal(
            new Reject
            {
                Object = "s3://bucket/data0",
                FirstLine = 2,
                LastLine = 4,
                ByteOffset = 9,
                Column = "v",
                Type = "varchar",
                Length = "3",
                Position = 0,
                Code = LoadErrorCode.OutOfRange,
                Reason = "String length exceeds DDL length",
                RawRecord = "{\n  \"v\": \"ab\\u00e9d\"\n }",
                RawValue = "abéd",
            },
            reject);
    }

    [Theory]
    [InlineData("smallint", "int2", "")]
    [InlineData("int", "int4", "")]
    [InlineData("bigint", "int8", "")]
    [InlineData("decimal(18,0)", "numeric", "18, 0")]
    [InlineData("real", "float4", "")]
    [InlineData("float", "float8", "")]
    [InlineData("bool", "bool", "")]
    [InlineData("char(2)", "char", "2")]
    [InlineData("varchar", "varchar", "256")]
    [InlineData("varbyte(5)", "varbyte", "5")]
    [InlineData("date", "date", "")]
    [InlineData("time", "time", "")]
    [InlineData("timestamp", "timestamp", "")]
    [InlineData("timestamptz", "timestamptz", "")]
    public void Types_are_named_as_in_the_system_tables(string type, string name, string length)
    {
        var reject = new SampleCopy { Columns = $"v {type}" }.Load($"{{\"v\":\"{new string('€', 300)}\"}}").Reject;

        Assert.Equal((name, length), (reject.Type, reject.Length));
    }

    [Theory]
    [InlineData("{\"v\":1} {\"v\":\"x\"} {\"v\":\"y\"}\n", "1-1@8 1-1@18")]
    [InlineData("{\"v\":1}\n{\"v\":\"x\"}\n{\"v\":\"y\"}\n", "2-2@8 3-3@18")]
    [InlineData("{\"v\":1}\r\n{\"v\":\"x\"}\r\n{\"v\":\"y\"}\r\n", "2-2@9 3-3@20")]
    [InlineData("\n\n{\n\"v\"\n:\"x\"\n}\n\n{\n\"v\":\"y\"}", "3-6@2 8-9@16")]
    [InlineData("{\"v\":\n1}{\"v\":\n\"x\"\n}{\"v\":\"y\"}", "2-4@8 4-4@19")]
    [InlineData("x\ny", "1-1@0 2-2@2")]
    [InlineData("{x\n{y", "1-1@0 2-2@3")]
    [InlineData("{x\n\n  \n{y\n\n", "1-1@0 4-4@7")]
    [InlineData("{\n x \n\n}\ny", "1-4@0 5-5@9")]
    [InlineData("\uFEFF{x}\ny", "1-1@3 2-2@7")]
    public void Rejects_know_first_line_last_line_and_offset(string data, string places)
    {
        for (var slice = 1; slice < 30; slice++)
        {
            var outcome = new SampleCopy { Columns = "v int", SliceSize = slice, BlockSize = 8, Readers = 2 }.Load(data);
            Assert.Equal(
                places,
                string.Join(' ', outcome.Rejects.OrderBy(reject => reject.ByteOffset).Select(reject => $"{reject.FirstLine}-{reject.LastLine}@{reject.ByteOffset}")));
        }
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(1 << 20)]
    public void A_record_of_4_MiB_loads_and_one_byte_more_fails_the_load_whatever_MAXERROR_says(int block)
    {
        var copy = new SampleCopy { Options = "'auto' ignoreallerrors", BlockSize = block };
        var inner = new string('x', Limit - "{\"w\":\"\",\"v\":1}".Length);

        Assert.Equal(["0", "1", "2"], copy.Load($"{{\"v\":0}}{{\"w\":\"{inner}\",\"v\":1}}{{\"v\":2}}").Rows);
        var outcome = copy.Load($"{{\"v\":0}}{{\"w\":\"{inner} \",\"v\":1}}{{\"v\":2}}");

        Assert.True(outcome.Result.Failed);
        Assert.Equal("JSON object or array exceeds the limit of 4 MB", outcome.Reject.Reason);
        Assert.Equal((7, Limit), (outcome.Reject.ByteOffset, outcome.Reject.RawRecord.Length));
    }

    [Theory]
    [InlineData(1 << 16, 1 << 22)]
    [InlineData(1 << 20, 1 << 23)]
    [InlineData(1 << 21, 1 << 22)]
    public void What_is_malformed_is_too_large_by_its_bytes_and_not_by_what_was_read_already(int block, long slice)
    {
        var copy = new SampleCopy { Options = "'auto' ignoreallerrors", BlockSize = block, SliceSize = slice };
        var tail = "\n{\"v\":1}" + new string(' ', 3 * Limit);

        Assert.False(copy.Load("{x" + new string('x', Limit - 3) + "}" + tail).Result.Failed);
        Assert.True(copy.Load("{x" + new string('x', Limit - 2) + "}" + tail).Result.Failed);
        Assert.True(copy.Load("[" + new string(' ', Limit - 1) + "x]" + tail).Result.Failed);
        Assert.True(copy.Load("[" + new string(' ', Limit + 100) + "x").Result.Failed);
        Assert.False(copy.Load("[" + new string(' ', Limit - 2) + "x").Result.Failed);
    }

    [Fact]
    public void Text_of_any_length_is_rejected_in_stretches_of_4_MB_and_does_not_fail_the_load()
    {
        var outcome = new SampleCopy { BlockSize = 1 << 20 }.Load(new string('x', (2 * Limit) + 5) + "\n{\"v\":1}");

        Assert.Equal([(0, Limit), (Limit, Limit), (2 * Limit, 5)], outcome.Rejects.Select(reject => ((int)reject.ByteOffset, reject.RawRecord.Length)));
        Assert.Equal("1", outcome.Row);
    }

    [Fact]
    public void Characters_that_are_no_UTF8_show_as_replacement_in_a_reject()
    {
        var reject = new SampleCopy().Load(Encoding.Latin1.GetBytes("{\"v\":\"a\u00ffb\"}")).Reject;

        Assert.Equal(("{\"v\":\"a\uFFFDb\"}", "a\uFFFDb", 1), (reject.RawRecord, reject.RawValue, reject.Position));
    }

    [Fact]
    public void A_rejected_record_leaves_nothing_in_its_row() => Assert.Equal(
        ["NULL|1|NULL", "2|NULL|3"],
        new SampleCopy { Columns = "a int, b int, c int" }.Load("{\"b\":1}{\"a\":9,\"b\":8,\"c\":\"x\"}{\"c\":\"x\"}{\"a\":2,\"c\":3}").Rows);

    [Fact]
    public void Many_bad_records_and_stretches_of_text_take_time_in_proportion()
    {
        var data = string.Concat(Enumerable.Repeat("{x}{\"v\": {y}}\"z\" [1,,] {\"v\":\"\\x\"}\n", 20_000));

        var outcome = new SampleCopy { Options = "'auto' ignoreallerrors" }.Load(data);

        Assert.Equal(100_000, outcome.Rejects.Count);
    }

    [Theory]
    [InlineData("{\"v\":")]
    [InlineData("[")]
    [InlineData("{\"")]
    [InlineData("\"")]
    [InlineData("{\"v\":[\n")]
    [InlineData("{ \n")]
    [InlineData("\\")]
    [InlineData("[1,\n")]
    [InlineData("}\n")]
    public void Openings_without_an_end_take_bounded_time(string opening)
    {
        var outcome = new SampleCopy { Options = "'auto' ignoreallerrors", BlockSize = 1 << 16, SliceSize = 1 << 18 }.Load(string.Concat(Enumerable.Repeat(opening, 200_000)));

        Assert.NotEmpty(outcome.Rejects);
        Assert.Empty(outcome.Rows);
    }

    [Fact]
    public void Objects_of_one_load_keep_counts_of_their_own()
    {
        var outcome = new SampleCopy { Readers = 2 }.Load("{}{x}{}", "", "text", "{}");

        Assert.Equal([(3, 2, 1), (0, 0, 0), (1, 0, 1), (1, 1, 0)], outcome.Result.Objects.Select(counts => ((int)counts.Records, (int)counts.Rows, (int)counts.Rejects)));
        Assert.Equal(["s3://bucket/data0", "s3://bucket/data2"], outcome.Rejects.Select(reject => reject.Object));
    }

    [Fact]
    public void An_object_that_ends_before_its_size_is_an_error()
    {
        var store = new MemoryObjectStore();
        var version = store.Add("s3://bucket/a", "{\"v\":1}\n"u8) with { Size = 100 };

        var exception = Assert.Throws<StarliftException>(() => new SampleCopy { BlockSize = 7 }.Load(store, [version]));

        Assert.Equal("s3://bucket/a ended at byte 8 of 100", exception.Message);
        Assert.Equal(0, store.OpenStreams);
    }

    [Fact]
    public void A_stream_that_breaks_names_its_object()
    {
        var store = new MemoryObjectStore { BeforeRead = _ => throw new IOException("connection reset") };

        var exception = Assert.Throws<StarliftException>(() => new SampleCopy().Load(store, [store.Add("s3://bucket/a", "{}"u8)]));

        Assert.Equal(("can't read s3://bucket/a: connection reset", ExitCode.Access), (exception.Message, exception.ExitCode));
        Assert.Equal(0, store.OpenStreams);
    }

    [Fact]
    public void Well_formed_records_are_all_read_whatever_separates_them() =>
        Gen.Select(JsonSamples.Records.Array[0, 10], Pick.From("", "\n", "\r\n", " ", "\n\n"), Gen.Int[1, 100], Gen.Int[1, 100]).Sample(
            (records, between, slice, block) =>
            {
                var copy = new SampleCopy { Columns = "doc super", Options = "'noshred' ignoreallerrors", SliceSize = slice, BlockSize = block, Readers = 3 };
                var outcome = copy.Load(string.Join(between, records));
                Assert.Equal(records.Length, outcome.Rows.Count + outcome.Rejects.Count);
                Assert.All(outcome.Rejects, reject => Assert.Equal(LoadErrorCode.InvalidSuper, reject.Code));
            },
            iter: Fuzzing.Repeats(1_000));
}
