using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Starlift.S3Tests;

/// <summary>Stands in front of an S3 server and spoils some of its answers. Knows GET and HEAD.</summary>
sealed class FaultProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly ConcurrentQueue<string> _requests = [];
    readonly Uri _server;
    readonly Func<HttpHead, Fault?> _choose;
    readonly Task _accepting;
    int _faults;

    /// <param name="server">The server behind it.</param>
    /// <param name="choose">What happens to a request, given its head; null for nothing. May be called by several threads.</param>
    public FaultProxy(Uri server, Func<HttpHead, Fault?> choose)
    {
        _server = server;
        _choose = choose;
        _listener.Start();
        Endpoint = new Uri($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>The first line of each request so far.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>How many answers were spoilt so far.</summary>
    public int Faults => _faults;

    /// <summary>Each request has that chance of a fault, and each fault of the menu is as likely.</summary>
    public static Func<HttpHead, Fault?> Sometimes(double chance, params IReadOnlyList<Fault> menu)
    {
        var random = new Random(1);
        return _ =>
        {
            lock (random)
            {
                return random.NextDouble() < chance ? menu[random.Next(menu.Count)] : null;
            }
        };
    }

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
        using var server = new TcpClient();
        try
        {
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(_server.Host, _server.Port, _closing.Token);
            using var requests = new HttpMessages(client.GetStream());
            using var answers = new HttpMessages(server.GetStream());
            while (await requests.ReadHeadAsync(_closing.Token) is { } request)
            {
                _requests.Enqueue(request.FirstLine);
                var fault = _choose(request);
                _faults += fault is null ? 0 : 1;
                await new FaultyExchange(client, server, answers, request, fault).RunAsync(_closing.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has gone, or is to think so.
        }
        finally
        {
            client.Dispose();
        }
    }
}
