using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class RowLimitTests
{
    [Theory]
    [InlineData("select 1 as a limit 5", true, 5L)]
    [InlineData("select top 3 a from (select 1 as a) x", true, 3L)]
    [InlineData("select 1 as a union all select 2 limit 7 offset 1", true, 7L)]
    [InlineData("select 1 as a offset 2", true, null)]
    [InlineData("select 1 as a limit 2 + 3", true, null)]
    [InlineData("select 1 as a limit all", false, null)]
    [InlineData("select a from (select 1 as a limit 5) x", false, null)]
    public void A_query_limits_its_own_rows(string query, bool isStated, long? rows)
    {
        var bound = Meanings.Query(query);

        Assert.Equal((isStated, rows), (RowLimit.IsStated(bound), RowLimit.Of(bound)));
    }
}
