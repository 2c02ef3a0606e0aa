namespace Starlift.Bench;

/// <summary>The project that Starlift runs: pipelines/sparkify with targets of the bench's own.</summary>
sealed class StarliftProject
{
    readonly BenchContext _context;
    readonly string _folder;

    StarliftProject(BenchContext context, string folder)
    {
        _context = context;
        _folder = folder;
    }

    public static StarliftProject Make(BenchContext context, PostgresServer? postgres)
    {
        var project = new StarliftProject(context, context.WorkFile("project"));
        project.Copy("*");
        project.Write(
            $$"""
            name: sparkify
            vars:
              data:
              db:
            default_target: local
            targets:
              local: { type: duckdb, path: "${db}" }
              small: { type: duckdb, path: "${db}", memory: 2GB }
              {{(postgres is null ? "" : $"team: {postgres.Target}")}}
            """);
        return project;
    }

    /// <summary>Nothing but the load of events, on PostgreSQL.</summary>
    public static StarliftProject MakeOfEvents(BenchContext context, PostgresServer postgres)
    {
        var project = new StarliftProject(context, context.WorkFile("events"));
        project.Copy("staging_events.sql");
        project.Write(
            $$"""
            name: events
            vars:
              data:
              db:
            default_target: team
            targets:
              team: {{postgres.Target}}
            """);
        return project;
    }

    /// <summary>The command that brings a database up to date with a folder of data.</summary>
    public IReadOnlyList<string> Run(string data, string database, string target = "local", string? binary = null) =>
        [binary ?? _context.Folders.Starlift, "run", "-p", _folder, "-t", target, "--var", $"data={data}", "--var", $"db={database}"];

    /// <summary>The command that brings PostgreSQL up to date with a folder of data; there is no file of a database then.</summary>
    public IReadOnlyList<string> RunOnPostgres(string data) =>
        Run(data, database: "", target: "team");

    void Copy(string pattern)
    {
        var from = Path.Combine(_context.Folders.Root, "pipelines", "sparkify");
        foreach (var kind in (string[])["tables", "loads", "models"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, kind));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, kind), pattern))
            {
                File.Copy(file, Path.Combine(_folder, kind, Path.GetFileName(file)), overwrite: true);
            }
        }
    }

    void Write(string yaml) => File.WriteAllText(Path.Combine(_folder, "starlift.yaml"), yaml);
}
