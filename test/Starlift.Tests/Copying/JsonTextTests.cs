using System.Text;
using System.Text.Json;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class JsonTextTests
{
    [Fact]
    public void Escapes_are_decoded_as_the_runtime_does() => Gen.String.Sample(text =>
    {
        // The serializer refuses lone surrogates; they have a test of their own.
        text = new string([.. text.Where(c => !char.IsSurrogate(c))]) + "😀";
        var written = JsonSerializer.SerializeToUtf8Bytes(text).AsSpan()[1..^1];
        var decoded = new byte[written.Length];
        Assert.Equal(text, Encoding.UTF8.GetString(decoded, 0, JsonText.Unescape(written, decoded)));
    });

    [Theory]
    [InlineData("\\ud83d\\ude00", "f09f9880")]
    [InlineData("\\ud83d", "eda0bd")]
    [InlineData("\\ude00", "edb880")]
    [InlineData("\\ud83d\\n", "eda0bd0a")]
    [InlineData("\\ud83dx", "eda0bd78")]
    [InlineData("\\ude00\\ud83d", "edb880eda0bd")]
    [InlineData("\\uD83D\\uDE00\\u0000", "f09f988000")]
    [InlineData("\\u007f\\u0080\\u07ff\\u0800\\uffff", "7fc280dfbfe0a080efbfbf")]
    public void Surrogates_make_a_pair_or_stand_alone(string written, string expected)
    {
        var decoded = new byte[written.Length];

        var length = JsonText.Unescape(Encoding.UTF8.GetBytes(written), decoded);

        Assert.Equal(expected, Convert.ToHexStringLower(decoded.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("{ \"a\" : [1, 2]\n  , \"b c\":\"d  e\" }", "{ \"a\" : [1, 2], \"b c\":\"d  e\" }", "{\"a\":[1,2],\"b c\":\"d  e\"}")]
    [InlineData("[\r\n  \"x\\\"\\\\\"\r\n]", "[\"x\\\"\\\\\"]", "[\"x\\\"\\\\\"]")]
    [InlineData("[ ]", "[ ]", "[]")]
    public void White_space_between_parts_goes(string written, string unindented, string minified)
    {
        var bytes = Encoding.UTF8.GetBytes(written);
        var target = new byte[bytes.Length];

        Assert.Equal(unindented, Encoding.UTF8.GetString(target, 0, JsonText.Unindent(bytes, target)));
        Assert.Equal(minified, Encoding.UTF8.GetString(target, 0, JsonText.Minify(bytes, target)));
    }
}
