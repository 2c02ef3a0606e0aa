namespace Starlift.Tests.Projects;

public sealed class CloudRulesTests
{
    [Theory]
    [InlineData("region: Oregon", "'Oregon' is no value for 'region' | the code of an AWS region, such as us-west-2")]
    [InlineData("data_buckets: [s3://udacity-dend]", "'s3://udacity-dend' is no value for 'data_buckets' | the name of a bucket, without s3://")]
    [InlineData("ttl: 14m", "'14m' is no value for 'ttl' | 15m to 7d")]
    [InlineData("ttl: 8d", "'8d' is no value for 'ttl' | 15m to 7d")]
    [InlineData("admin_cidr: 0.0.0.0/0", "'0.0.0.0/0' is no value for 'admin_cidr' | a block of IPv4 addresses of at most 2^24, such as 203.0.113.0/24")]
    [InlineData("admin_cidr: 203.0.113.7/24", "'203.0.113.7/24' is no value for 'admin_cidr' | a block of IPv4 addresses of at most 2^24, such as 203.0.113.0/24")]
    [InlineData("base_capacity: 12", "'12' is no value for 'base_capacity' | 4, or 8 to 512 in steps of 8")]
    [InlineData("nodes: 2", "'nodes' says nothing of a serverless warehouse | remove it, or choose the other kind")]
    [InlineData("base_capacity: 16, max_capacity: 8", "max_capacity 8 is less than base_capacity 16 | raise it, or lower base_capacity")]
    [InlineData("public: 'false', admin_cidr: 203.0.113.0/24", "admin_cidr opens an endpoint that is not public | remove one of the two")]
    [InlineData("vpc: vpc-1a", "'vpc' needs 'subnets' beside it | state both, or neither for the default VPC")]
    [InlineData("kind: provisioned, max_capacity: 8", "'max_capacity' says nothing of a provisioned warehouse | remove it, or choose the other kind")]
    [InlineData("price: $3", "'$3' is no value for 'price' | US dollars, such as 0.36")]
    public void A_value_that_AWS_would_refuse_or_nobody_should_want_is_told(string cloud, string problem)
    {
        using var scratch = ScratchProject.With($"{ScratchProject.Settings}cloud: {{ {cloud} }}\n");
        Assert.EndsWith(problem, Assert.Single(scratch.Problems()));
    }

    [Theory]
    [InlineData("region: us-gov-west-1, ttl: 15m, base_capacity: 4, max_capacity: 512, admin_cidr: 203.0.113.0/24")]
    [InlineData("kind: provisioned, node_type: ra3.4xlarge, nodes: 128, vpc: vpc-1a, subnets: [subnet-1a, subnet-2b], price: 3.26")]
    public void Sound_values_are_kept(string cloud)
    {
        using var scratch = ScratchProject.With($"{ScratchProject.Settings}cloud: {{ {cloud} }}\n");
        Assert.Equal(cloud.Split(": ").Length - 1, scratch.Read().Cloud!.Values.Count);
    }
}
