namespace Starlift.Aws;

/// <summary>How S3 is reached. What is not stated is found as the AWS command line finds it: environment, profile, instance.</summary>
public sealed record S3Options
{
    /// <summary>The profile of ~/.aws/config to take credentials, region and endpoint from; null for AWS_PROFILE or the default one.</summary>
    public string? Profile { get; init; }

    /// <summary>
    /// Where requests are sent first; null for AWS_REGION, the profile's region or us-east-1. A bucket in another region is found there
    /// at the cost of one request.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>
    /// Another server that speaks S3's language, with a path for each bucket; null for AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, the
    /// profile's endpoint_url or, where none is stated, AWS itself.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// How long a request may bring no more than a trickle before it is sent again. Less gives up on slow lines, more makes a lost
    /// connection cost more.
    /// </summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a request is tried before any request has been answered: a wrong address should be told soon.</summary>
    public TimeSpan PatienceAtFirst { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a request is tried without getting on once some request has been answered: throttling and outages pass.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Is told of each retry before its delay; called by any thread.</summary>
    public Action<S3Retry>? Retrying { get; init; }
}
