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

    public static StarliftProject Make(BenchContext context)
    {
        var from = Path.Combine(context.Folders.Root, "pipelines", "sparkify");
        var to = context.WorkFile("project");
        foreach (var kind in (string[])["tables", "loads", "models"])
        {
            Directory.CreateDirectory(Path.Combine(to, kind));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, kind)))
            {
                File.Copy(file, Path.Combine(to, kind, Path.GetFileName(file)), overwrite: true);
            }
        }

        File.WriteAllText(
            Path.Combine(to, "starlift.yaml"),
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
        return new StarliftProject(context, to);
    }

    /// <summary>The command that brings a database up to date with a folder of data.</summary>
    public IReadOnlyList<string> Run(string data, string database, string target = "local", string? binary = null) =>
        [binary ?? _context.Folders.Starlift, "run", "-p", _folder, "-t", target, "--var", $"data={data}", "--var", $"db={database}"];
}
