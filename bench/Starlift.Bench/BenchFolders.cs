namespace Starlift.Bench;

/// <summary>Where things are. Full paths.</summary>
sealed record BenchFolders(string Root)
{
    /// <summary>Generated data, reused.</summary>
    public string Data => Path.Combine(Root, "artifacts", "bench-data");

    /// <summary>Databases and filled scripts of the run at hand.</summary>
    public string Work => Path.Combine(Root, "artifacts", "bench-work");

    public string Scripts => Path.Combine(Root, "bench", "scripts");

    public string Results => Path.Combine(Root, "bench", "results");

    /// <summary>Peers that the bench installs for itself.</summary>
    public string Peers => Path.Combine(Root, "artifacts", "bench-peers");

    /// <summary>The native executable of ./build native. ./build makes all of them before it starts the bench.</summary>
    public string Starlift => Path.Combine(Root, "artifacts", "native", "starlift");

    /// <summary>What ./starlift runs and what is packed: it needs the .NET runtime.</summary>
    public string Portable => Path.Combine(Root, "artifacts", "bench", "starlift", "starlift");

    public string S3Host => Path.Combine(Root, "artifacts", "bench", "s3-host", "S3Host");

    public string DuckDbHost => Path.Combine(Root, "artifacts", "bench", "duckdb-host", "DuckDbHost");

    public static BenchFolders Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Starlift.slnx")))
        {
            folder = folder.Parent;
        }

        return new BenchFolders(folder?.FullName ?? throw new BenchException("not inside a Starlift checkout"));
    }
}
