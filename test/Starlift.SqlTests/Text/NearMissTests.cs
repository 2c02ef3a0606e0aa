using Starlift.Sql.Text;

namespace Starlift.SqlTests.Text;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("maxerorr", "maxerror")]
    [InlineData("MAXEROR", "maxerror")]
    [InlineData("gizp", "gzip")]
    [InlineData("maxerror", "maxerror")]
    [InlineData("zip", "gzip")]
    [InlineData("parquet", null)]
    [InlineData("", null)]
    public void A_word_is_near_when_one_or_two_edits_away(string word, string? near) =>
        Assert.Equal(near, NearMiss.Of(word, ["gzip", "maxerror", "region"]));
}
