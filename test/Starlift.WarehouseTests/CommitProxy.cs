using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Starlift.WarehouseTests;

/// <summary>
/// Stands between a client and a PostgreSQL server, and disturbs one COMMIT that passes: the client has to speak without TLS.
/// </summary>
sealed class CommitProxy : IAsyncDisposable
{
    static readonly byte[] Commit = Encoding.ASCII.GetBytes("COMMIT\0");

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly IPEndPoint _server;
    readonly CommitFault _fault;
    readonly Task _accepting;
    int _commits;

    /// <param name="host">The server's.</param>
    /// <param name="port">The server's.</param>
    /// <param name="fault">What happens to the COMMIT.</param>
    public CommitProxy(string host, int port, CommitFault fault)
    {
        _server = new IPEndPoint(Dns.GetHostAddresses(host).First(address => address.AddressFamily == AddressFamily.InterNetwork), port);
        _fault = fault;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many COMMITs pass before that one.</summary>
    public int Undisturbed { get; init; }

    /// <summary>Is called when the COMMIT has come, and before its answer goes back.</summary>
    public Action OnCommit { get; set; } = () => { };

    /// <summary>New connections are refused.</summary>
    public bool IsDown { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Stop();
        _end.Dispose();
    }

    async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            if (IsDown)
            {
                client.Dispose();
            }
            else
            {
                _ = ServeAsync(client);
            }
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(_server, _end.Token);
            var answers = new Answers();
            await Task.WhenAny(ForwardAsync(client, server, answers), BackAsync(server, client, answers));
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
        }
        finally
        {
            client.Dispose();
        }
    }

    async Task ForwardAsync(TcpClient client, TcpClient server, Answers answers)
    {
        var buffer = new byte[65_536];
        while (await client.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var count)
        {
            if (buffer.AsSpan(0, count).IndexOf(Commit) >= 0 && Interlocked.Increment(ref _commits) == Undisturbed + 1)
            {
                OnCommit();
                if (_fault == CommitFault.LostBefore)
                {
                    return;
                }

                answers.AreLost = _fault == CommitFault.LostAfter;
                answers.Delay = _fault == CommitFault.Late ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;
            }

            await server.GetStream().WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }

    async Task BackAsync(TcpClient server, TcpClient client, Answers answers)
    {
        var buffer = new byte[65_536];
        while (await server.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var count)
        {
            if (answers.AreLost)
            {
                return;
            }

            await Task.Delay(answers.Delay, _end.Token);
            await client.GetStream().WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }

    /// <summary>What becomes of what the server says.</summary>
    sealed class Answers
    {
        public volatile bool AreLost;

        public TimeSpan Delay { get; set; }
    }
}
