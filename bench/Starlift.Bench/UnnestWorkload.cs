namespace Starlift.Bench;

/// <summary>Nested records of a SUPER column as rows.</summary>
static class UnnestWorkload
{
    public static Workload Of(BenchContext context)
    {
        var variables = new Dictionary<string, string> { ["data"] = UnnestData.Make(context.Folders) };
        return new Workload
        {
            Name = "unnest",
            Title = $"Nested records of {UnnestData.Events:N0} events as rows",
            Contenders =
            [
                Of("starlift-unnest", "`COPY` of whole files into a SUPER column, and `FROM staging s, s.records r`", [context.Folders.Starlift, "sql", context.Script("unnest-redshift.sql", variables), "--duckdb", ":memory:"]),
                Of("duckdb-unnest", "DuckDB's `read_json_objects` and `unnest`", [context.Folders.DuckDbHost, ":memory:", context.Script("unnest-duckdb.sql", variables)]),
            ],
            Notes = ["The checksum here is over counts and lengths of columns. The number of events is the same whatever `--events` says."],
        };
    }

    static Contender Of(string name, string description, IReadOnlyList<string> command) => new()
    {
        Name = name,
        Description = description,
        Command = command,
        FingerprintAsync = (output, cancel) => LoadWorkload.FingerprintAsync("events", output, cancel),
    };
}
