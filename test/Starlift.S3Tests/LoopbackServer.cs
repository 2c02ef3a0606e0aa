using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Starlift.S3Tests;

/// <summary>An HTTP server on loopback; what it does with a connection is the subclass's. Listens from <see cref="Start"/> on.</summary>
abstract class LoopbackServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly ConcurrentQueue<string> _requests = [];
    Task _accepting = Task.CompletedTask;

    public Uri Endpoint => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The first line of each request so far.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Stop();
        _closing.Dispose();
    }

    /// <summary>To be called once, last in the constructor.</summary>
    protected void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Answers requests until the client has no more.</summary>
    /// <param name="client">Is disposed of by the caller.</param>
    /// <param name="closing">The test is over.</param>
    protected abstract Task ServeAsync(TcpClient client, CancellationToken closing);

    /// <summary>Keeps the first line.</summary>
    protected void Note(HttpHead request) => _requests.Enqueue(request.FirstLine);

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                _ = Task.Run(() => ServeAsync(client), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        try
        {
            await ServeAsync(client, _closing.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has gone or is to think so, or the test is over.
        }
        finally
        {
            client.Dispose();
        }
    }
}
