namespace Starlift.Torture.Harms;

/// <summary>A folder is a disk of its own that is nearly full.</summary>
/// <param name="OfDatabase">The database's; else the temporary one.</param>
/// <param name="Bytes">Of the disk.</param>
sealed record FullDisk(bool OfDatabase, long Bytes) : Harm
{
    const string Plenty = "remount,size=512m";

    public override string Kind => OfDatabase ? "disk of the database full" : "disk of the temporary folder full";

    public override string Words => $"{Kind} at {Bytes:N0} bytes";

    /// <summary>Whether this machine lets the user mount, which takes root.</summary>
    public static async Task<bool> IsPossibleAsync(string folder)
    {
        var probe = Path.Combine(folder, "mount-probe");
        Directory.CreateDirectory(probe);
        var (exitCode, _) = await Command.TryAsync("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe);
        if (exitCode == 0)
        {
            await Command.RunAsync("umount", probe);
        }

        Directory.Delete(probe);
        return exitCode == 0;
    }

    public override Task PrepareAsync(MomentFolder folder) => Command.RunAsync("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "tmpfs", PathOf(folder));

    public override async Task<Harmed> DoAsync(Scene scene)
    {
        using var running = scene.Start();
        var end = await running.EndAsync();
        await Command.RunAsync("mount", "-o", Plenty, PathOf(scene.Folder));
        return new Harmed(end) { IsDiskFull = true };
    }

    public override async Task CleanUpAsync(MomentFolder folder)
    {
        // What the disk held is kept for who looks into the moment.
        var path = PathOf(folder);
        var kept = $"{path}.kept";
        Folders.Copy(path, kept);
        await Command.RunAsync("umount", "-l", path);
        Directory.Delete(path);
        Directory.Move(kept, path);
    }

    string PathOf(MomentFolder folder) => OfDatabase ? folder.Database : folder.Temporary;
}
