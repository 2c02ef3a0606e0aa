using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Starlift.S3Tests;

/// <summary>A server that answers what a test wants: what no real S3 can be brought to.</summary>
sealed class ScriptedS3 : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly ConcurrentQueue<string> _requests = [];
    readonly Func<HttpHead, int, ScriptedAnswer> _answer;
    readonly Task _accepting;
    int _count;

    /// <param name="answer">Given a request's head and its 1-based number; may be called by several threads.</param>
    public ScriptedS3(Func<HttpHead, int, ScriptedAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Endpoint = new Uri($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>The first line of each request so far.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closing.Dispose();
    }

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
            using var requests = new HttpMessages(client.GetStream());
            while (await requests.ReadHeadAsync(_closing.Token) is { } request)
            {
                _requests.Enqueue(request.FirstLine);
                var answer = _answer(request, Interlocked.Increment(ref _count));
                var head = new HttpHead([$"HTTP/1.1 {answer.Status}", .. answer.Headers]);
                var isHead = request.FirstLine.StartsWith("HEAD ", StringComparison.Ordinal);
                head = isHead || head["Content-Length"] is not null ? head : head.With("Content-Length", $"{answer.Body.Length}");
                await client.GetStream().WriteAsync((byte[])[.. head.ToBytes(), .. isHead ? [] : answer.Body], _closing.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or the test.
        }
        finally
        {
            client.Dispose();
        }
    }
}
