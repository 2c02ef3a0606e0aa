using System.Text;
using System.Text.Unicode;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class Utf8TextTests
{
    [Theory]
    [InlineData("a4", "a4", 3, 0)]
    [InlineData("61 80", "80", 3, 1)]
    [InlineData("fe", "fe", 3, 0)]
    [InlineData("ff", "ff", 3, 0)]
    [InlineData("e0 a1 c7 a4", "e0 a1", 4, 0)]
    [InlineData("c3 28", "c3", 4, 0)]
    [InlineData("c3", "c3", 2, 0)]
    [InlineData("61 e2 82", "e2 82", 2, 1)]
    [InlineData("f0 9f 98", "f0 9f 98", 2, 0)]
    [InlineData("ed a0 80", "ed a0 80", 5, 0)]
    [InlineData("ed bf bf", "ed bf bf", 5, 0)]
    [InlineData("f4 90 80 80", "f4 90 80 80", 8, 0)]
    [InlineData("f7 bf bf bf", "f7 bf bf bf", 8, 0)]
    [InlineData("f8 88 80 80 80", "f8 88 80 80 80", 1, 0)]
    [InlineData("fc 84 80 80 80 80", "fc 84 80 80 80 80", 1, 0)]
    [InlineData("c0 80", "c0 80", 9, 0)]
    [InlineData("e0 80 80", "e0 80 80", 9, 0)]
    [InlineData("c3 a9 ff", "ff", 3, 2)]
    public void An_invalid_sequence_is_diagnosed(string bytes, string sequence, int number, int position)
    {
        var error = Utf8Text.ErrorOf(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        Assert.Equal(
            new ConversionError(
                LoadErrorCode.InvalidUtf8,
                $"String contains invalid or unsupported UTF-8 codepoints. Bad UTF-8 hex sequence: {sequence} (error {number})",
                position),
            error);
    }

    [Fact]
    public void Any_bytes_are_diagnosed_and_made_valid_without_changing_their_number() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        if (!Utf8.IsValid(bytes))
        {
            Assert.InRange(Utf8Text.ErrorOf(bytes).Position, 0, bytes.Length - 1);
        }

        var mended = bytes.ToArray();
        Assert.Equal(!Utf8.IsValid(bytes) || Utf8Text.HasNoncharacter(bytes), Utf8Text.Replace(mended, (byte)'?'));
        Assert.True(Utf8.IsValid(mended));
        Assert.False(Utf8Text.HasNoncharacter(mended));
        Assert.Equal(bytes.Length, Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(mended)));
    });
}
