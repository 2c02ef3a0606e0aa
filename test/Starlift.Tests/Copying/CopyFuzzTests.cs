using System.Diagnostics;
using System.Text;
using Starlift.Errors;

namespace Starlift.Tests.Copying;

/// <summary>Whatever the bytes: no crash, no hang, and every record is a row or a reject.</summary>
public sealed class CopyFuzzTests
{
    const string AllTypes = "s smallint, i int, b bigint, d decimal(38,10), r real, f float8, o bool, c char(5), v varchar(20), t date, h time, z timestamp, y timestamptz, u super, x varbyte(4)";

    static readonly string[] Options =
    [
        "'auto'", "'auto ignorecase'", "'auto' dateformat 'auto' timeformat 'auto'", "'auto' timeformat 'epochsecs' roundec", "'auto' timeformat 'epochmillisecs' acceptanydate",
        "'auto' acceptinvchars truncatecolumns trimblanks", "'auto' emptyasnull blanksasnull", "'s3://bucket/paths'",
    ];

    static readonly string[] Values =
    [
        "1", "-1", "1e400", "1e-400", "12345678901234567890123456789012345678901", "0.1", "269.58322", "1541077528796.0", "\"\"", "\" \"", "\"a\"", "\"39\"", "\"\\u0000\"", "\"\\u0000a\"",
        "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "\"é😀\"", "\"2018-11-01\"", "\"2018-11-01 10:00:00\"", "\"J2451187\"", "\"17 Dec 07:37:16 1997 PST\"", "\"10:00\"", "\"00ff\"", "true", "null",
        "{}", "[]", "[1,{\"a\":[2]}]", "{\"s\":1,\"s\":2}", "\"\u0001\"", "NaN", "tru", "\"\\x\"", "01", "\"1e-2147483648\"", "\"1e99999999999\"", "1e99999999999", "-", "\"" + new string('z', 100) + "\"",
        "\"a\\/b\\\"c\\\\\"", "\"\\u00e9t\\u00E9\\n\"", "\"\\u0000b\"", "\"" + new string('y', 31) + "\\t\"", "\"" + new string('x', 32) + "\"", "\"123456789012\"", "\"1234567890123\"",
        "123456789012345", "1234567890123456", "12345678.12345678", "00.5", "0.50", "-0.25", "-0", "0", "1.0e1", "1541077528796.00000000", "1.", "32767", "32768", "2147483648", "\"007\"", "\"7 \"", "1 ", "nul", "nullx",
    ];

    static readonly string[] Junk = ["{", "}", "[", "]", "\"", "\\", ",", ":", "\n", "\r\n", " ", "\t", "\0", "}\n{", "]\n[", "\uFEFF", "text", "{\"v\":", "[[", "\"\n\"", "\n  {", "\n{"];

    [Fact]
    public void Random_objects_are_read_as_the_reference_reads_them_in_slices_or_whole()
    {
        var watch = Stopwatch.StartNew();
        for (var seed = 0; seed < 200 || watch.Elapsed.TotalSeconds < Fuzzing.Seconds; seed++)
        {
            try
            {
                Check(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"v\":", "}")]
    [InlineData("[{\"v\":", "}]")]
    public void Any_depth_is_a_row_or_a_reject(string open, string close)
    {
        foreach (var depth in new[] { 1, 10, 499, 500, 999, 1_000, 1_001, 5_000, 100_000 })
        {
            var record = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            var outcome = new SampleCopy { Columns = "u super", Options = "'noshred' maxerror 9", BlockSize = 100 }.Load(record + "\n{}");
            Assert.Equal(2, outcome.Rows.Count + outcome.Rejects.Count);
            Assert.Equal("{}", outcome.Rows[^1]);
        }
    }

    [Fact]
    public void Compressed_noise_is_an_error_or_rejects()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            byte[] start = (i % 4) switch { 0 => [0x1f, 0x8b, 8], 1 => [.. "BZh9"u8], 2 => [0x28, 0xb5, 0x2f, 0xfd], _ => [] };
            foreach (var option in new[] { "gzip", "bzip2", "zstd", "encoding utf16", "encoding utf16be", "encoding iso88591" })
            {
                try
                {
                    new SampleCopy { Options = $"'auto' ignoreallerrors {option}" }.Load([.. start, .. bytes]);
                }
                catch (StarliftException e)
                {
                    Assert.NotNull(e.Hint);
                }
            }
        }
    }

    static void Check(Random random)
    {
        var data = Sample(random);
        var copy = new SampleCopy
        {
            Columns = AllTypes,
            Options = $"{Options[random.Next(Options.Length)]} ignoreallerrors",
            JsonPaths = "{\"jsonpaths\":[" + string.Join(',', "sibdrfocvthzyux".Select((name, i) => $"\"$.{name}{(i % 5) switch { 3 => "[0]", 4 => ".s", _ => "" }}\"")) + "]}",
        };
        copy = copy.Options.Contains("s3:", StringComparison.Ordinal) ? copy : copy with { JsonPaths = null };
        var reference = ReferenceReading.Of(data).ToList();

        var whole = copy.Load(data);
        var sliced = (copy with { SliceSize = random.Next(1, 200), BlockSize = random.Next(1, 300), Readers = random.Next(1, 4) }).Load(data);

        Assert.Equal(whole.Summary(), sliced.Summary());
        Assert.Equal((copy with { Express = false }).Load(data).Summary(), whole.Summary());
        Assert.Equal(whole.Summary(), (copy with { AnyOrder = true }).Load(data).Summary());
        Assert.Equal(reference.Count, whole.Rows.Count + whole.Rejects.Count);
        Assert.All(whole.Rejects, reject =>
        {
            var (_, offset, length) = reference.Single(found => found.Offset == reject.ByteOffset);
            Assert.Equal(Encoding.UTF8.GetString(data, offset, length), reject.RawRecord);
            Assert.Equal(data.AsSpan(0, offset).Count((byte)'\n') + 1, reject.FirstLine);
            Assert.Equal(data.AsSpan(0, offset + length).Count((byte)'\n') + 1, reject.LastLine);
        });
        Assert.Equal(
            reference.Where(found => !found.IsRecord).Select(found => (long)found.Offset),
            whole.Rejects.Where(reject => reject.Reason.StartsWith("Invalid JSON:", StringComparison.Ordinal)).Select(reject => reject.ByteOffset));
    }

    static byte[] Sample(Random random)
    {
        if (random.Next(10) == 0)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            return noise;
        }

        var text = new StringBuilder();
        for (var i = random.Next(12); i > 0; i--)
        {
            text.Append(random.Next(6) == 0 ? Junk[random.Next(Junk.Length)] : Record(random));
            text.Append(random.Next(5) switch { 0 => "", 1 => " ", 2 => "\r\n", _ => "\n" });
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var i = random.Next(4) == 0 && bytes.Length > 0 ? random.Next(5) : 0; i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    static string Record(Random random)
    {
        var space = random.Next(4) == 0 ? "\n  " : "";
        var members = Enumerable.Range(0, random.Next(6)).Select(_ => $"{space}\"{"sibdrfocvthzyuxS"[random.Next(16)]}\":{Values[random.Next(Values.Length)]}");
        return random.Next(8) == 0 ? $"[{Values[random.Next(Values.Length)]}]" : "{" + string.Join(',', members) + (space.Length > 0 ? "\n}" : "}");
    }
}
