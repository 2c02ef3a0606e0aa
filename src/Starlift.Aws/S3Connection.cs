using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Amazon.Runtime.Signing;
using Amazon.S3;
using Amazon.S3.Model;

namespace Starlift.Aws;

/// <summary>
/// Requests to one region. Objects are asked for with plain HTTP: the SDK's own way through GetObject takes twice the time for small
/// ones, and strips a slash that a key begins with. Addresses, credentials and signatures are the SDK's. Thread-safe.
/// </summary>
sealed class S3Connection : IDisposable
{
    const int MostErrorBytes = 64 * 1024;

    readonly HttpClient _http;
    readonly ConcurrentDictionary<string, string> _addresses = new();

    /// <param name="client">Of the region.</param>
    /// <param name="identity">Who asks.</param>
    /// <param name="region">The region.</param>
    /// <param name="transport">Sends; stays open.</param>
    public S3Connection(AmazonS3Client client, AwsIdentity identity, string region, HttpMessageHandler transport)
    {
        Client = client;
        _http = identity.IsAnonymous
            ? new HttpClient(transport, disposeHandler: false)
            : new HttpClient(
                new SigV4SigningHandler(identity.Credentials, Amazon.RegionEndpoint.GetBySystemName(region), "s3", transport), disposeHandler: false);
        _http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>For everything but objects.</summary>
    public AmazonS3Client Client { get; }

    /// <summary>The head of the answer; its body is read from it, and it is closed, by the caller.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="location">The object.</param>
    /// <param name="version">The version it has to be; null for any.</param>
    /// <param name="range">Which bytes; null for all.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="S3AnswerException">S3 refuses.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, S3Location location, string? version, RangeHeaderValue? range, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, AddressOf(location));
        request.Headers.Range = range;
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusalAsync(response, cancellationToken);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        Client.Dispose();
    }

    Uri AddressOf(S3Location location)
    {
        var bucket = _addresses.GetOrAdd(
            location.Bucket, name => Client.DetermineServiceOperationEndpoint(new GetObjectRequest { BucketName = name, Key = "key" }).URL);
        var path = string.Join('/', location.Key.Split('/').Select(Uri.EscapeDataString));
        // '..' is a part of a key like any other.
        return new Uri(bucket + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    static async Task<S3AnswerException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var region = response.Headers.NonValidated.TryGetValues("x-amz-bucket-region", out var named) ? named.ToString() : null;
        var (code, message) = (response.ReasonPhrase ?? "", response.ReasonPhrase ?? "");
        try
        {
            await response.Content.LoadIntoBufferAsync(MostErrorBytes, cancellationToken);
            var error = XDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken)).Root!;
            code = error.Element("Code")?.Value ?? code;
            message = error.Element("Message")?.Value ?? message;
            region ??= error.Element("Region")?.Value;
        }
        catch (Exception e) when (e is System.Xml.XmlException or HttpRequestException)
        {
            // Proxies answer in HTML, and HEAD has no body: the status says enough.
        }

        return new S3AnswerException(response.StatusCode, code, message, region);
    }
}
