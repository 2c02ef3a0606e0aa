using Starlift.Sql.Values;
using Starlift.Sql.Values.Texts;

namespace Starlift.SqlTests.Values.Texts;

public sealed class TextEditsTests
{
    [Theory]
    [InlineData("abc", 0, " ", "", "")]
    [InlineData("abcdef", 3, " ", "abc", "abc")]
    [InlineData("語", 3, "日", "日日語", "語日日")]
    [InlineData("7", 5, "ab", "abab7", "7abab")]
    [InlineData("7", 4, "ab", "aba7", "7aba")]
    [InlineData("😀", 3, "x", "xx😀", "😀xx")]
    [InlineData("abc", 5, "", "abc", "abc")]
    [InlineData("abc", -3, " ", "", "")]
    public void Texts_are_padded_and_cut(string text, int length, string fill, string left, string right)
    {
        Assert.Equal(left, Written(result => TextEdits.Pad(text, length, fill, true, result)));
        Assert.Equal(right, Written(result => TextEdits.Pad(text, length, fill, false, result)));
    }

    [Theory]
    [InlineData("a,b,c", ",", 2, "b")]
    [InlineData("a,b,c", ",", 9, "")]
    [InlineData("abc", ",", 1, "abc")]
    [InlineData("a::b", "::", 2, "b")]
    [InlineData("abc", "", 1, "abc")]
    public void Parts_count_from_1(string text, string delimiter, int part, string expected) => Assert.Equal(expected, TextEdits.Part(text, delimiter, part).ToString());

    [Fact]
    public void A_part_below_1_is_refused() =>
        Assert.Equal("field position must be greater than zero", Assert.Throws<ValueException>(() => TextEdits.Part("a", ",", 0)).Message);

    [Theory]
    [InlineData("nibh.enim@egestas_ab-c'd", "Nibh.Enim@Egestas_Ab-C'D")]
    [InlineData("ÉTÉ 2nd\tDAY", "Été 2nd\tDay")]
    public void Words_begin_large(string text, string expected) => Assert.Equal(expected, Written(result => TextEdits.Capitalize(text, result)));

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("my column", "\"my column\"")]
    [InlineData("a\"B", "\"a\"\"B\"")]
    [InlineData("1a", "\"1a\"")]
    [InlineData("select", "\"select\"")]
    [InlineData("", "\"\"")]
    public void Names_are_quoted_where_they_need_it(string name, string expected) => Assert.Equal(expected, Written(result => TextEdits.QuoteName(name, result)));

    [Fact]
    public void Quotes_and_backslashes_of_texts_are_doubled() => Assert.Equal(@"'it''s a\\b'", Written(result => TextEdits.QuoteText(@"it's a\b", result)));

    [Fact]
    public void Texts_are_reversed_by_characters() => Assert.Equal("😀b語", Written(result => TextEdits.Reverse("語b😀", result)));

    [Fact]
    public void Characters_have_numbers_but_0_has_none()
    {
        Assert.Equal("é", Written(result => Assert.True(TextEdits.TryCharacter(233, result))));
        Assert.False(TextEdits.TryCharacter(0, new TextBuffer()));
        Assert.False(TextEdits.TryCharacter(-1, new TextBuffer()));
        Assert.False(TextEdits.TryCharacter(0xD800, new TextBuffer()));
    }

    [Theory]
    [InlineData("Amazon", "A525")]
    [InlineData("AWS Amazon", "A252")]
    [InlineData("Robert", "R163")]
    [InlineData("Tymczak", "T522")]
    [InlineData("Pfister", "P236")]
    [InlineData("Ashcraft", "A261")]
    [InlineData("Honeyman", "H555")]
    [InlineData("123", "")]
    public void Soundex_is_American(string text, string expected)
    {
        Span<char> code = stackalloc char[4];
        Assert.Equal(expected, code[..SoundexCode.Write(text, code)].ToString());
    }

    [Theory]
    [InlineData("Amazon", "Amazon", 4)]
    [InlineData("Amazon", "+-*/%", 0)]
    [InlineData("!", "?", 1)]
    public void Codes_are_compared(string first, string second, int expected) => Assert.Equal(expected, SoundexCode.Difference(first, second));

    [Theory]
    [InlineData("T", true)]
    [InlineData(" yes ", true)]
    [InlineData("1", true)]
    [InlineData("FALSE", false)]
    [InlineData("n", false)]
    [InlineData("off", false)]
    public void Words_are_booleans(string text, bool expected) => Assert.Equal(expected, BooleanText.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("o")]
    public void Other_words_are_none(string text) =>
        Assert.Equal($"invalid input syntax for type boolean: \"{text}\"", Assert.Throws<ValueException>(() => BooleanText.Read(System.Text.Encoding.UTF8.GetBytes(text))).Message);

    static string Written(Action<TextBuffer> write)
    {
        var result = new TextBuffer();
        write(result);
        return result.ToString();
    }
}
