using Starlift.Sql.Values;
using Starlift.Sql.Values.Patterns;

namespace Starlift.SqlTests.Values.Patterns;

public sealed class RegularExpressionTests
{
    const string LookAhead = "(?=[^ ]*[a-z])(?=[^ ]*[0-9])[^ ]+";

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "[a-z]{3}", 1, "", 8)]
    [InlineData("the fox", "FOX", 1, "i", 1)]
    [InlineData("the fox", "FOX", 1, "c", 0)]
    [InlineData("passwd7 plain A1234 a1234", LookAhead, 1, "p", 2)]
    [InlineData("passwd7 plain A1234 a1234", LookAhead, 1, "ip", 3)]
    [InlineData("a@x.org", "@[^.]*\\.(org|edu)", 1, "", 1)]
    [InlineData("abcabc", "a", 2, "", 1)]
    [InlineData("abcabc", "a", -5, "", 2)]
    [InlineData("abcabc", "a", 100, "", 0)]
    [InlineData("日本語日本", "日", 2, "", 1)]
    [InlineData("😀😁x", ".", 1, "", 3)]
    [InlineData("😀😁x", "[^x]", 1, "", 2)]
    [InlineData("😀😁x", "[😀-😂]", 1, "", 2)]
    [InlineData("😀a😀", "a", 2, "", 1)]
    [InlineData("aé1_ ", "\\w", 1, "", 3)]
    [InlineData("aé1_ ", "[[:alpha:]]", 1, "", 1)]
    [InlineData("a]b-c^d", "[]^-]", 1, "", 3)]
    [InlineData("a.b", "a.b", 1, "", 1)]
    [InlineData("a\nb", "a.b", 1, "", 1)]
    [InlineData("a\nb", "a.b", 1, "p", 0)]
    [InlineData("{a}", "{a}", 1, "", 1)]
    [InlineData("aaa", "a**", 1, "", 2)]
    [InlineData("a b", "\\bb\\b", 1, "", 1)]
    [InlineData("abab", "(ab)\\1", 1, "", 1)]
    [InlineData("aaaa", "a++a", 1, "p", 0)]
    [InlineData("a.b", "\\Qa.b\\E", 1, "p", 1)]
    [InlineData("x(y", "x\\(y", 1, "", 1)]
    public void Matches_are_counted(string text, string pattern, int position, string parameters, int expected) =>
        Assert.Equal(expected, RegularExpression.Parse(pattern, parameters).Count(text, position));

    [Theory]
    [InlineData("the fox", "fox", 1, 1, 0, "", 5)]
    [InlineData("the fox", "fox", 1, 1, 7, "", 8)]
    [InlineData("abcabc", "b", 1, 2, 0, "", 5)]
    [InlineData("abcabc", "b", 3, 1, 0, "", 5)]
    [InlineData("abcabc", "b", 1, 3, 0, "", 0)]
    [InlineData("abcabc", "b", 1, 0, 0, "", 0)]
    [InlineData("abc123", "abc([0-9]+)", 1, 1, 0, "e", 4)]
    [InlineData("abc123", "abc[0-9]+", 1, 1, 0, "e", 1)]
    [InlineData("日本語", "語", 1, 1, 0, "", 3)]
    [InlineData("😀b", "b", 1, 1, 0, "", 2)]
    [InlineData("Air Canada Centre", "[cC]ent(er|re)$", 1, 1, 0, "", 12)]
    [InlineData("Centre\n", "Centre$", 1, 1, 0, "", 0)]
    public void Positions_count_characters(string text, string pattern, int position, int occurrence, int option, string parameters, int expected) =>
        Assert.Equal(expected, RegularExpression.Parse(pattern, parameters).Position(text, position, occurrence, option));

    [Theory]
    [InlineData("ab12cd34", "[0-9]+", 1, 2, "", "34")]
    [InlineData("ab12cd34", "[0-9]+", -4, 1, "", "12")]
    [InlineData("abc", "b", 100, 1, "", "")]
    [InlineData("abc", "b", 1, 0, "", "")]
    [InlineData("abc", "[0-9]", 1, 1, "", "")]
    [InlineData("this is a dog", "this is a (\\w+)", 1, 1, "e", "dog")]
    [InlineData("日本語", "本.", 1, 1, "", "本語")]
    public void Parts_are_taken_out(string text, string pattern, int position, int occurrence, string parameters, string expected) =>
        Assert.Equal(expected, RegularExpression.Parse(pattern, parameters).Substring(text, position, occurrence).ToString());

    [Theory]
    [InlineData("a1b22c", "[0-9]+", "#", 1, "", "a#b#c")]
    [InlineData("a1a2a3", "a", "b", 2, "", "a1b2b3")]
    [InlineData("aaa", "a", "b", 100, "", "aaa")]
    [InlineData("john smith", "([a-z]+) ([a-z]+)", "$2, $1", 1, "", "smith, john")]
    [InlineData("john smith", "([a-z]+) ([a-z]+)", "\\2 \\\\ $$1 $", 1, "p", "smith \\ $1 $")]
    [InlineData("passwd7 plain A1234 a1234", LookAhead, "[hidden]", 1, "p", "[hidden] plain A1234 [hidden]")]
    [InlineData("abc", "", "-", 1, "", "-a-b-c-")]
    public void Every_match_is_replaced(string text, string pattern, string replacement, int position, string parameters, string expected)
    {
        var result = new TextBuffer();
        RegularExpression.Parse(pattern, parameters).Replace(text, replacement, position, result);
        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData("^(?!DELIVERED).*$", "", "regular expression fragment: '^(?>>>HERE>>>!DELIVERED).*$'")]
    [InlineData("*a", "", "Invalid preceding regular expression prior to repetition operator")]
    [InlineData("(a", "", "Unmatched marking parenthesis")]
    [InlineData("a)", "", "Found a closing )")]
    [InlineData("[a", "", "Unmatched [")]
    [InlineData("a", "x", "parameter \"x\"")]
    public void What_is_no_pattern_is_told(string pattern, string parameters, string message) =>
        Assert.Contains(message, Assert.Throws<ValueException>(() => RegularExpression.Parse(pattern, parameters)).Message, StringComparison.Ordinal);
}
