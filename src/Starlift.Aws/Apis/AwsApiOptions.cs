namespace Starlift.Aws.Apis;

/// <summary>Who calls AWS, and where. What is not stated is found as the AWS command line finds it.</summary>
public sealed record AwsApiOptions
{
    /// <summary>The profile of ~/.aws/config; null for AWS_PROFILE or the default one.</summary>
    public string? Profile { get; init; }

    /// <summary>Null for AWS_REGION or the profile's region.</summary>
    public string? Region { get; init; }
}
