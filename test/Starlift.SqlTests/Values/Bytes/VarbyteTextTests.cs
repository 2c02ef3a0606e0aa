using Starlift.Sql.Values;
using Starlift.Sql.Values.Bytes;

namespace Starlift.SqlTests.Values.Bytes;

public sealed class VarbyteTextTests
{
    [Theory]
    [InlineData("6162", "hex", "6162")]
    [InlineData("4", "hex", "04")]
    [InlineData("FFfe", "HEX", "fffe")]
    [InlineData("01100001", "binary", "61")]
    [InlineData("1", "binary", "01")]
    [InlineData("YWI=", "base64", "6162")]
    [InlineData("é", "utf-8", "c3a9")]
    public void Texts_are_bytes_by_their_format(string text, string format, string expected) => Assert.Equal(expected, Hex(VarbyteText.Read(text, format)));

    [Theory]
    [InlineData("hex", "6162")]
    [InlineData("binary", "0110000101100010")]
    [InlineData("Base64", "YWI=")]
    [InlineData("utf8", "ab")]
    public void Bytes_are_texts_by_their_format(string format, string expected)
    {
        var text = new TextBuffer();
        VarbyteText.Write("ab"u8, format, text);
        Assert.Equal(expected, text.ToString());
    }

    [Theory]
    [InlineData("xyz", "hex")]
    [InlineData("012", "binary")]
    [InlineData("?", "base64")]
    [InlineData("a", "octal")]
    public void What_does_not_fit_is_refused(string text, string format) => Assert.Throws<ValueException>(() => VarbyteText.Read(text, format));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_no_text() => Assert.Throws<ValueException>(() => VarbyteText.Write([0xff], "utf8", new TextBuffer()));

    [Fact]
    public void Bits_count_from_the_right()
    {
        byte[] bytes = [0x80, 0x4d];
        Assert.Equal("1000000001001101", string.Concat(Enumerable.Range(0, 16).Reverse().Select(bit => VarbyteText.Bit(bytes, bit))));
        Assert.Throws<ValueException>(() => VarbyteText.Bit(bytes, 16));
        Assert.Throws<ValueException>(() => VarbyteText.Bit(bytes, -1));
    }

    [Fact]
    public void Operators_go_byte_by_byte()
    {
        var result = new byte[1];
        BitOperation.Apply('&', "a"u8, "b"u8, result);
        Assert.Equal("60", Hex(result));
        BitOperation.Apply('|', "a"u8, "b"u8, result);
        Assert.Equal("63", Hex(result));
        BitOperation.Apply('#', "a"u8, "b"u8, result);
        Assert.Equal("03", Hex(result));
        Assert.Throws<ValueException>(() => BitOperation.Apply('&', "a"u8, "bc"u8, new byte[1]));
    }

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
