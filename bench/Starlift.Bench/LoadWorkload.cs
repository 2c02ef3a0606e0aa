using System.Text.RegularExpressions;

namespace Starlift.Bench;

/// <summary>Only the events, into a temporary table.</summary>
static partial class LoadWorkload
{
    public static Workload Of(BenchContext context)
    {
        var contenders = new List<Contender>
        {
            Starlift(context, "starlift-load", "`COPY` into a temporary table, rejects on", context.Data.All, context.Folders.Starlift),
            new()
            {
                Name = "read-json",
                Description = "DuckDB's `read_json` with explicit columns at its best settings, into a temporary table",
                Command = [context.Folders.DuckDbHost, ":memory:", context.Script("duckdb-load.sql", new Dictionary<string, string> { ["data"] = context.Data.All })],
                FingerprintAsync = (output, cancel) => FingerprintAsync("staging_events", output, cancel),
            },
        };
        if (!context.Options.IsLarge)
        {
            contenders.Add(Starlift(
                context,
                "starlift-rejects",
                $"the same with one bad record in {BenchData.BadEvery:N0}: each is kept with file, line and reason",
                context.Data.Bad,
                context.Folders.Starlift));
            contenders.Add(Starlift(context, "starlift-load-portable", "`COPY` by the portable build", context.Data.All, context.Folders.Portable));
        }

        return new Workload
        {
            Name = "load",
            Title = $"Load of {context.Options.Events:N0} events",
            Contenders = contenders,
            DoingOtherWork = ["starlift-rejects"],
            Notes = ["The checksum here is over sums of columns and lengths; both scripts end with the same query, which is part of the time."],
        };
    }

    static Contender Starlift(BenchContext context, string name, string description, string data, string binary) => new()
    {
        Name = name,
        Description = description,
        Command = [binary, "sql", Script(context, name, "staging_events", data, "load-fingerprint.sql"), "--duckdb", ":memory:"],
        FingerprintAsync = (output, cancel) => FingerprintAsync("staging_events", output, cancel),
    };

    /// <summary>A script that fills a temporary table and tells its fingerprint.</summary>
    /// <param name="context">Where it is written.</param>
    /// <param name="name">Of the script.</param>
    /// <param name="table">A staging table of the project.</param>
    /// <param name="data">In the place of ${data}.</param>
    /// <param name="fingerprint">The query at its end.</param>
    public static string Script(BenchContext context, string name, string table, string data, string fingerprint)
    {
        // The table and the COPY are those of the project.
        var definition = File.ReadAllText(Path.Combine(context.Folders.Root, "pipelines", "sparkify", "tables", $"{table}.sql"));
        definition = definition[..definition.IndexOf("comment on", StringComparison.Ordinal)].Replace("create table", "create temp table", StringComparison.Ordinal);
        var copy = File.ReadAllText(Path.Combine(context.Folders.Root, "pipelines", "sparkify", "loads", $"{table}.sql"))
            .Replace("${data}", data, StringComparison.Ordinal)
            .TrimEnd().TrimEnd(';');
        var script = context.WorkFile($"{name}.sql");
        var query = File.ReadAllText(Path.Combine(context.Folders.Scripts, fingerprint));
        File.WriteAllText(script, $"{definition}\n{copy}\nmaxerror 100000;\n\n{query}");
        return script;
    }

    /// <summary>What such a script told.</summary>
    public static Task<Fingerprint> FingerprintAsync(string table, string output, CancellationToken cancel)
    {
        var match = Print().Match(output);
        return match.Success
            ? Task.FromResult(Fingerprint.Parse($"{table}\t{match.Groups[1].Value}\t{match.Groups[2].Value}"))
            : throw new BenchException($"no fingerprint in {output}");
    }

    [GeneratedRegex(@"rows=(\d+) (sums=\S+)")]
    private static partial Regex Print();
}
