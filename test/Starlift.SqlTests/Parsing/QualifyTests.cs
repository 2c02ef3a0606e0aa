using Starlift.Sql.Text;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Parsing;

public sealed class QualifyTests
{
    const string Condition = "qualify row_number() over (partition by a order by a) = 1";

    [Theory]
    [InlineData($"select a from t {Condition}")]
    [InlineData($"select x.a from t x, t {Condition}")]
    public void Straight_behind_what_has_no_alias_the_word_is_taken_for_one(string sql) =>
        Assert.Equal("syntax error at or near \"row_number\"", Assert.Throws<SqlException>(() => Meanings.Of($"create table t (a int); {sql}")).Message);

    [Theory]
    [InlineData($"select a from t x {Condition}")]
    [InlineData($"select a from t where a > 1 {Condition}")]
    [InlineData("select a, count(*) from t group by a qualify row_number() over (order by a) = 1")]
    public void Elsewhere_it_is_the_clause(string sql) => Meanings.Of($"create table t (a int); {sql}");
}
