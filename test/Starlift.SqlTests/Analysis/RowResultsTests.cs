using Starlift.Sql.Analysis;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Analysis;

public sealed class RowResultsTests
{
    [Theory]
    [InlineData("select 1", true)]
    [InlineData("(select 1) union all select 2", true)]
    [InlineData("((select 1))", true)]
    [InlineData("with a as (select 1) select * from a", true)]
    [InlineData("with a as (select 1) (select * from a)", true)]
    [InlineData("explain delete from t", true)]
    [InlineData("show search_path", true)]
    [InlineData("show tables from schema dev.public", true)]
    [InlineData("fetch 3 from c", true)]
    [InlineData("select 1 into t", false)]
    [InlineData("(select 1 as a into t) union all select 2", false)]
    [InlineData("with a as (select 1) insert into t select * from a", false)]
    [InlineData("insert into t select 1", false)]
    [InlineData("begin", false)]
    public void A_query_is_a_query_whatever_it_begins_with(string sql, bool yields) =>
        Assert.Equal(yields, RowResults.Are(SqlParser.ParseScript(new SqlSource("a.sql", sql)).Statements[0]));
}
