using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Starlift.Torture;

/// <summary>A PostgreSQL on loopback, to be killed and started again.</summary>
sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "starlift";

    const int StartingAttempts = 200;
    static readonly string[] Unprivileged = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    readonly string _programs;
    readonly string _folder;

    PostgresServer(string programs, string folder, int port)
    {
        _programs = programs;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    string Data => Path.Combine(_folder, "data");

    /// <summary>The folder of initdb and its like; null where there is no PostgreSQL on this machine.</summary>
    public static string? FindPrograms() => (Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <param name="programs">Of <see cref="FindPrograms"/>.</param>
    /// <param name="folder">Is made.</param>
    public static async Task<PostgresServer> MakeAsync(string programs, string folder)
    {
        var server = new PostgresServer(programs, folder, FreePort());
        Directory.CreateDirectory(folder);
        await server.OwnAsync();
        await Command.RunAsync([.. Unprivileged, Path.Combine(programs, "initdb"), "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await File.AppendAllTextAsync(
            Path.Combine(server.Data, "postgresql.conf"),
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = off
            full_page_writes = off
            autovacuum = off
            wal_level = minimal
            max_wal_senders = 0
            max_connections = 30
            shared_buffers = 32MB

            """);
        await server.StartAsync();
        return server;
    }

    /// <summary>Another server that holds the same; this one is stopped meanwhile.</summary>
    public async Task<PostgresServer> CloneAsync(string folder)
    {
        await ControlAsync("-m", "fast", "-w", "stop");
        var clone = new PostgresServer(_programs, folder, FreePort());
        await Command.RunAsync("cp", "-a", _folder, folder);
        await StartAsync();
        await clone.StartAsync();
        return clone;
    }

    /// <summary>A connection, as soon as the server takes one.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database)
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = new NpgsqlConnection(
                $"Host=127.0.0.1;Port={Port};Database={database};Username={User};Pooling=false;SSL Mode=Disable;GSS Encryption Mode=Disable;Timeout=15;Command Timeout=60");
            try
            {
                await connection.OpenAsync();
                return connection;
            }
            catch (NpgsqlException) when (attempt < StartingAttempts)
            {
                await connection.DisposeAsync();
                await Task.Delay(Pause);
            }
        }
    }

    /// <summary>Nobody is told, nothing is written: every process of it ends at once.</summary>
    public async Task KillAsync()
    {
        var processes = Processes();
        processes.ForEach(process => Native.Send(process, Native.Kill));
        while (processes.Exists(IsAlive))
        {
            await Task.Delay(1);
        }
    }

    /// <summary>One process that serves a client ends at once; the server then ends all others and recovers by itself.</summary>
    /// <returns>False where there was none.</returns>
    public async Task<bool> KillSessionAsync(string database)
    {
        await using var look = new Look(await OpenAsync("postgres"));
        var sessions = await look.QueryAsync($"select pid from pg_stat_activity where datname = '{database}' and backend_type = 'client backend' order by pid limit 1");
        sessions.ToList().ForEach(session => Native.Send(int.Parse(session, CultureInfo.InvariantCulture), Native.Kill));
        return sessions.Count > 0;
    }

    /// <summary>A server that was killed may hold its memory for a moment more.</summary>
    public async Task StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ControlAsync("-w", "-t", "120", "-o", $"-p {Port}", "-l", Path.Combine(_folder, "log"), "start");
                return;
            }
            catch (InvalidOperationException) when (attempt < StartingAttempts)
            {
                await Task.Delay(Pause);
            }
        }
    }

    public Task DumpAsync(string database, string file) => Command.TryAsync(
        Path.Combine(_programs, "pg_dump"), "-h", "127.0.0.1", "-p", $"{Port}", "-U", User, "-f", file, database);

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await KillAsync();
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server's first process and its children.
    List<int> Processes()
    {
        var first = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        return [first, .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]) && ParentOf(name) == first)
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))];
    }

    static int ParentOf(string process) => StatusOf(process) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : 0;

    static bool IsAlive(int process) => StatusOf($"{process}") is [not ("Z" or "X"), ..];

    /// <summary>State, parent and more; empty where there is no such process.</summary>
    static string[] StatusOf(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    Task OwnAsync() => Environment.IsPrivilegedProcess ? Command.RunAsync("chown", "-R", "postgres:postgres", _folder) : Task.CompletedTask;

    Task<string> ControlAsync(params string[] arguments) => Command.RunAsync([.. Unprivileged, Path.Combine(_programs, "pg_ctl"), "-D", Data, "-s", .. arguments]);
}
