using System.Text;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class RecordBoundaryTests
{
    /// <summary>What records and junk are made of: each piece is one that a boundary could be mistaken at.</summary>
    static readonly string[] Pieces =
    [
        """{"v":"a"}""", """{"v":1,"n":{"x":[1,2]}}""", "{\n  \"v\": \"b\"\n}", "{\r\n\t\"v\": \"c\"\r\n}", "[1,\n[2],\n{\"v\":3}]", "[\n]", "{}", "[]",
        "{\"v\":\"x\n\"}", "{\"v\":\"x}\n{\"v\":\"y\"}", "{\"v\":\"x]\n[\"}", "{\"v\":", "{\"v\":[", "{\"v\":{", "[{", "[[", "{\"v\" \"w\"}",
        "{\"v\":\"\\", "{\"v\":\"\\\"", "{\"v\":\"\\\\\"}", "{\"v\":\"\\u12", "{\"v\":\"\\\n", "{\"v\":\"\\\r\n", "{v}", "{'v':1}", "{\"v\":tru}", "{\"v\":1,}",
        "}", "]", "{", "[", "}\n{", "]\n[", "}\r\n{", "]\r\n[", "}\n[", "]\n{", "} \n{", "}\n {", "}\n\t{", "}\n\n{", ",", ":", "\"", "\\", "text", "\"te{xt", "42", "null",
        "\n", "\n", "\n", "\r\n", "\r", " ", "  ", "\t", "\n  ", "\n\t", "\uFEFF", "\0", "é", "\u2028",
        "{\n\"v\":1\n}\n{\n\"v\":2\n}", "[\n{\"v\":1},\n{\"v\":2}\n]", "[\n{\"v\":1}\n{\"v\":2}\n]", "{\"v\":\"" + "long" + "er than a slice of a few dozen bytes" + "\"}",
    ];

    static readonly Gen<string> Texts = Pick.From(Pieces).Array[0, 40].Select(string.Concat);

    /// <summary>Mostly well-formed lines, as files are.</summary>
    static readonly Gen<string> Lines = Gen
        .Select(Gen.Frequency((6, Pick.From(Pieces[..8])), (1, Pick.From(Pieces))), Pick.From("\n", "\n", "\r\n", "", " ", "\n\n", "\n "))
        .Select((piece, end) => piece + end)
        .Array[0, 40]
        .Select(string.Concat);

    [Theory]
    [InlineData("}\n{", 2, true)]
    [InlineData("]\n[", 2, true)]
    [InlineData("]\n{", 2, true)]
    [InlineData("}\r\n[", 3, true)]
    [InlineData("} \n{", 3, false)]
    [InlineData("}\n {", 3, false)]
    [InlineData("}\n\n{", 3, false)]
    [InlineData(",\n{", 2, false)]
    [InlineData("}\n\"", 2, false)]
    [InlineData("\n{", 1, false)]
    [InlineData("\r\n{", 2, false)]
    [InlineData("{", 0, false)]
    public void A_boundary_is_told_from_the_bytes_before_it(string text, int at, bool expected)
    {
        Assert.Equal(expected, RecordBoundary.Is(Encoding.UTF8.GetBytes(text), at));
        Assert.Equal(expected ? at : -1, RecordBoundary.Find(Encoding.UTF8.GetBytes(text), at));
    }

    [Fact]
    public void The_first_boundary_at_or_behind_an_index_is_found()
    {
        var data = "{}\n{}\n x\n{}\r\n[]\n"u8;

        Assert.Equal([3, 3, 13, 13, -1], [Find(data, 0), Find(data, 3), Find(data, 4), Find(data, 13), Find(data, 14)]);
    }

    [Fact]
    public void Slices_and_readers_change_neither_rows_nor_rejects() => Check(Texts);

    [Fact]
    public void Slices_and_readers_change_neither_rows_nor_rejects_of_lines() => Check(Lines);

    [Fact]
    public void Slices_and_readers_change_neither_rows_nor_rejects_of_lines_that_open_and_do_not_close() =>
        Check(Pick.From("{\"v\":\n", "[1,\n", "[\n", "{\"v\":[\n", " [\n", "{\"v\":1}\n", "]\n", "}\n", "1]\n", "2}\n").Array[0, 80].Select(string.Concat));

    [Fact]
    public void A_load_given_up_in_the_middle_has_the_lines_of_the_object() => Gen.Select(Lines, Gen.Int[1, 60], Gen.Int[1, 40], Gen.Int[1, 4], Gen.Int[1, 4])
        .Sample(
            (text, slice, block, readers, limit) =>
            {
                var whole = new SampleCopy().Load(text).Rejects.ToDictionary(reject => reject.ByteOffset);
                var given = new SampleCopy { Options = $"'auto' maxerror {limit}", SliceSize = slice, BlockSize = block, Readers = readers }.Load(text);
                Assert.Equal(whole.Count >= limit, given.Result.Failed);
                Assert.All(given.Rejects, reject => Assert.Equal(whole[reject.ByteOffset], reject));
            },
            iter: Fuzzing.Repeats(2_000));

    static void Check(Gen<string> texts) => Gen.Select(texts, Gen.Int[1, 60], Pick.From(1, 2, 3, 5, 16, 64, 4_096), Gen.Int[1, 4])
        .Sample(
            (text, slice, block, readers) =>
            {
                var expected = new SampleCopy().Load(text);
                var sliced = new SampleCopy { SliceSize = slice, BlockSize = block, Readers = readers }.Load(text);
                Assert.Equal(expected.Summary(), sliced.Summary());
            },
            iter: Fuzzing.Repeats(3_000));

    static int Find(ReadOnlySpan<byte> data, int from) => RecordBoundary.Find(data, from);
}
