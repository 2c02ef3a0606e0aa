using System.Text;
using CsCheck;
using Starlift.Cli.Terminals;

namespace Starlift.Tests.Cli.Terminals;

public sealed class VisibleTextTests
{
    static readonly Gen<string>[] Pieces =
        [.. new[] { "a", "\n", "␊", "\u202E", "⟨", "U+", "⟨U+202E⟩", "202E", "⟩", "\e", "␛" }.Select(piece => Gen.Const(piece))];

    [Theory]
    [InlineData("Ada, Zoë and 二人 🎵 C:\\new", "Ada, Zoë and 二人 🎵 C:\\new")]
    [InlineData("\e]0;title\a", "␛]0;title␇")]
    [InlineData("\e[2J\r\n\t\0\b\u007F", "␛[2J␍␊␉␀␈␡")]
    [InlineData("\u009B31m", "⟨U+009B⟩31m")]
    [InlineData("\u202Etxt.\u2066\u200F", "⟨U+202E⟩txt.⟨U+2066⟩⟨U+200F⟩")]
    [InlineData("\uFEFFa\u200Bb\u00ADc", "⟨U+FEFF⟩a⟨U+200B⟩b⟨U+00AD⟩c")]
    [InlineData("a\u2028b\u2029c\u0085d", "a⟨U+2028⟩b⟨U+2029⟩c⟨U+0085⟩d")]
    [InlineData("\U000E0041", "⟨U+E0041⟩")]
    [InlineData("␊ and ⟨U+202E⟩", "⟨U+240A⟩ and ⟨U+27E8⟩U+202E⟩")]
    [InlineData("⟨x⟩", "⟨x⟩")]
    public void A_text_is_shown_as(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Half_a_character_is_named() => Assert.Equal("a⟨U+D83C⟩b", VisibleText.Of("a\uD83Cb"));

    [Fact]
    public void No_text_holds_anything_that_a_terminal_acts_upon_once_it_is_shown() => Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Array.Sample(runes =>
        Assert.DoesNotContain(VisibleText.Of(string.Concat(runes.Select(rune => new Rune(rune)))).EnumerateRunes(), VisibleText.IsHidden));

    [Fact]
    public void No_two_texts_look_the_same()
    {
        var pieces = Gen.OneOf(Pieces).Array[0, 6].Select(string.Concat);
        Gen.Select(pieces, pieces).Sample((one, other) => Assert.Equal(one == other, VisibleText.Of(one) == VisibleText.Of(other)));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("二人", 4)]
    [InlineData("a\n", 2)]
    [InlineData("\u202E", 8)]
    public void The_width_is_that_of_what_is_shown(string text, int width)
    {
        Assert.Equal(width, VisibleText.Width(text));
        Assert.Equal($"{text}  ", VisibleText.PadRight(text, width + 2));
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("二人の", 5, "二人…")]
    [InlineData("ab\u202Ecd", 6, "ab…")]
    public void A_long_text_is_cut_where_it_would_be_too_wide(string text, int width, string expected) =>
        Assert.Equal(expected, VisibleText.Shortened(text, width));
}
