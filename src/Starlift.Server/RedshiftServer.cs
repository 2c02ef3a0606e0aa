using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Starlift.Errors;
using Starlift.History;
using Starlift.Server.Sessions;

namespace Starlift.Server;

/// <summary>
/// Speaks PostgreSQL's protocol 3 as Redshift does, over a warehouse of Starlift's: each connection is a session of its own. Thread-safe.
/// </summary>
public sealed class RedshiftServer : IAsyncDisposable
{
    const int FirstProcess = 1_073_741_824;

    const int MostTurnedAway = 100;

    readonly ServerOptions _options;
    readonly TcpListener _listener;
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentDictionary<int, (Connection Connection, Task Task)> _connections = new();
    Task _listening = Task.CompletedTask;
    int _lastProcess = FirstProcess;

    RedshiftServer(ServerOptions options)
    {
        _options = options;
        _listener = new TcpListener(options.Address, options.Port);
        Loads = new LoadGate(options.OpenAsync);
        OwnLoads = new LoadViews(options.OpenAsync);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    internal LoadGate Loads { get; }

    internal LoadViews OwnLoads { get; }

    internal TableLocks Locks { get; } = new();

    /// <summary>Makes what the warehouse needs for loads, and listens.</summary>
    /// <exception cref="StarliftException">The warehouse can't be opened, the address is taken, or it may be reached from elsewhere and has no password.</exception>
    public static async Task<RedshiftServer> StartAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        if (options.Password is null && !IPAddress.IsLoopback(options.Address))
        {
            throw new ConfigurationException($"a server on {options.Address} needs a password, because others can reach it", hint: "set STARLIFT_SERVE_PASSWORD, or leave --address out");
        }

        await using (var warehouse = await options.OpenAsync(cancellationToken))
        {
            // A COPY within a block finds Starlift's tables: no block makes them.
            await LoadHistory.PrepareAsync(warehouse, cancellationToken);
        }

        var server = new RedshiftServer(options);
        try
        {
            server._listener.Start();
        }
        catch (SocketException e)
        {
            throw new ConfigurationException($"{options.Address}:{options.Port} can't be listened on: {e.Message}", hint: "stop what listens there, or give another --port", inner: e);
        }

        server._listening = Task.Run(server.ListenAsync, CancellationToken.None);
        return server;
    }

    /// <summary>
    /// Takes no new connection, lets statements that are executed come to their end, and ends all sessions. What an open block has done is undone.
    /// </summary>
    /// <param name="patience">How long a statement may take yet; then it is cancelled.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        _listener.Stop();
        await _listening;
        var all = _connections.Values.ToList();
        all.ForEach(each => each.Connection.EndWhenIdle());
        await Task.WhenAny(Task.WhenAll(all.Select(each => each.Task)), Task.Delay(patience, _options.Time));
        await _stop.CancelAsync();
        await Task.WhenAll(all.Select(each => each.Task));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _listener.Dispose();
        Loads.Dispose();
        await OwnLoads.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>Cancels the statement of another session; a wrong key is told to nobody, as the protocol has it.</summary>
    internal void Cancel(int process, int key)
    {
        if (_connections.TryGetValue(process, out var found) && found.Connection.Key == key)
        {
            found.Connection.Cancel();
        }
    }

    /// <summary>Does what another session's statement asks for.</summary>
    /// <returns>False where there is no such session.</returns>
    internal bool Reach(BackendCall call)
    {
        if (!_connections.TryGetValue(call.Process, out var found))
        {
            return false;
        }

        if (call.Ends)
        {
            found.Connection.Terminate();
        }
        else
        {
            found.Connection.Cancel();
        }

        return true;
    }

    async Task ListenAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            if (_connections.Count >= _options.MaxConnections + MostTurnedAway)
            {
                // Those that are to be told of the limit take their time to listen: there are enough of them.
                client.Dispose();
                continue;
            }

            var process = Interlocked.Increment(ref _lastProcess);
            client.NoDelay = true;
            var connection = new Connection(this, _options, client, process, RandomNumberGenerator.GetInt32(int.MaxValue), isTooMany: _connections.Count >= _options.MaxConnections);
            // Registered before it runs, so that its end finds it.
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _connections[process] = (connection, ServeAsync(connection, process, begin.Task));
            begin.SetResult();
        }
    }

    async Task ServeAsync(Connection connection, int process, Task begin)
    {
        await begin;
        try
        {
            await connection.RunAsync(_stop.Token);
        }
        finally
        {
            _connections.TryRemove(process, out _);
            connection.Dispose();
        }
    }
}
