using Amazon.S3;
using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>The services that a stack is handled with, each opened when it is first asked for.</summary>
sealed class StackApis : IDisposable
{
    readonly Lazy<IamClient> _iam;
    readonly Lazy<RedshiftClient> _redshift;
    readonly Lazy<RedshiftServerlessClient> _serverless;
    readonly Lazy<TaggingClient> _tagging;
    readonly Lazy<NetworkClient> _network;
    readonly Lazy<DataApiClient> _data;
    readonly Lazy<AmazonS3Client> _s3;

    StackApis(AwsIdentity identity)
    {
        Region = identity.Region;
        CloudFormation = new CloudFormationClient(AwsApi.Open("cloudformation", identity));
        _iam = new(() => new IamClient(AwsApi.Open("iam", identity)));
        _redshift = new(() => new RedshiftClient(AwsApi.Open("redshift", identity)));
        _serverless = new(() => new RedshiftServerlessClient(AwsApi.Open("redshift-serverless", identity)));
        _tagging = new(() => new TaggingClient(AwsApi.Open("tagging", identity)));
        _network = new(() => new NetworkClient(AwsApi.Open("ec2", identity)));
        _data = new(() => new DataApiClient(AwsApi.Open("redshift-data", identity)));
        _s3 = new(() => OpenS3(identity));
    }

    public string Region { get; }

    public CloudFormationClient CloudFormation { get; }

    public IamClient Iam => _iam.Value;

    public RedshiftClient Redshift => _redshift.Value;

    public RedshiftServerlessClient RedshiftServerless => _serverless.Value;

    public TaggingClient Tagging => _tagging.Value;

    public NetworkClient Network => _network.Value;

    public DataApiClient Data => _data.Value;

    public AmazonS3Client S3 => _s3.Value;

    /// <exception cref="StarliftException">There are no credentials, or no region: where something billable is made is never guessed.</exception>
    public static async Task<StackApis> OpenAsync(AwsApiOptions options, CancellationToken cancellationToken)
    {
        var identity = await AwsIdentity.FindAsync(new S3Options { Profile = options.Profile, Region = options.Region }, cancellationToken);
        return identity switch
        {
            { IsAnonymous: true } => throw new StarliftException(
                ExitCode.Access, new Problem("no AWS credentials were found", Hint: "run aws configure, or choose a profile with --aws-profile")),
            { IsRegionAssumed: true } => throw new StarliftException(
                ExitCode.Usage, new Problem("no AWS region is stated", Hint: "write region under cloud in starlift.yaml, give --region, or set AWS_REGION")),
            _ => new StackApis(identity),
        };
    }

    public void Dispose()
    {
        CloudFormation.Dispose();
        Dispose(_iam);
        Dispose(_redshift);
        Dispose(_serverless);
        Dispose(_tagging);
        Dispose(_network);
        Dispose(_data);
        Dispose(_s3);
    }

    static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    static AmazonS3Client OpenS3(AwsIdentity identity)
    {
        var config = new AmazonS3Config
        {
            RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(identity.Region),
            AuthenticationRegion = identity.Region,
        };
        if (identity.Profile is { } profile)
        {
            config.Profile = new Amazon.Profile(profile);
        }

        config.ForcePathStyle = config.ServiceURL is not null;
        return new AmazonS3Client(identity.Credentials, config);
    }
}
