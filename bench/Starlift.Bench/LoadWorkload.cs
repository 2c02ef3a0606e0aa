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
            Loading(
                context,
                "read-json",
                "DuckDB's `read_json` with explicit columns at its best settings, into a temporary table",
                File.ReadAllText(context.Script("duckdb-load.sql", new Dictionary<string, string> { ["data"] = context.Data.All })),
                script => [context.Folders.DuckDbHost, ":memory:", script]),
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
            Notes = ["The checksum here is over sums of columns and lengths. It is told by another run of the same load, which is not measured; what is measured ends with a count."],
        };
    }

    static Contender Starlift(BenchContext context, string name, string description, string data, string binary) => Loading(
        context, name, description, Load(context, "staging_events", data), script => [binary, "sql", script, "--duckdb", ":memory:"]);

    static Contender Loading(BenchContext context, string name, string description, string load, Func<string, IReadOnlyList<string>> command)
    {
        var measured = Write(context, name, load, "select 'rows=' || cast(count(*) as varchar) as print from staging_events;\n");
        var told = command(Write(context, $"{name}-told", load, FingerprintQuery(context, "load-fingerprint.sql")));
        return new Contender
        {
            Name = name,
            Description = description,
            Command = command(measured),
            FingerprintAsync = async (output, cancel) =>
            {
                var fingerprint = await FingerprintAsync("staging_events", await Command.RunAsync(told[0], [.. told.Skip(1)], cancel), cancel);
                return output.Contains($"rows={fingerprint.Tables[0].Rows}", StringComparison.Ordinal)
                    ? fingerprint
                    : throw new BenchException($"{name} loaded something else when it was measured: {output}, not {fingerprint}");
            },
        };
    }

    /// <summary>A script that fills a temporary table and tells its fingerprint.</summary>
    /// <param name="context">Where it is written.</param>
    /// <param name="name">Of the script.</param>
    /// <param name="table">A staging table of the project.</param>
    /// <param name="data">In the place of ${data}.</param>
    /// <param name="fingerprint">The query at its end.</param>
    public static string Script(BenchContext context, string name, string table, string data, string fingerprint) =>
        Write(context, name, Load(context, table, data), FingerprintQuery(context, fingerprint));

    static string Write(BenchContext context, string name, string load, string query)
    {
        var script = context.WorkFile($"{name}.sql");
        File.WriteAllText(script, $"{load}\n{query}");
        return script;
    }

    static string FingerprintQuery(BenchContext context, string file) => File.ReadAllText(Path.Combine(context.Folders.Scripts, file));

    // The table and the COPY are those of the project.
    static string Load(BenchContext context, string table, string data)
    {
        var definition = File.ReadAllText(Path.Combine(context.Folders.Root, "pipelines", "sparkify", "tables", $"{table}.sql"));
        definition = definition[..definition.IndexOf("comment on", StringComparison.Ordinal)].Replace("create table", "create temp table", StringComparison.Ordinal);
        var copy = File.ReadAllText(Path.Combine(context.Folders.Root, "pipelines", "sparkify", "loads", $"{table}.sql"))
            .Replace("${data}", data, StringComparison.Ordinal)
            .TrimEnd().TrimEnd(';');
        return $"{definition}\n{copy}\nmaxerror 100000;\n";
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
