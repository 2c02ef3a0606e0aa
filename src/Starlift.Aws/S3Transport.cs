using System.Net;
using Amazon.Runtime;

namespace Starlift.Aws;

/// <summary>The sockets below every connection, and below the SDK's own client: given up soon where nobody answers, and as many as there are requests.</summary>
sealed class S3Transport : HttpClientFactory, IDisposable
{
    readonly HttpClient _client;

    public S3Transport(TimeSpan connectTimeout)
    {
        Handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = connectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };
        _client = new HttpClient(new BoundedAnswers(Handler)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Bodies come as they are sent, of any length.</summary>
    public HttpMessageHandler Handler { get; }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();
}
