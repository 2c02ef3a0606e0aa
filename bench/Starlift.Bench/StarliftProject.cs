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

    /// <summary>The whole project, on a database file.</summary>
    public static StarliftProject Make(BenchContext context)
    {
        var project = new StarliftProject(context, context.WorkFile("project"));
        project.Copy("*");
        project.Write(
            """
            name: sparkify
            vars:
              data:
              db:
            default_target: local
            targets:
              local: { type: duckdb, path: "${db}" }
              small: { type: duckdb, path: "${db}", memory: 2GB }
            """);
        return project;
    }

    /// <summary>The whole project, on PostgreSQL.</summary>
    public static StarliftProject MakeOnPostgres(BenchContext context, PostgresServer postgres) => MakeOnPostgres(context, postgres, "postgres", "*");

    /// <summary>Nothing but the load of events, on PostgreSQL.</summary>
    public static StarliftProject MakeOfEvents(BenchContext context, PostgresServer postgres) =>
        MakeOnPostgres(context, postgres, "events", "staging_events.sql");

    /// <summary>The command that brings a database up to date with a folder of data.</summary>
    public IReadOnlyList<string> Run(string data, string database, string target = "local", string? binary = null) =>
        [binary ?? _context.Folders.Starlift, "run", "-p", _folder, "-t", target, "--var", $"data={data}", "--var", $"db={database}"];

    /// <summary>The command that brings PostgreSQL up to date with a folder of data.</summary>
    public IReadOnlyList<string> RunOnPostgres(string data) =>
        [_context.Folders.Starlift, "run", "-p", _folder, "--var", $"data={data}"];

    static StarliftProject MakeOnPostgres(BenchContext context, PostgresServer postgres, string folder, string pattern)
    {
        var project = new StarliftProject(context, context.WorkFile(folder));
        project.Copy(pattern);
        project.Write(
            $$"""
            name: sparkify
            vars:
              data:
            default_target: team
            targets:
              team: {{postgres.Target}}
            """);
        return project;
    }

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
