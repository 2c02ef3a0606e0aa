using DuckDB.NET.Data;

namespace Starlift.Torture;

/// <summary>A file a folder.</summary>
/// <param name="kept">A folder for the files that moments begin with.</param>
sealed class DuckDbSite(string kept) : Site
{
    const string Name = "sparkify.duckdb";

    public static string FileOf(MomentFolder folder) => Path.Combine(folder.Database, Name);

    public override string Keys(string folder) => $"type: duckdb, path: \"{Path.Combine(folder, "database", Name)}\"";

    public override Task PutAsync(MomentFolder folder, string state)
    {
        if (state != Work.Nothing)
        {
            File.Copy(Path.Combine(kept, state), FileOf(folder));
        }

        return Task.CompletedTask;
    }

    public override Task KeepAsync(MomentFolder folder, string state)
    {
        Directory.CreateDirectory(kept);
        File.Copy(FileOf(folder), Path.Combine(kept, state));
        return Task.CompletedTask;
    }

    public override Task<Look> LookAsync(MomentFolder folder) => LookAsync(FileOf(folder), Path.Combine(folder.Path, "look"));

    /// <summary>Looks at copies of the file and its log: opening them replays the log, and starlift is to do that itself.</summary>
    public static async Task<Look> LookAsync(string file, string scratch)
    {
        Directory.CreateDirectory(scratch);
        foreach (var part in new[] { file, $"{file}.wal" }.Where(File.Exists))
        {
            File.Copy(part, Path.Combine(scratch, Path.GetFileName(part)), overwrite: true);
        }

        var connection = new DuckDBConnection("DataSource=:memory:;threads=1");
        try
        {
            await connection.OpenAsync();
            await using var attach = connection.CreateCommand();
            attach.CommandText = $"ATTACH '{Path.Combine(scratch, Path.GetFileName(file)).Replace("'", "''", StringComparison.Ordinal)}' AS looked_at; USE looked_at";
            await attach.ExecuteNonQueryAsync();
            return new Look(connection, () => Directory.Delete(scratch, recursive: true));
        }
        catch (DuckDBException e)
        {
            await connection.DisposeAsync();
            throw new UnopenableException(e.Message.Split('\n')[0], e);
        }
    }

    public override async Task<Usual> WatchAsync(Scene scene)
    {
        using var writes = new Writes(scene.Folder.Database);
        var usual = await MeasureAsync(scene);
        return usual with { Writes = writes.Count, Size = new FileInfo(FileOf(scene.Folder)).Length };
    }

    public override Task DropAsync(MomentFolder folder, bool keepsFiles) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
