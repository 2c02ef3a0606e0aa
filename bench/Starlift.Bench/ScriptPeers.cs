using System.Runtime.InteropServices;

namespace Starlift.Bench;

/// <summary>Peers that are there on some machines only; each that is missing leaves a note.</summary>
static class ScriptPeers
{
    const string PolarsVersion = "0.26.1";

    static string NativePolars =>
        (OperatingSystem.IsMacOS() ? "nodejs-polars-darwin-" : "nodejs-polars-linux-")
            + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")
            + (OperatingSystem.IsMacOS() ? "" : "-gnu");

    public static async Task<IReadOnlyList<Contender>> FindAsync(
        BenchContext context, PostgresServers? postgres, List<string> notes, CancellationToken cancel)
    {
        var peers = new List<Contender>();
        if (await PolarsAsync(context, notes, cancel) is { } polars)
        {
            peers.Add(polars);
        }

        if (postgres is null)
        {
            notes.Add("PostgreSQL is not installed here, so what needs it was left out.");
            return peers;
        }

        peers.Add(Postgres(
            context,
            postgres.AsItComes,
            "postgres-jsonb",
            "PostgreSQL as it comes: `\\copy` of lines into a jsonb column, `insert into … select` of typed columns, then SQL; CPU includes the server's"));
        peers.Add(Postgres(
            context,
            postgres.Tuned,
            "postgres-tuned",
            "the same on a server tuned for loading, fsync off, with unlogged staging, `create table as` in place of inserts, and no keys"));
        if (await PandasAsync(context, postgres.AsItComes, notes, cancel) is { } pandas)
        {
            peers.Add(pandas);
        }

        return peers;
    }

    static Contender Postgres(BenchContext context, PostgresServer server, string name, string description) => server.Filled(
        name, description, server.Psql(context.Script($"{name}.sql", new Dictionary<string, string> { ["data"] = context.Data.All })));

    static async Task<Contender?> PandasAsync(BenchContext context, PostgresServer server, List<string> notes, CancellationToken cancel)
    {
        if (await PythonAsync("pandas, psycopg2", cancel) is not { } python)
        {
            notes.Add("pandas and psycopg2 are not installed here and were left out.");
            return null;
        }

        return server.Filled(
            "pandas-psycopg2",
            "pandas, each table of the star written to PostgreSQL as it comes by psycopg2's COPY; CPU includes the server's",
            [python, Path.Combine(context.Folders.Scripts, "pandas-psycopg2.py"), context.Data.All, server.Connection]);
    }

    /// <summary>A Python that has these modules; null where there is none. A distribution's packages belong to its own, which need not be the first on the PATH.</summary>
    /// <param name="modules">With commas between.</param>
    /// <param name="cancel">Ends the search.</param>
    public static async Task<string?> PythonAsync(string modules, CancellationToken cancel)
    {
        foreach (var python in (string?[])[Command.Find("python3"), "/usr/bin/python3"])
        {
            if (python is not null && await Command.TryRunAsync(python, ["-c", $"import {modules}"], cancel) is not null)
            {
                return python;
            }
        }

        return null;
    }

    static async Task<Contender?> PolarsAsync(BenchContext context, List<string> notes, CancellationToken cancel)
    {
        var folder = Path.Combine(context.Folders.Peers, $"polars-{PolarsVersion}");
        if (Command.Find("node") is not { } node || Command.Find("npm") is not { } npm)
        {
            notes.Add("Node.js is not installed here, so nodejs-polars was left out.");
            return null;
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "nodejs-polars")))
        {
            Directory.CreateDirectory(folder);
            // npm leaves out the native part, which is optional, where it asks for a newer Node.js than it needs.
            await Command.TryRunAsync(
                npm, ["install", "--prefix", folder, "--no-audit", "--no-fund", $"nodejs-polars@{PolarsVersion}", $"{NativePolars}@{PolarsVersion}"], cancel);
        }

        if (await Command.TryRunAsync(node, ["-e", $"require('{folder}/node_modules/nodejs-polars')"], cancel) is null)
        {
            notes.Add("nodejs-polars could not be installed here and was left out.");
            return null;
        }

        var output = context.WorkFile("polars");
        return new Contender
        {
            Name = "polars",
            Description = "nodejs-polars, lazy, star written to Parquet files",
            PrepareAsync = _ =>
            {
                if (Directory.Exists(output))
                {
                    Directory.Delete(output, recursive: true);
                }

                Directory.CreateDirectory(output);
                return Task.CompletedTask;
            },
            Command = [node, Path.Combine(context.Folders.Scripts, "polars.cjs"), context.Data.All, output],
            Environment = new Dictionary<string, string> { ["NODE_PATH"] = Path.Combine(folder, "node_modules") },
            FingerprintAsync = (_, token) => context.StarOfParquetAsync(output, token),
        };
    }
}
