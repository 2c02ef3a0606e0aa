using System.Globalization;

namespace Starlift.Bench;

/// <summary>What a client of starlift serve waits for, beside one of PostgreSQL with the same star.</summary>
static class ServeWorkload
{
    const int Rows = 1_000_000;
    const int Times = 100;

    public static async Task<Workload> FetchAsync(BenchContext context, StarliftProject project, ServedDatabase served, PostgresServer postgres, string python, CancellationToken cancel)
    {
        await postgres.RecreateAsync(cancel);
        var run = StarliftProject.MakeOnPostgres(context, postgres).RunOnPostgres(context.Data.All);
        await Command.RunAsync(run[0], [.. run.Skip(1)], cancel);
        return Of(
            context, "serve-fetch", $"At most {Rows:N0} plays of nine columns, sorted, fetched by psycopg2", "fetch.py", Rows, served, postgres, python);
    }

    public static Task<Workload> ConnectAsync(BenchContext context, ServedDatabase served, PostgresServer postgres, string python) => Task.FromResult(Of(
        context, "serve-connect", $"Connect, `select 1` and close, {Times} times, by psycopg2", "connect.py", Times, served, postgres, python));

    static Workload Of(BenchContext context, string name, string title, string script, int count, ServedDatabase served, PostgresServer postgres, string python)
    {
        return new Workload
        {
            Name = name,
            Title = title,
            Contenders =
            [
                Client("starlift-serve", "`starlift serve` of a DuckDB file; CPU includes the server's", served.Connection, served.CpuSeconds),
                Client("postgres", "PostgreSQL, tuned for loading; CPU includes the server's", postgres.Connection, postgres.CpuSeconds),
            ],
        };

        Contender Client(string contender, string description, string connection, Func<double> cpuOfServer) => new()
        {
            Name = contender,
            Description = description,
            Command = [python, Path.Combine(context.Folders.Scripts, script), connection, count.ToString(CultureInfo.InvariantCulture)],
            CpuOfServer = cpuOfServer,
            FingerprintAsync = (output, _) => Task.FromResult(Fingerprint.Parse(output)),
        };
    }
}
