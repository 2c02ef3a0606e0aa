using System.Text.Json.Nodes;
using Amazon;
using Starlift.Aws.Apis;

namespace Starlift.CloudTests;

/// <summary>Where the services are asked, and which region signatures are for.</summary>
public sealed class AddressTests
{
    static readonly string[] Services = ["cloudformation", "ec2", "iam", "redshift", "redshift-data", "redshift-serverless", "tagging", "secretsmanager", "sts"];
    static readonly string[] Regions = ["us-west-2", "us-east-1", "eu-central-1", "ap-southeast-7", "cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1", "eusc-de-east-1"];

    [Theory]
    [InlineData("us-west-2", "iam.amazonaws.com", "us-east-1")]
    [InlineData("us-gov-east-1", "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("cn-northwest-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    public void IAM_is_asked_at_its_one_address_and_signed_for_its_one_region(string region, string host, string signed) =>
        Assert.Equal((host, signed), ApiDescription.Of("iam").PlaceIn(RegionEndpoint.GetBySystemName(region)));

    [Fact]
    public async Task Hosts_and_signing_regions_are_those_of_botocore() => Assert.Equal("", await Botocore.CheckAsync(
        from region in Regions
        from service in Services
        let place = ApiDescription.Of(service).PlaceIn(RegionEndpoint.GetBySystemName(region))
        select new JsonObject { ["service"] = service, ["stackRegion"] = region, ["host"] = place.Host, ["region"] = place.SigningRegion }));
}
