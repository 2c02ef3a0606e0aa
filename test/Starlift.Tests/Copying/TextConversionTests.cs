using System.Text;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class TextConversionTests
{
    [Theory]
    [InlineData("\"a\\n\\t\\\\\\\"\\/\\b\\f\\r\\u00e9\\ud83d\\ude00\"", "a\n\t\\\"/\b\f\ré😀")]
    [InlineData("\"\\\\N\"", "\\N")]
    [InlineData("\"\"", "")]
    [InlineData("\"  \"", "  ")]
    [InlineData("null", "NULL")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("101", "101")]
    [InlineData("-0", "-0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1541033612796.0", "1541033612796")]
    [InlineData("1.5e3", "1500")]
    [InlineData("0.1", "0.10000000000000001")]
    [InlineData("{ \"a\" : 1,\n   \"b\": [1, 2] }", "{ \"a\" : 1,\"b\": [1, 2] }")]
    [InlineData("[\n  \"nisi\",\n  \"cul  pa\"\n]", "[\"nisi\",\"cul  pa\"]")]
    [InlineData("[\r\n\t\"a\\\"\\n b\"\r\n]", "[\"a\\\"\\n b\"]")]
    public void A_value_becomes_its_text(string json, string expected) => Assert.Equal(expected, Converted.Of("varchar(100)", json));

    [Theory]
    [InlineData("\\n", "\n")]
    [InlineData("\\\\", "\\")]
    [InlineData("\\\"\\/", "\"/")]
    [InlineData("\\u0041\\u00e9", "Aé")]
    [InlineData("\\u6570é", "数é")]
    [InlineData("\\uD83D\\uDE00", "😀")]
    [InlineData("é数😀", "é数😀")]
    [InlineData("\\x", null)]
    [InlineData("\\u00g0", null)]
    [InlineData("\u0001", null)]
    [InlineData("\\ ", null)]
    public void Text_is_decoded_wherever_it_stands(string written, string? text)
    {
        var copy = new SampleCopy { Columns = "v varchar(300)" };
        for (var before = 0; before <= 130; before++)
        {
            foreach (var after in (int[])[0, 1, 31, 32, 63, 64])
            {
                var (head, tail) = (new string('a', before), new string('b', after));
                var loaded = copy.Load($"{{\"v\":\"{head}{written}{tail}\"}}");

                Assert.Equal(text is null ? [] : [head + text + tail], loaded.Rows);
            }
        }
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_found_wherever_they_stand()
    {
        for (var before = 0; before <= 130; before++)
        {
            var line = Encoding.Latin1.GetBytes($"{{\"v\":\"{new string('a', before)}\\n\u00e9{new string('b', 40)}\"}}");

            Assert.Empty(new SampleCopy { Columns = "v varchar(300)" }.Load(line).Rows);
        }
    }

    [Theory]
    [InlineData("varchar(5)", "\"abcde\"", "", "abcde")]
    [InlineData("varchar(5)", "\"abcdef\"", "", "1204 String length exceeds DDL length")]
    [InlineData("varchar(5)", "\"abcde   \"", "", "abcde")]
    [InlineData("varchar(5)", "\"abcd   \"", "", "abcd ")]
    [InlineData("varchar(12)", "\"数据仓库\"", "", "数据仓库")]
    [InlineData("varchar(11)", "\"数据仓库\"", "", "1204 String length exceeds DDL length")]
    [InlineData("varchar(5)", "\"abcdef\"", "truncatecolumns", "abcde")]
    [InlineData("varchar(5)", "\"数据\"", "truncatecolumns", "数")]
    [InlineData("varchar(2)", "\"数据\"", "truncatecolumns", "")]
    [InlineData("varchar(4)", "\"a😀b\"", "truncatecolumns", "a")]
    [InlineData("varchar(5)", "\"a😀b\"", "truncatecolumns", "a😀")]
    [InlineData("varchar", "\"x\"", "", "x")]
    [InlineData("char(3)", "\"abc\"", "", "abc")]
    [InlineData("char(3)", "\"ab \"", "", "ab")]
    [InlineData("char(3)", "\"abc   \"", "", "abc")]
    [InlineData("char(3)", "\"abcd\"", "", "1204 Char length exceeds DDL length")]
    [InlineData("char(3)", "\"abcd\"", "truncatecolumns", "abc")]
    [InlineData("char", "\"a\"", "", "a")]
    [InlineData("char(3)", "\"é\"", "", "1220 Multibyte character not supported for CHAR (Hint: Try using VARCHAR). Invalid char: c3 a9")]
    [InlineData("char(3)", "\"ab数\"", "truncatecolumns", "1220 @2 Multibyte character not supported for CHAR (Hint: Try using VARCHAR). Invalid char: e6 95 b0")]
    public void Lengths_count_bytes(string type, string json, string options, string expected) => Assert.Equal(expected, Converted.Of(type, json, options));

    [Theory]
    [InlineData("varchar(9)", "\"\"", "emptyasnull", "NULL")]
    [InlineData("char(9)", "\"\"", "emptyasnull", "NULL")]
    [InlineData("varchar(9)", "\" \"", "emptyasnull", " ")]
    [InlineData("varchar(9)", "\" \\t\"", "blanksasnull", "NULL")]
    [InlineData("char(9)", "\"  \"", "blanksasnull", "NULL")]
    [InlineData("varchar(9)", "\"\"", "blanksasnull", "")]
    [InlineData("varchar(9)", "\" a \"", "blanksasnull", " a ")]
    [InlineData("varchar(9)", "\"  ab  \"", "trimblanks", "  ab")]
    [InlineData("varchar(9)", "\"ab\\t\\n \"", "trimblanks", "ab")]
    [InlineData("varchar(9)", "\"  \"", "trimblanks", "")]
    [InlineData("varchar(9)", "\"  \"", "trimblanks emptyasnull", "NULL")]
    [InlineData("varchar(9)", "\"  \"", "trimblanks blanksasnull", "NULL")]
    [InlineData("varchar(2)", "\"ab\\t\\t\"", "trimblanks", "ab")]
    [InlineData("varchar(2)", "\"ab\\t\\t\"", "trimblanks truncatecolumns", "ab")]
    [InlineData("varchar(9) not null", "\"\"", "emptyasnull", "1213 Missing data for not-null field")]
    public void Empty_and_blank_texts_are_kept_unless_an_option_says_otherwise(string type, string json, string options, string expected) =>
        Assert.Equal(expected, Converted.Of(type, json, options));

    [Theory]
    [InlineData("varchar(9)", "\"hello\\u0000 world\"", "hello")]
    [InlineData("char(9)", "\"hello\\u0000 world\"", "hello")]
    [InlineData("varchar(9)", "\"\\u0000\"", "")]
    [InlineData("varchar(9)", "\"\\u0000a\"", "1218 Invalid null byte - field longer than 1 byte")]
    public void A_text_ends_at_NUL(string type, string json, string expected) => Assert.Equal(expected, Converted.Of(type, json));

    [Theory]
    [InlineData("\"\\ud800\"", "ed a0 80")]
    [InlineData("\"\\udc00x\"", "ed b0 80")]
    [InlineData("\"\\ud83d\\u0041\"", "ed a0 bd")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "ed a0 bd")]
    public void A_lone_surrogate_is_rejected_or_replaced(string json, string hex)
    {
        Assert.Equal(
            $"1220 String contains invalid or unsupported UTF-8 codepoints. Bad UTF-8 hex sequence: {hex} (error 5)", Converted.Of("varchar(9)", json));
        Assert.StartsWith("???", Converted.Of("varchar(9)", json, "acceptinvchars"), StringComparison.Ordinal);
    }

    [Fact]
    public void ACCEPTINVCHARS_replaces_each_byte_of_an_invalid_character_and_counts_its_rows()
    {
        var outcome = new SampleCopy { Columns = "v varchar(20), c char(20)", Options = "'auto' acceptinvchars '^' maxerror 9" }
            .Load(Encoding.Latin1.GetBytes("{\"v\":\"a\u00e0\u00a1\u00c7b\"} {\"v\":\"ok\"} {\"v\":\"\u00ef\u00bf\u00bf|\u00ef\u00b7\u0090\"} {\"c\":\"\u00ff\"}"));

        Assert.Equal(["a^^^b|NULL", "ok|NULL", "^^^|^^^|NULL"], outcome.Rows);
        Assert.Equal(2, outcome.Result.RowsReplaced);
        Assert.Equal(LoadErrorCode.InvalidUtf8, outcome.Reject.Code);
    }

    [Fact]
    public void Noncharacters_load_without_ACCEPTINVCHARS() => Assert.Equal("\uFFFF\uFDD0", Converted.Of("varchar(9)", "\"\uFFFF\\uFDD0\""));
}
