using System.Text;
using CsCheck;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Tests.Copying;

namespace Starlift.Tests.Objects;

public sealed class DecompressionTests
{
    static readonly string Lines = string.Concat(Enumerable.Range(0, 500).Select(i => $"{{\"v\":\"{i * 7_919 % 10_007}é\"}}\n"));
    static readonly string[] Expected = [.. Enumerable.Range(0, 500).Select(i => $"{i * 7_919 % 10_007}é")];

    public static TheoryData<string> Options => ["gzip", "bzip2", "zstd"];

    [Theory]
    [MemberData(nameof(Options))]
    public void Compressed_objects_are_read_whole(string option) => Assert.Equal(Expected, Load(option, Compressed.By(option, Encoding.UTF8.GetBytes(Lines))).Rows);

    [Theory]
    [MemberData(nameof(Options))]
    public void Compressed_members_follow_each_other(string option)
    {
        var bytes = Encoding.UTF8.GetBytes(Lines);
        byte[] members = [.. Compressed.By(option, bytes.AsSpan(0, 101)), .. Compressed.By(option, []), .. Compressed.By(option, bytes.AsSpan(101))];

        Assert.Equal(Expected, Load(option, members).Rows);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void An_empty_object_has_no_rows(string option)
    {
        Assert.Empty(Load(option, []).Rows);
        Assert.Empty(Load(option, Compressed.By(option, [])).Rows);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_truncated_object_is_never_loaded_in_part(string option)
    {
        var whole = Compressed.By(option, Encoding.UTF8.GetBytes(Lines));
        byte[] twice = [.. whole, .. whole];
        for (var length = 1; length < twice.Length; length += length < 30 || whole.Length - length is > -30 and < 30 || twice.Length - length < 30 ? 1 : 97)
        {
            if (length != whole.Length)
            {
                var exception = Assert.Throws<StarliftException>(() => Load(option, twice[..length]));
                Assert.StartsWith("s3://bucket/data0 can't be decompressed: ", exception.Message, StringComparison.Ordinal);
                Assert.NotNull(exception.Hint);
            }
        }
    }

    [Theory]
    [InlineData("gzip", "bzip2")]
    [InlineData("gzip", "zstd")]
    [InlineData("gzip", "")]
    [InlineData("bzip2", "gzip")]
    [InlineData("bzip2", "")]
    [InlineData("zstd", "gzip")]
    [InlineData("zstd", "")]
    public void Another_compression_than_stated_says_so(string stated, string actual)
    {
        var exception = Assert.Throws<StarliftException>(() => Load(stated, Compressed.By(actual, Encoding.UTF8.GetBytes(Lines))));

        Assert.StartsWith("s3://bucket/data0 can't be decompressed: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal("state the compression that the objects have in the COPY", exception.Hint);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Compressed_bytes_without_the_option_are_text_outside_of_objects(string option)
    {
        var outcome = Load("", Compressed.By(option, Encoding.UTF8.GetBytes(Lines)));

        Assert.Empty(outcome.Rows);
        Assert.NotEmpty(outcome.Rejects);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Damaged_bytes_are_an_error_and_nothing_else(string option)
    {
        var whole = Compressed.By(option, Encoding.UTF8.GetBytes(Lines));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, flip) =>
            {
                var damaged = whole.ToArray();
                damaged[at] ^= flip;
                try
                {
                    Load(option, damaged);
                }
                catch (StarliftException)
                {
                }
            },
            iter: Fuzzing.Repeats(100));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void What_follows_the_last_member_and_is_none_is_an_error_that_names_the_offset(string option)
    {
        var whole = Compressed.By(option, Encoding.UTF8.GetBytes(Lines));
        foreach (var trailing in (byte[][])[[1], [0x1F], "BZh"u8.ToArray(), [0x28, 0xB5, 0x2F], "{\"v\":1}\n"u8.ToArray(), Enumerable.Repeat((byte)7, 100_000).ToArray()])
        {
            var exception = Assert.Throws<StarliftException>(() => Load(option, [.. whole, .. whole, .. trailing]));

            Assert.Equal($"s3://bucket/data0 can't be decompressed: trailing bytes from byte {2 * whole.Length} on are no {option.ToUpperInvariant()} data", exception.Message);
            Assert.Contains("something was appended", exception.Hint, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_damaged_beginning_of_a_later_member_is_an_error(string option)
    {
        var whole = Compressed.By(option, Encoding.UTF8.GetBytes(Lines));
        for (var bit = 0; bit < 24; bit++)
        {
            byte[] members = [.. whole, .. whole, .. whole];
            members[whole.Length + (bit / 8)] ^= (byte)(1 << (bit % 8));

            Assert.Contains("s3://bucket/data0 can't be decompressed: ", Assert.Throws<StarliftException>(() => Load(option, members)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(512)]
    [InlineData(200_000)]
    public void Zeros_behind_GZIP_are_padding_and_behind_others_are_not(int zeros)
    {
        var bytes = Encoding.UTF8.GetBytes(Lines);
        Assert.Equal(Expected, Load("gzip", [.. Compressed.Gzip(bytes), .. new byte[zeros]]).Rows);
        Assert.Equal([.. Expected, .. Expected], Load("gzip", [.. Compressed.Gzip(bytes), .. new byte[zeros], .. Compressed.Gzip(bytes)]).Rows);
        foreach (var option in (string[])["bzip2", "zstd"])
        {
            Assert.Contains("trailing bytes", Assert.Throws<StarliftException>(() => Load(option, [.. Compressed.By(option, bytes), .. new byte[zeros]])).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Empty_members_stand_anywhere(string option)
    {
        var empty = Compressed.By(option, []);
        var whole = Compressed.By(option, Encoding.UTF8.GetBytes(Lines));

        Assert.Equal([.. Expected, .. Expected], Load(option, [.. empty, .. empty, .. whole, .. empty, .. whole, .. empty, .. empty]).Rows);
    }

    [Fact]
    public void An_empty_GZIP_member_as_zlib_writes_it_is_followed_by_another()
    {
        byte[] empty = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal(Expected, Load("gzip", [.. empty, .. Compressed.Gzip(Encoding.UTF8.GetBytes(Lines)), .. empty]).Rows);
    }

    [Fact]
    public void A_GZIP_header_with_every_field_is_read()
    {
        byte[] fields = [0x1F, 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, .. "name\0comment\0"u8];
        var checksum = (ushort)System.IO.Hashing.Crc32.HashToUInt32(fields);
        var rest = Compressed.Gzip(Encoding.UTF8.GetBytes(Lines))[10..];

        Assert.Equal(Expected, Load("gzip", [.. fields, (byte)checksum, (byte)(checksum >> 8), .. rest]).Rows);
        Assert.Contains("damaged", Assert.Throws<StarliftException>(() => Load("gzip", [.. fields, (byte)~checksum, 0, .. rest])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_checksum_of_GZIP_says_so()
    {
        var damaged = Compressed.Gzip(Encoding.UTF8.GetBytes(Lines));
        damaged[^8] ^= 1;

        var exception = Assert.Throws<StarliftException>(() => Load("gzip", damaged));

        Assert.StartsWith("s3://bucket/data0 can't be decompressed: the GZIP data that begin at byte 0 are damaged", exception.Message, StringComparison.Ordinal);
        Assert.Equal("the object is damaged or cut off: upload it again, or take it away", exception.Hint);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_truncated_object_is_told_as_one(string option)
    {
        var whole = Compressed.By(option, Encoding.UTF8.GetBytes(Lines));
        byte[] cut = [.. whole, .. whole[..^20]];

        var exception = Assert.Throws<StarliftException>(() => Load(option, cut));

        Assert.Equal(
            $"s3://bucket/data0 can't be decompressed: it ends at byte {cut.Length}, and the {option.ToUpperInvariant()} data that begin at byte {whole.Length} do not",
            exception.Message);
        Assert.Contains("cut off", exception.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 0)]
    [InlineData("gzip", 5)]
    [InlineData("bzip2", 0)]
    [InlineData("zstd", 0)]
    public void A_flipped_bit_fails_the_load_or_costs_no_record(string option, int members)
    {
        var part = Compressed.Checked(option, Encoding.UTF8.GetBytes(Lines));
        byte[] whole = [.. Enumerable.Repeat(part, members + 1).SelectMany(bytes => bytes)];
        string[] expected = [.. Enumerable.Repeat(Expected, members + 1).SelectMany(rows => rows)];
        Gen.Int[0, (whole.Length * 8) - 1].Sample(
            bit =>
            {
                byte[] damaged = [.. whole];
                damaged[bit / 8] ^= (byte)(1 << (bit % 8));
                try
                {
                    var outcome = Load(option, damaged);
                    Assert.Empty(outcome.Rejects);
                    Assert.Equal(expected, outcome.Rows);
                }
                catch (StarliftException e)
                {
                    Assert.Contains("can't be decompressed: ", e.Message, StringComparison.Ordinal);
                    Assert.NotNull(e.Hint);
                }
            },
            iter: Fuzzing.Repeats(150));
    }

    [Fact]
    public void LZOP_is_refused_with_the_way_out()
    {
        var exception = Assert.Throws<ConfigurationException>(() => Load("lzop", [1, 2, 3]));

        Assert.Equal("use GZIP, BZIP2 or ZSTD, or run this COPY on Redshift", exception.Hint);
    }

    [Theory]
    [InlineData("utf16", "utf-16", true)]
    [InlineData("utf16", "utf-16BE", true)]
    [InlineData("utf16", "utf-16", false)]
    [InlineData("utf16le", "utf-16", false)]
    [InlineData("utf16le", "utf-16", true)]
    [InlineData("utf16be", "utf-16BE", false)]
    [InlineData("utf16be", "utf-16BE", true)]
    [InlineData("utf8", "utf-8", true)]
    [InlineData("iso88591", "latin1", false)]
    public void Encodings_are_read_with_and_without_their_mark(string option, string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Lines)];

        Assert.Equal(Expected, Load($"encoding {option}", bytes).Rows);
        Assert.Equal(Expected, Load($"gzip encoding {option}", Compressed.Gzip(bytes)).Rows);
        Assert.Empty(Load($"encoding {option}", []).Rows);
    }

    [Fact]
    public void Characters_beyond_16_bits_are_read_from_UTF16() =>
        Assert.Equal(["😀"], Load("encoding utf16", Encoding.Unicode.GetBytes("{\"v\":\"😀\"}")).Rows);

    [Fact]
    public void Half_a_character_of_UTF16_is_a_reject() =>
        Assert.Equal("Invalid JSON: text outside of an object or array", Load("encoding utf16le", [.. Encoding.Unicode.GetBytes("{\"v\":1}"), 0x41]).Reject.Reason);

    [Fact]
    public void A_damaged_object_in_UTF16_is_an_error_at_its_first_bytes() =>
        Assert.Throws<StarliftException>(() => Load("gzip encoding utf16", [0x1f, 0x8b, 0, 0]));

    [Fact]
    public void Rejects_of_a_compressed_object_count_decompressed_lines_and_bytes()
    {
        var reject = Load("gzip", Compressed.Gzip("{\"v\":1}\n{}\n{bad}\n"u8)).Reject;

        Assert.Equal((3, 3, 11, LoadErrorCode.InvalidInput), (reject.FirstLine, reject.LastLine, reject.ByteOffset, reject.Code));
    }

    static CopyOutcome Load(string options, byte[] bytes) =>
        new SampleCopy { Options = $"'auto' ignoreallerrors {options}", SliceSize = 64, BlockSize = 256 }.Load(bytes);
}
