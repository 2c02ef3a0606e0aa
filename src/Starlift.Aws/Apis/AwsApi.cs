using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>
/// Calls of one AWS service that has no SDK package here, in the protocols Query (XML answers) and JSON 1.1. Credentials, region,
/// address (AWS_ENDPOINT_URL and its like), signatures and retries are the SDK's; only the form of requests and answers is here.
/// Thread-safe.
/// </summary>
sealed class AwsApi : AmazonServiceClient
{
    readonly ApiDescription _api;
    readonly AwsIdentity _identity;

    AwsApi(ApiDescription api, AwsIdentity identity)
        : base(identity.Credentials, new ApiConfig(api, identity))
    {
        (_api, _identity) = (api, identity);
    }

    public string Region => _identity.Region;

    /// <summary>How far the service's clock was ahead of this machine's at its last answer; to the second.</summary>
    public TimeSpan Clock { get; private set; }

    /// <param name="service">Its name in endpoints and signatures: sts, redshift, secretsmanager …</param>
    /// <param name="options">Who calls, and where.</param>
    /// <param name="cancellationToken">Ends looking for credentials.</param>
    /// <exception cref="StarliftException">There are no credentials, or they can't be used.</exception>
    public static async Task<AwsApi> OpenAsync(string service, AwsApiOptions options, CancellationToken cancellationToken)
    {
        var identity = await AwsIdentity.FindAsync(new S3Options { Profile = options.Profile, Region = options.Region }, cancellationToken);
        if (identity.IsAnonymous)
        {
            throw new StarliftException(
                ExitCode.Access, new Problem("no AWS credentials were found", Hint: "run aws configure, or choose a profile with --aws-profile"));
        }

        return Open(service, identity);
    }

    /// <param name="service">Its name in endpoints and signatures.</param>
    /// <param name="identity">Not anonymous.</param>
    /// <exception cref="StarliftException">The address that is stated is none.</exception>
    public static AwsApi Open(string service, AwsIdentity identity)
    {
        var api = ApiDescription.Of(service);
        try
        {
            return new AwsApi(api, identity);
        }
        catch (AmazonClientException e)
        {
            throw AwsApiErrors.TranslateAddress(e, api.ServiceId);
        }
    }

    /// <param name="version">The API's date.</param>
    /// <param name="action">GetCallerIdentity …</param>
    /// <param name="parameters">Flattened, "Tags.member.1.Key"; those with null are left out.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The root of the answer, without namespaces.</returns>
    /// <exception cref="StarliftException">The service refuses, or can't be reached; the inner exception is the SDK's.</exception>
    public async Task<XElement> QueryAsync(
        string version, string action, IEnumerable<(string Name, string? Value)> parameters, CancellationToken cancellationToken)
    {
        var stated = parameters.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Name, parameter.Value!)).ToList();
        var options = new InvokeOptions { RequestMarshaller = QueryMarshaller.Instance, ResponseUnmarshaller = QueryUnmarshaller.Instance };
        var response = await SendAsync<QueryResponse>(new QueryRequest(version, action, stated), action, options, cancellationToken);
        ReadClock(response.Date);
        return response.Root;
    }

    /// <param name="target">secretsmanager.GetSecretValue …</param>
    /// <param name="body">The parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StarliftException">The service refuses, or can't be reached; the inner exception is the SDK's.</exception>
    public async Task<JsonNode> JsonAsync(string target, JsonObject body, CancellationToken cancellationToken)
    {
        var options = new InvokeOptions { RequestMarshaller = JsonMarshaller.Instance, ResponseUnmarshaller = JsonUnmarshaller.Instance };
        var response = await SendAsync<JsonResponse>(new JsonRequest(target, body.ToJsonString()), target.Split('.')[^1], options, cancellationToken);
        ReadClock(response.Date);
        return response.Root;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ApiEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new ApiAuthHandler());
    }

    async Task<TResponse> SendAsync<TResponse>(
        AmazonWebServiceRequest request, string action, InvokeOptions options, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        try
        {
            return await InvokeAsync<TResponse>(request, options, cancellationToken);
        }
        catch (Exception e) when (e is not StarliftException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw AwsApiErrors.Translate(e, _api.EndpointPrefix, action, Config, _identity);
        }
    }

    void ReadClock(string? date)
    {
        if (DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var answered))
        {
            Clock = answered - TimeProvider.System.GetUtcNow();
        }
    }
}
