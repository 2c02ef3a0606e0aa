namespace Starlift.Bench;

/// <summary>Only the events, into a staging table on PostgreSQL.</summary>
static class PostgresLoadWorkload
{
    public static Workload Of(BenchContext context, PostgresServer postgres)
    {
        var script = context.Script("postgres-load.sql", new Dictionary<string, string> { ["data"] = context.Data.All });
        return new Workload
        {
            Name = "postgres-load",
            Title = $"Load of {context.Options.Events:N0} events into PostgreSQL",
            Contenders =
            [
                Contender(
                    postgres,
                    "starlift-postgres-load",
                    "`starlift run` of one load: records parsed by Starlift, binary `COPY` into an unlogged table, rejects and ledger kept",
                    StarliftProject.MakeOfEvents(context, postgres).RunOnPostgres(context.Data.All)),
                Contender(
                    postgres,
                    "postgres-jsonb-load",
                    "`\\copy` of lines into a jsonb column, then `create table as select` of typed columns, both unlogged",
                    postgres.Psql(script)),
            ],
            Notes = ["The server runs on the same machine with fsync off; CPU includes the server's."],
        };
    }

    static Contender Contender(PostgresServer postgres, string name, string description, IReadOnlyList<string> command) => new()
    {
        Name = name,
        Description = description,
        PrepareAsync = postgres.RecreateAsync,
        Command = command,
        CpuOfServer = postgres.CpuSeconds,
        FingerprintAsync = (_, cancel) => postgres.FingerprintAsync(StarFingerprints.PostgresEvents, cancel),
    };
}
