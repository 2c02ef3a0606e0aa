using Starlift.Reports;
using Starlift.Sql;

namespace Starlift.Tests.Reports;

public sealed class RowLimitTests
{
    [Theory]
    [InlineData("select a from t order by a -- last", "select a from t order by a\nlimit 7")]
    [InlineData("select a from (select a from t limit 3) as u", "select a from (select a from t limit 3) as u\nlimit 7")]
    [InlineData("with u as (select 1 as a) select a from u;\n", "with u as (select 1 as a) select a from u\nlimit 7")]
    [InlineData("(select 1) union all (select 2)", "(select 1) union all (select 2)\nlimit 7")]
    [InlineData("select a from t order by a limit 3", "select a from t order by a limit 3")]
    [InlineData("select top 3 a from t", "select top 3 a from t")]
    public void A_select_is_limited_unless_it_limits_itself(string sql, string expected) =>
        Assert.Equal(expected, RowLimit.Of((OtherStatement)SqlScript.Parse("q.sql", $"\n{sql}")[0], 7).Source.Sql);
}
