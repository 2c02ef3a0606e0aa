using System.Diagnostics;

namespace Starlift.Tests.DuckDb;

/// <summary>
/// A disk of its own, small enough to be filled: a tmpfs, which only root can mount. Elsewhere a test that needs one is skipped, but for
/// CI, where it fails. Disposing removes it.
/// </summary>
sealed class SmallDisk : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-disk-");

    public SmallDisk(int megabytes = 8)
    {
        var mounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Folder);
        if (!mounted)
        {
            _folder.Delete();
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "only root can mount a disk to fill");
            Assert.Fail("a tmpfs can't be mounted, and CI is to run this test");
        }
    }

    public string Folder => _folder.FullName;

    public string Database => Path.Combine(Folder, "scratch.duckdb");

    string Filler => Path.Combine(Folder, "filler");

    /// <summary>Leaves so many bytes, rounded to pages.</summary>
    public void Fill(int leave)
    {
        var free = new DriveInfo(Folder).AvailableFreeSpace;
        using var file = new FileStream(Filler, FileMode.Append);
        file.Write(new byte[Math.Max(0, free - leave)]);
    }

    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", Folder);
        _folder.Delete(recursive: true);
    }

    static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
