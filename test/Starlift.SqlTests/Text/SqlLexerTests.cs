using CsCheck;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Text;

public sealed class SqlLexerTests
{
    [Theory]
    [InlineData("SELECT Foo", "Word:select Word:foo")]
    [InlineData("\"My \"\"Name\"\"\"", "QuotedName:my \"name\"")]
    [InlineData("#Temp", "Word:#temp")]
    [InlineData("a#b, 1 # 2", "Word:a Symbol:# Word:b Symbol:, Number:1 Symbol:# Number:2")]
    [InlineData("a$1 $1", "Word:a$1 Symbol:$1")]
    [InlineData("1.5e3 .5 1. 2e x", "Number:1.5e3 Number:.5 Number:1. Number:2 Word:e Word:x")]
    [InlineData("1.5E-3+2", "Number:1.5E-3 Symbol:+ Number:2")]
    [InlineData("a::int<=b", "Word:a Symbol::: Word:int Symbol:<= Word:b")]
    [InlineData("a!~*b||c!=d<>e", "Word:a Symbol:!~* Word:b Symbol:|| Word:c Symbol:!= Word:d Symbol:<> Word:e")]
    [InlineData("größe_ß", "Word:größe_ß")]
    public void Words_numbers_and_symbols_are_told_apart(string sql, string tokens) => Assert.Equal(tokens, Show(sql));

    [Theory]
    [InlineData("''", "")]
    [InlineData("'it''s'", "it's")]
    [InlineData("'it\\'s'", "it's")]
    [InlineData("'\\\\d+'", "\\d+")]
    [InlineData("'a\\tb\\n'", "a\tb\n")]
    [InlineData("E'\\x41\\102\\q'", "ABq")]
    [InlineData("'one' \n 'two'", "onetwo")]
    [InlineData("'-- no /* comment; '", "-- no /* comment; ")]
    [InlineData("$$it's$$", "it's")]
    [InlineData("$tag$a$$b$tag$", "a$$b")]
    public void Strings_are_decoded(string sql, string value)
    {
        var tokens = SqlLexer.Read(new SqlSource("a.sql", sql));

        Assert.Equal((TokenKind.String, value), (tokens[0].Kind, tokens[0].Value));
        Assert.Equal((0, sql.Length), (tokens[0].Start, tokens[0].Length));
        Assert.Equal(TokenKind.End, tokens[1].Kind);
    }

    [Fact]
    public void Strings_on_one_line_are_not_joined() => Assert.Equal("String:a String:b", Show("'a' 'b'"));

    [Fact]
    public void Comments_are_no_tokens_and_nest() => Assert.Equal("Word:a Word:b Word:c", Show("a -- x ' y\nb /* 1 /* 2 */ ' */ c -- end"));

    [Fact]
    public void A_stretch_of_a_file_is_read_with_the_indexes_of_the_file()
    {
        var tokens = SqlLexer.Read(new SqlSource("a.sql", "select 1; select 'x'", 10, 10));

        Assert.Equal(["10:6", "17:3", "20:0"], tokens.Select(token => $"{token.Start}:{token.Length}"));
    }

    [Theory]
    [InlineData("select\n 'abc", "a.sql:2:2: the string is not closed")]
    [InlineData("select 'abc\\'", "a.sql:1:8: the string is not closed")]
    [InlineData("\"abc", "a.sql:1:1: the quoted name is not closed")]
    [InlineData("\"\"", "a.sql:1:1: the quoted name is empty")]
    [InlineData("select 'a\\0b'", "a.sql:1:8: the string holds the character U+0000, which no text can")]
    [InlineData("x /* /* */", "a.sql:1:3: the comment is not closed")]
    [InlineData("$x$ $$", "a.sql:1:1: the dollar-quoted string is not closed")]
    [InlineData("select \u2018a\u2019", "a.sql:1:8: the character '\u2018' has no meaning in SQL here")]
    [InlineData("select\u00A01", "a.sql:1:7: the character U+00A0 has no meaning in SQL here")]
    [InlineData("\\", "a.sql:1:1: the character '\\' has no meaning in SQL here")]
    public void What_belongs_to_no_token_is_told_with_its_place_and_a_way_out(string sql, string message)
    {
        var refused = Assert.Throws<SqlException>(() => SqlLexer.Read(new SqlSource("a.sql", sql)));

        Assert.Equal(message, $"{refused.Place}: {refused.Message}");
        Assert.NotNull(refused.Hint);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal("Word:a", Show("\uFEFFa"));

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place() =>
        Gen.OneOf(Gen.String, NearlySql.Texts).Sample(sql => NearlySql.Survives(() => SqlLexer.Read(new SqlSource("a.sql", sql))));

    [Fact]
    public void Tokens_come_in_order_and_never_overlap() => NearlySql.Texts.Sample(sql => NearlySql.Survives(() =>
    {
        var tokens = SqlLexer.Read(new SqlSource("a.sql", sql));
        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start && pair.First.Length > 0));
        Assert.Equal(sql.Length, tokens[^1].Start);
    }));

    [Fact]
    public void A_quoted_text_comes_back_as_it_was() => Gen.String.Sample(text =>
    {
        var sql = $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
        Assert.Equal(text, SqlLexer.Read(new SqlSource("a.sql", sql))[0].Value);
    });

    static string Show(string sql) => string.Join(' ', SqlLexer.Read(new SqlSource("a.sql", sql))
        .Where(token => token.Kind != TokenKind.End).Select(token => $"{token.Kind}:{token.Value}"));
}
