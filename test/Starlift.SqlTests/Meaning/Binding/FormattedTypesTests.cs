namespace Starlift.SqlTests.Meaning.Binding;

public sealed class FormattedTypesTests
{
    [Theory]
    [InlineData("select to_number('12,454.8-', '99G999D9S')", "to_number numeric(38,1)")]
    [InlineData("select to_number('123', '999')", "to_number numeric(38,0)")]
    [InlineData("select text_to_numeric_alt('1.5', 10, 2)", "text_to_numeric_alt numeric(10,2)")]
    [InlineData("select text_to_numeric_alt('1.5')", "text_to_numeric_alt numeric(38,0)")]
    public void A_written_format_decides_the_scale(string sql, string expected) => Assert.Equal(expected, Meanings.Result(sql));

    [Fact]
    public void A_format_that_contradicts_itself_is_refused() => Assert.Contains("twice", Meanings.Refusal("select to_number('1', 'S9S')").Message, StringComparison.Ordinal);
}
