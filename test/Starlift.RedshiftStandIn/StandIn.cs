using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Starlift.ServedRedshift;

namespace Starlift.RedshiftStandIn;

/// <summary>
/// Something that speaks Redshift's wire protocol over TLS, with its own COPY, LOCK and system views over a DuckDB file. It keeps each
/// statement that it was sent, and can be told to break off.
/// </summary>
public sealed class StandIn : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentDictionary<int, StandInConnection> _connections = new();
    readonly List<Task> _tasks = [];
    readonly X509Certificate2 _certificate;
    int _lastProcess = 1_000;

    StandIn(StandInOptions options, X509Certificate2 certificate, StandInSystem system, string root)
    {
        Options = options;
        _certificate = certificate;
        System = system;
        RootCertificate = root;
    }

    public StandInOptions Options { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The file of the authority's certificate.</summary>
    public string RootCertificate { get; }

    /// <summary>Every statement that came, of all connections, as it came.</summary>
    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>Schemas that were made and not dropped, with the ending of the file that holds their tables.</summary>
    public ConcurrentDictionary<string, string> Schemas { get; } = new();

    /// <summary>Says of a statement that the connection is to end before it is executed.</summary>
    public Func<string, bool>? DropBefore { get; set; }

    /// <summary>Says of a statement that the connection is to end when it has been executed and before that is told.</summary>
    public Func<string, bool>? DropAfter { get; set; }

    /// <summary>Is called when a statement has been executed and before that is told.</summary>
    public Action<string>? BeforeAnswer { get; set; }

    /// <summary>How many connections are turned away before one is served.</summary>
    public int Refusals { get; set; }

    internal StandInSystem System { get; }

    internal StandInLocks Locks { get; } = new();

    public static async Task<StandIn> StartAsync(StandInOptions options)
    {
        var (certificate, root) = ServedCertificates.Make(options.CertificateName, options.CertificateLife);
        var file = $"{options.Path}.{Guid.NewGuid():N}.pem";
        await File.WriteAllTextAsync(file, root);
        var standIn = new StandIn(options, certificate, await StandInSystem.OpenAsync(options), file);
        standIn._listener.Start();
        // Away from the test, whose few threads must not wait for each other when a COPY reads S3.
        standIn._tasks.Add(Task.Run(standIn.ListenAsync));
        return standIn;
    }

    internal int NextProcess() => Interlocked.Increment(ref _lastProcess);

    /// <summary>Cancels what another connection asked to cancel.</summary>
    internal void Cancel(int process) => _connections.GetValueOrDefault(process)?.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_tasks);
        _listener.Stop();
        await System.DisposeAsync();
        _certificate.Dispose();
        _stop.Dispose();
    }

    async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _tasks.Add(ServeAsync(client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        var process = NextProcess();
        using (client)
        {
            if (Refusals > 0)
            {
                Refusals--;
                client.Client.LingerState = new LingerOption(true, 0);
                return;
            }

            client.NoDelay = true;
            await using var connection = new StandInConnection(this, client, process, _certificate);
            _connections[process] = connection;
            try
            {
                await connection.RunAsync(_stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or DroppedException or EndOfStreamException or SocketException)
            {
                // The other side is gone, or is to believe that this one is.
                client.Client.LingerState = new LingerOption(true, 0);
            }
            finally
            {
                _connections.TryRemove(process, out _);
            }
        }
    }
}
