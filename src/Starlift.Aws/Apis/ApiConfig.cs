using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Starlift.Aws.Apis;

/// <summary>What the SDK asks of the configuration of a service. The address is AWS_ENDPOINT_URL_&lt;SERVICE_ID&gt;'s or AWS_ENDPOINT_URL's where stated.</summary>
sealed class ApiConfig : ClientConfig
{
    readonly ApiDescription _api;

    public ApiConfig(ApiDescription api, AwsIdentity identity)
        : base(new ApiDefaults())
    {
        _api = api;
        if (identity.Profile is { } profile)
        {
            Profile = new Amazon.Profile(profile);
        }

        ServiceId = api.ServiceId;
        RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(identity.Region);
        (HostName, AuthenticationRegion) = api.PlaceIn(RegionEndpoint);
        AuthenticationServiceName = api.EndpointPrefix;
        EndpointProvider = new ApiEndpointProvider(this);
        RetryMode = RequestRetryMode.Standard;
        Timeout = TimeSpan.FromSeconds(30);
    }

    public override string RegionEndpointServiceName => _api.EndpointPrefix;

    public override string ServiceVersion => "";

    public override string UserAgent { get; } = "starlift";

    /// <summary>AWS's own.</summary>
    public string HostName { get; }

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new EndpointParameters());
}
