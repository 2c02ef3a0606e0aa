using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Starlift.Bench;

/// <summary>A star in a DuckDB file that starlift serve serves, on a port of loopback.</summary>
sealed class ServedDatabase : IAsyncDisposable
{
    readonly Process _server;
    readonly int _port;

    ServedDatabase(Process server, int port)
    {
        _server = server;
        _port = port;
    }

    /// <summary>As libpq takes it.</summary>
    public string Connection => string.Create(CultureInfo.InvariantCulture, $"host=127.0.0.1 port={_port} dbname=dev user=awsuser password=any");

    /// <summary>Loads the star first.</summary>
    /// <exception cref="BenchException">It does not serve.</exception>
    public static async Task<ServedDatabase> StartAsync(BenchContext context, StarliftProject project, CancellationToken cancel)
    {
        var database = context.WorkFile("served.duckdb");
        BenchContext.Drop(database);
        var run = project.Run(context.Data.All, database);
        await Command.RunAsync(run[0], [.. run.Skip(1)], cancel);
        var port = FreePort();
        var start = new ProcessStartInfo(context.Folders.Starlift, ["serve", "--duckdb", database, "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardError = true,
        };
        var server = Process.Start(start)!;
        var told = await server.StandardError.ReadLineAsync(cancel);
        return told is not null ? new ServedDatabase(server, port) : throw new BenchException("starlift serve ended at once");
    }

    /// <summary>Of the server.</summary>
    public double CpuSeconds()
    {
        _server.Refresh();
        return _server.TotalProcessorTime.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await Command.TryRunAsync("kill", ["-TERM", _server.Id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
