using Starlift.Redshift;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftLiteralTests
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("it's", "'it''s'")]
    [InlineData("a\0b", "'a\uFFFDb'")]
    [InlineData("a\\b", "replace('a\uE000b', '\uE000', chr(92))")]
    [InlineData("\uE000\\'", "replace('\uE000\uE001''', '\uE001', chr(92))")]
    public void A_text_never_has_a_backslash_within_its_quotes(string text, string expected) => Assert.Equal(expected, RedshiftLiteral.Of(text));

    [Fact]
    public void Any_text_is_one_literal_however_backslashes_are_read()
    {
        foreach (var text in new[] { "'; drop table t; --", "\\'; drop table t; --", "\\\\'", "''\\", "\n\r\t\u2028" })
        {
            var tokens = SqlLexer.Read(new SqlSource("q.sql", $"select {RedshiftLiteral.Of(text)}"));
            Assert.DoesNotContain(tokens, token => token.IsSymbol(";"));
            Assert.DoesNotContain('\\', RedshiftLiteral.Of(text));
        }
    }

    [Fact]
    public void Other_values_are_written_as_Redshift_reads_them() => Assert.Equal(
        ["null", "true", "-7", "-12.50", "0.1", "1E+300", "'NaN'::float8", "'2018-11-01'", "'2018-11-01 01:02:03.456'", "'2018-11-01 00:02:03+00'", "to_varbyte('00ff', 'hex')"],
        new object?[]
        {
            null, true, -7L, -12.50m, 0.1, 1e300, double.NaN, new DateOnly(2018, 11, 1), new DateTime(2018, 11, 1, 1, 2, 3, 456),
            new DateTimeOffset(2018, 11, 1, 1, 2, 3, TimeSpan.FromHours(1)), new byte[] { 0, 255 },
        }.Select(RedshiftLiteral.Of));
}
