namespace Starlift.Cli.Serving;

/// <summary>A folder that is there as long as this is.</summary>
sealed class PassingFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-serve-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
