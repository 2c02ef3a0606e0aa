using Starlift.Sql.Parsing;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Parsing;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("selct 1", "1:1: syntax error at or near \"selct\"", "expected a statement")]
    [InlineData("select * form t", "1:10: syntax error at or near \"form\"", "expected the end of the statement")]
    [InlineData("select\n  a,\n  from t", "3:3: syntax error at or near \"from\"", "expected an expression")]
    [InlineData("select (1 + 2", "1:14: syntax error at end of input", "expected ')'")]
    [InlineData("select timestamp, n from t", "1:17: syntax error at or near \",\"", null)]
    [InlineData("create table t (order int)", "1:17: syntax error at or near \"order\"", "expected a column name; ORDER is a reserved word: to use it as a name, quote it: \"order\"")]
    [InlineData("create table t (a int) tablespace x", "1:24: syntax error at or near \"tablespace\"", null)]
    [InlineData("insert into t values (1) returning a", "1:26: syntax error at or near \"returning\"", "expected the end of the statement")]
    [InlineData("select * from (values (1, 2)) t", "1:16: syntax error at or near \"values\"", null)]
    [InlineData("select case when a then 1", "1:26: syntax error at end of input", "expected END")]
    [InlineData("select a from t join u", "1:23: syntax error at end of input", "expected ON or USING")]
    [InlineData("copy t from 's3://b/k' 'secret'", "1:24: syntax error at or near \"'…'\"", "expected an option")]
    [InlineData("select 1 2", "1:10: syntax error at or near \"2\"", null)]
    [InlineData("update t set a", "1:15: syntax error at end of input", "expected '='")]
    public void A_syntax_error_has_Redshifts_message_its_place_and_a_hint(string sql, string message, string? hint)
    {
        var refused = Assert.Throws<SqlException>(() => SqlParser.ParseScript(new SqlSource("a.sql", sql)));

        Assert.Equal(message, $"{refused.Place.Line}:{refused.Place.Column}: {refused.Message}");
        Assert.Equal("42601", refused.State);
        if (hint is not null)
        {
            Assert.Equal(hint, refused.Hint);
        }
    }
}
