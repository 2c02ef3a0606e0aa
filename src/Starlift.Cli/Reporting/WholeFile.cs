namespace Starlift.Cli.Reporting;

/// <summary>A file that others find as it was or whole, whatever becomes of the process that writes it.</summary>
static class WholeFile
{
    const string Unfinished = "unfinished";

    /// <summary>
    /// Writes beside the file and puts it in its place at the end. What writers that were killed have left beside it is taken away; those that
    /// are still at work keep theirs.
    /// </summary>
    /// <param name="path">A full path in a folder that is there.</param>
    /// <param name="content">All of it.</param>
    /// <param name="cancel">Ends the writing; the file is then as it was.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        RemoveLeftovers(path);
        var unfinished = $"{path}.{Guid.NewGuid():N}.{Unfinished}";
        try
        {
            // Open until it is in its place: the lock tells other writers that somebody is at work.
            await using var file = new FileStream(
                unfinished, FileMode.CreateNew, FileAccess.Write, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
            await file.WriteAsync(content, cancel);
            await file.FlushAsync(cancel);
            KeepRights(path, unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static void RemoveLeftovers(string path)
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"*.{Unfinished}")
            .Where(left => left.StartsWith($"{path}.", StringComparison.Ordinal)))
        {
            try
            {
                // A process that ends gives its lock back, however it ends.
                using var lockable = new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete);
                File.Delete(left);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody is at work on it, or it is somebody else's.
            }
        }
    }

    // Whoever let others read the file does not have to do so again.
    static void KeepRights(string path, string unfinished)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(unfinished, File.GetUnixFileMode(path));
        }
    }
}
