namespace Starlift.Aws.Apis;

/// <summary>Which AWS credentials were found.</summary>
public static class FoundCredentials
{
    /// <summary>Where they come from, in a few words; null where there are none.</summary>
    /// <exception cref="Errors.StarliftException">Some are configured and can't be used.</exception>
    public static async Task<string?> DescribeAsync(AwsApiOptions options, CancellationToken cancellationToken)
    {
        var identity = await AwsIdentity.FindAsync(new S3Options { Profile = options.Profile, Region = options.Region }, cancellationToken);
        return identity.IsAnonymous ? null
            : identity.Profile is { } profile ? $"of the profile '{profile}'"
            : "of the environment, the default profile or this instance";
    }
}
