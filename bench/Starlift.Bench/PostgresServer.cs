using System.Globalization;

namespace Starlift.Bench;

/// <summary>A PostgreSQL of the bench's own, reached by a socket only.</summary>
sealed class PostgresServer : IAsyncDisposable
{
    // At /tmp: the server runs as another user where the bench is root, and a socket's path must be short.
    readonly string _folder;
    readonly string _programs;
    readonly int _pid;

    PostgresServer(string folder, string programs, int pid)
    {
        _folder = folder;
        _programs = programs;
        _pid = pid;
    }

    /// <summary>As libpq and what stands on it take it.</summary>
    public string Connection => $"host={_folder} dbname=bench user=bench";

    /// <summary>What the `targets` of a project need to reach it.</summary>
    public string Target => $"{{ type: postgres, host: {_folder}, database: bench, user: bench, sslmode: disable, staging: keep }}";

    /// <param name="settings">Those that are other than PostgreSQL's own.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static async Task<PostgresServer?> StartAsync(IReadOnlyList<string> settings, CancellationToken cancel)
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
            : Path.GetDirectoryName(Command.Find("initdb"));
        if (programs is null || Command.Find("psql") is null)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("starlift-bench-").FullName;
        var data = Path.Combine(folder, "data");
        string[] asUser = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        if (asUser.Length > 0)
        {
            await Command.RunAsync("chown", ["postgres:postgres", folder], cancel);
        }

        string[] initdb = [.. asUser, Path.Combine(programs, "initdb"), "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
        await Command.RunAsync(initdb[0], [.. initdb.Skip(1)], cancel);
        string[] all = ["listen_addresses=", $"unix_socket_directories={folder}", .. settings];
        string[] start =
        [
            .. asUser, Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-s", "-l", Path.Combine(folder, "log"),
            "-o", string.Join(' ', all.Select(setting => $"-c '{setting}'")), "start",
        ];
        await Command.RunAsync("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1", "sh", .. start], cancel);
        var pid = int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        return new PostgresServer(folder, programs, pid);
    }

    public async Task RecreateAsync(CancellationToken cancel)
    {
        foreach (var sql in (string[])["drop database if exists bench", "create database bench", "checkpoint"])
        {
            await Command.RunAsync("psql", ["-h", _folder, "-U", "bench", "-d", "postgres", "-qc", sql], cancel);
        }
    }

    public IReadOnlyList<string> Psql(string script) =>
        [Command.Find("psql")!, "-h", _folder, "-U", "bench", "-d", "bench", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script];

    /// <summary>A contender whose command fills the star in this server, which is empty before.</summary>
    public Contender Filled(string name, string description, IReadOnlyList<string> command) => new()
    {
        Name = name,
        Description = description,
        PrepareAsync = RecreateAsync,
        Command = command,
        CpuOfServer = CpuSeconds,
        FingerprintAsync = (_, cancel) => FingerprintAsync(StarFingerprints.Postgres, cancel),
    };

    /// <param name="sql">Of <see cref="StarFingerprints"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Fingerprint> FingerprintAsync(string sql, CancellationToken cancel) => Fingerprint.Parse(
        await Command.RunAsync("psql", ["-h", _folder, "-U", "bench", "-d", "bench", "-X", "-q", "-A", "-t", "-F", "\t", "-c", sql], cancel));

    public async Task<string> VersionAsync(CancellationToken cancel) =>
        await Command.RunAsync(Path.Combine(_programs, "postgres"), ["--version"], cancel);

    /// <summary>Of the server and those of its backends that have ended.</summary>
    public double CpuSeconds()
    {
        // Behind the name in parentheses: utime, stime, cutime and cstime are the fields 14 to 17, in hundredths of seconds.
        var stat = File.ReadAllText($"/proc/{_pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / 100.0;
    }

    public async ValueTask DisposeAsync()
    {
        // Not the way to stop a server that is to be used again.
        await Command.TryRunAsync("kill", ["-QUIT", _pid.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
        for (var i = 0; i < 50 && Directory.Exists($"/proc/{_pid}"); i++)
        {
            await Task.Delay(100);
        }

        Directory.Delete(_folder, recursive: true);
    }
}
