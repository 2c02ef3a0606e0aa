namespace Starlift.Bench;

/// <summary>What all workloads share.</summary>
sealed class BenchContext(BenchFolders folders, BenchOptions options, BenchData data)
{
    public BenchFolders Folders => folders;

    public BenchOptions Options => options;

    public BenchData Data => data;

    /// <summary>Full path of a file of the run at hand.</summary>
    public string WorkFile(string name) => Path.Combine(folders.Work, name);

    /// <summary>A script with its variables filled in.</summary>
    /// <returns>Where it is now.</returns>
    public string Script(string name, IReadOnlyDictionary<string, string> variables)
    {
        var text = variables.Aggregate(
            File.ReadAllText(Path.Combine(folders.Scripts, name)),
            (text, variable) => text.Replace($"${{{variable.Key}}}", variable.Value, StringComparison.Ordinal));
        var path = WorkFile(name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Deletes a DuckDB database and what may lie beside it.</summary>
    public static void Drop(string database)
    {
        File.Delete(database);
        File.Delete(database + ".wal");
        if (Directory.Exists(database + ".tmp"))
        {
            Directory.Delete(database + ".tmp", recursive: true);
        }
    }

    /// <summary>Of the star in a DuckDB database.</summary>
    public Task<Fingerprint> StarOfAsync(string database, CancellationToken cancel) =>
        FingerprintAsync(database, StarFingerprints.DuckDb("{0}"), cancel);

    /// <summary>Of the star in Parquet files of a folder.</summary>
    public Task<Fingerprint> StarOfParquetAsync(string folder, CancellationToken cancel) =>
        FingerprintAsync(":memory:", StarFingerprints.DuckDb($"'{folder}/{{0}}.parquet'"), cancel);

    // In a process of its own: the memory it takes would count as that of the next process that the bench measures.
    async Task<Fingerprint> FingerprintAsync(string database, string sql, CancellationToken cancel)
    {
        var script = WorkFile("fingerprint.sql");
        await File.WriteAllTextAsync(script, sql, cancel);
        return Fingerprint.Parse(await Command.RunAsync(folders.DuckDbHost, [database, script], cancel));
    }
}
