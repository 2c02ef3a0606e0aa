using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;

namespace Starlift.Aws;

/// <summary>Who asks, and which region first.</summary>
/// <param name="Credentials">Anonymous where none were found.</param>
/// <param name="Profile">Where they come from; null where that is no profile that somebody chose.</param>
/// <param name="Region">Where requests go first.</param>
sealed record AwsIdentity(AWSCredentials Credentials, string? Profile, string Region)
{
    /// <summary>Public buckets are readable without credentials, and AWS puts most of them here.</summary>
    const string DefaultRegion = "us-east-1";

    /// <summary>An instance answers within milliseconds; elsewhere its address may swallow the question.</summary>
    static readonly TimeSpan InstanceTimeout = TimeSpan.FromSeconds(3);

    public bool IsAnonymous => Credentials is AnonymousAWSCredentials;

    /// <summary>Nobody stated a region.</summary>
    public bool IsRegionAssumed { get; init; }

    /// <exception cref="Errors.StarliftException">Credentials are configured and can't be used.</exception>
    public static async Task<AwsIdentity> FindAsync(S3Options options, CancellationToken cancellationToken)
    {
        var profile = options.Profile ?? StatedProfile();
        var region = options.Region ?? Stated("AWS_REGION") ?? Stated("AWS_DEFAULT_REGION") ?? RegionOf(profile);
        try
        {
            return new AwsIdentity(await CredentialsAsync(profile, cancellationToken), profile, region ?? DefaultRegion) { IsRegionAssumed = region is null };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw S3Errors.TranslateCredentials(e, profile);
        }
    }

    static async Task<AWSCredentials> CredentialsAsync(string? profile, CancellationToken cancellationToken)
    {
        var config = new AmazonS3Config();
        if (profile is not null)
        {
            config.Profile = new Amazon.Profile(profile);
        }

        AWSCredentials credentials;
        try
        {
            // The chain ends with a blocking question to the instance.
            credentials = await Task
                .Run(() => DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(config), cancellationToken)
                .WaitAsync(InstanceTimeout, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException || (profile is null && S3Errors.MeansNoCredentials(e)))
        {
            return new AnonymousAWSCredentials();
        }

        await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
        return credentials;
    }

    /// <summary>Keys in the environment win over AWS_PROFILE, as everywhere in .NET.</summary>
    static string? StatedProfile() => Stated("AWS_ACCESS_KEY_ID") is null ? Stated("AWS_PROFILE") : null;

    static string? RegionOf(string? profile) =>
        new CredentialProfileStoreChain().TryGetProfile(profile ?? "default", out var found) ? found.Region?.SystemName : null;

    static string? Stated(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
