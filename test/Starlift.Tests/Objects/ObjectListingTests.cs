using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Tests.Objects;

public sealed class ObjectListingTests
{
    [Theory]
    [InlineData("./data/", "/p/data/a.json", true)]
    [InlineData("data/a", "/p/data/a.json", true)]
    [InlineData("data/b", "/p/data/a.json", false)]
    [InlineData("../q/", "/q/a.json", true)]
    [InlineData("/p/data/", "/p/database/a.json", false)]
    [InlineData("s3://bucket/data/", "s3://bucket/data/a.json", true)]
    [InlineData("s3://bucket/data/", "s3://other/data/a.json", false)]
    public void A_COPY_covers_what_begins_with_its_prefix(string from, string uri, bool expected)
    {
        var copy = (CopyStatement)SqlScript.Parse("a.sql", $"copy a from '{from}' iam_role default json 'auto'")[0];
        Assert.Equal(expected, ObjectListing.Covers(copy, "/p", uri));
    }
}
