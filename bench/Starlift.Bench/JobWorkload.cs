namespace Starlift.Bench;

/// <summary>Everything: process start, both loads, the five star tables.</summary>
static class JobWorkload
{
    public static async Task<Workload> MakeAsync(BenchContext context, StarliftProject project, PostgresServers? postgres, CancellationToken cancel)
    {
        var notes = new List<string>();
        var contenders = new List<Contender>
        {
            Starlift(context, project, "starlift", "`starlift run`: rejects, ledger, merge and checks included", "local"),
            context.Options.IsLarge
                ? Starlift(context, project, "starlift-2gb", "the same with `memory: 2GB` at the target", "small")
                : Starlift(
                    context, project, "starlift-portable", "the same by the portable build, which is compiled at run time in part", "local", context.Folders.Portable),
            Script(context, "duckdb-expert", "DuckDB script with every trick known"),
            ExpertInNewFormat(context),
            Script(context, "duckdb-default", "DuckDB script at default settings") with { MaxRuns = context.Options.IsLarge ? 1 : int.MaxValue },
        };
        if (context.Options.IsLarge)
        {
            notes.Add("At this size the peers that would take many minutes are left out.");
        }
        else
        {
            if (postgres is not null)
            {
                contenders.Add(StarliftOnPostgres(context, postgres.Tuned));
            }

            contenders.AddRange(await ScriptPeers.FindAsync(context, postgres, notes, cancel));
        }

        return new Workload
        {
            Name = "job",
            Title = $"Whole job: {context.Options.Events:N0} events and {context.Options.Songs:N0} song files into five star tables",
            Contenders = contenders,
            Notes = notes,
        };
    }

    static Contender Starlift(BenchContext context, StarliftProject project, string name, string description, string target, string? binary = null)
    {
        var database = context.WorkFile($"{name}-star.duckdb");
        return new Contender
        {
            Name = name,
            Description = description,
            PrepareAsync = _ => Dropped(database),
            Command = project.Run(context.Data.All, database, target, binary),
            FingerprintAsync = (_, cancel) => context.StarOfAsync(database, cancel),
        };
    }

    static Contender StarliftOnPostgres(BenchContext context, PostgresServer postgres) => postgres.Filled(
        "starlift-postgres",
        "`starlift run` on PostgreSQL, a server tuned for loading; CPU includes the server's",
        StarliftProject.MakeOnPostgres(context, postgres).RunOnPostgres(context.Data.All));

    static Contender ExpertInNewFormat(BenchContext context) => Script(
        context,
        "duckdb-expert",
        "the same script, writing the format of DuckDB 1.4 as Starlift does, instead of DuckDB's default",
        "v1.4.0");

    static Contender Script(BenchContext context, string script, string description, string? format = null)
    {
        var name = format is null ? script : $"{script}-{format}";
        var database = context.WorkFile($"{name}-star.duckdb");
        var file = context.Script($"{script}.sql", new Dictionary<string, string> { ["data"] = context.Data.All });
        return new Contender
        {
            Name = name,
            Description = description,
            PrepareAsync = _ => Dropped(database),
            Command = [context.Folders.DuckDbHost, database, file, .. format is null ? Array.Empty<string>() : [format]],
            FingerprintAsync = (_, cancel) => context.StarOfAsync(database, cancel),
        };
    }

    static Task Dropped(string database)
    {
        BenchContext.Drop(database);
        return Task.CompletedTask;
    }
}
