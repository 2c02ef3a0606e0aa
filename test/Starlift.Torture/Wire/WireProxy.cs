using System.Net;
using System.Net.Sockets;

namespace Starlift.Torture.Wire;

/// <summary>Stands between Starlift and a PostgreSQL, and sees each COMMIT. Without TLS.</summary>
sealed class WireProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly List<WireConnection> _connections = [];
    readonly Lock _lock = new();
    readonly int _serverPort;
    readonly Task _accepting;
    int _commits;

    public WireProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Seen so far.</summary>
    public int Commits => Volatile.Read(ref _commits);

    /// <summary>Is asked at each stage of each COMMIT, by its 1-based number.</summary>
    public Func<int, CommitStage, Task<Passage>> AtCommit { get; set; } = (_, _) => Task.FromResult(Passage.Whole);

    /// <summary>How long what is passed on late waits.</summary>
    public TimeSpan Lateness { get; set; }

    /// <summary>New connections end at once.</summary>
    public bool Refuses { get; set; }

    /// <summary>Ends all connections that there are.</summary>
    public void DropAll()
    {
        lock (_lock)
        {
            _connections.ForEach(connection => connection.Drop());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        DropAll();
        await Task.WhenAll(_connections.Select(connection => connection.Ended));
        _end.Dispose();
        _listener.Dispose();
    }

    internal int NextCommit() => Interlocked.Increment(ref _commits);

    async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                if (Refuses)
                {
                    client.Close(0);
                    continue;
                }

                var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await server.ConnectAsync(IPAddress.Loopback, _serverPort);
                }
                catch (SocketException)
                {
                    client.Close(0);
                    server.Dispose();
                    continue;
                }

                client.NoDelay = true;
                lock (_lock)
                {
                    _connections.Add(new WireConnection(this, client, server));
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
