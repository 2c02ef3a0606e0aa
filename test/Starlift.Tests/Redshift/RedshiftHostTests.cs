using Starlift.Redshift;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftHostTests
{
    [Theory]
    [InlineData("lake.abc123xyz789.us-west-2.redshift.amazonaws.com", "lake", null, "us-west-2")]
    [InlineData("lake.123456789012.eu-central-1.redshift-serverless.amazonaws.com", null, "lake", "eu-central-1")]
    [InlineData("redshift.example.com", null, null, null)]
    public void An_endpoint_of_AWS_names_its_warehouse_and_region(string host, string? cluster, string? workgroup, string? region) =>
        Assert.Equal(new RedshiftHost(cluster, workgroup, region), RedshiftHost.Of(host));
}
