using Amazon.Runtime.Endpoints;

namespace Starlift.Aws.Apis;

/// <summary>The address of a service: the one that is stated, else AWS's in the region.</summary>
sealed class ApiEndpointProvider(ApiConfig config) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters) =>
        new(config.ServiceURL ?? $"https://{config.HostName}");
}
