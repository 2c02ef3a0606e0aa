using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Starlift.Aws.Apis;

/// <summary>What the SDK falls back to; its own is a table that each service's package carries.</summary>
sealed class ApiDefaults : IDefaultConfigurationProvider
{
    static readonly DefaultConfiguration Standard = new()
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(5),
    };

    public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) => Standard;
}
