using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Starlift.Conformance;
using Starlift.Postgres;

namespace Starlift.WarehouseTests;

/// <summary>A server of a test's own, which may be killed. Its certificate has expired.</summary>
sealed class OwnPostgres : IAsyncDisposable
{
    static readonly string[] Unprivileged = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];
    readonly PostgresServer _server;
    readonly DirectoryInfo _folder;

    OwnPostgres(PostgresServer server, DirectoryInfo folder, int port)
    {
        _server = server;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    public PostgresOptions Options => _server.OptionsFor("postgres") with { Port = Port, SslMode = "require", RootCertificate = null };

    /// <param name="server">Whose user and password it has.</param>
    /// <param name="tls">It offers TLS.</param>
    public static async Task<OwnPostgres> StartAsync(PostgresServer server, bool tls = true)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var own = new OwnPostgres(server, Directory.CreateTempSubdirectory("starlift-postgres-"), port);
        var data = own.Data;
        var password = Path.Combine(own._folder.FullName, "password");
        await File.WriteAllTextAsync(password, server.Password);
        await own.OwnAsync();
        await RunAsync([.. Unprivileged, Path.Combine(server.Programs, "initdb"), "-D", data, "-U", server.User, "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        File.Copy(Path.Combine(server.Certificates, "expired.crt"), Path.Combine(data, "server.crt"));
        File.Copy(Path.Combine(server.Certificates, "server.key"), Path.Combine(data, "server.key"));
        await RunAsync(["chmod", "600", Path.Combine(data, "server.key")]);
        await File.AppendAllTextAsync(
            Path.Combine(data, "postgresql.conf"),
            $"port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nssl = {(tls ? "on" : "off")}\nfsync = off\nmax_connections = 20\nshared_buffers = 16MB\n");
        await own.OwnAsync();
        await own.ControlAsync("-w", "-l", Path.Combine(own._folder.FullName, "log"), "start");
        return own;
    }

    /// <summary>As a crash ends it: nobody is told, nothing is written.</summary>
    public Task KillAsync() => ControlAsync("-m", "immediate", "-w", "stop");

    /// <summary>Starts it again; it recovers.</summary>
    public Task RestartAsync() => ControlAsync("-w", "-l", Path.Combine(_folder.FullName, "log"), "start");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await ControlAsync("-m", "immediate", "-w", "stop");
        }

        _folder.Delete(recursive: true);
    }

    string Data => Path.Combine(_folder.FullName, "data");

    Task OwnAsync() => Environment.IsPrivilegedProcess ? RunAsync(["chown", "-R", "postgres:postgres", _folder.FullName]) : Task.CompletedTask;

    Task ControlAsync(params string[] arguments) => RunAsync([.. Unprivileged, Path.Combine(_server.Programs, "pg_ctl"), "-D", Data, "-s", .. arguments]);

    // A server that inherits a pipe keeps it open: its output goes nowhere.
    static async Task RunAsync(IReadOnlyList<string> command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1 < /dev/null", "sh", .. command]))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}");
    }
}
