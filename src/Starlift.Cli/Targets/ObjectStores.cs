using Starlift.Aws;
using Starlift.Cli.Settings;
using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Cli.Targets;

/// <summary>Where a project's COPY statements find their objects.</summary>
static class ObjectStores
{
    /// <param name="project">Relative paths start at its folder.</param>
    /// <param name="s3">How s3:// is read.</param>
    public static RoutedObjectStore Of(Project project, S3Settings s3) => Of(project.Folder, project.Vars, s3);

    /// <param name="folder">Relative paths start here.</param>
    /// <param name="variables">Those that name folders name data folders.</param>
    /// <param name="s3">How s3:// is read.</param>
    public static RoutedObjectStore Of(string folder, IReadOnlyDictionary<string, string> variables, S3Settings s3) => new RoutedObjectStore(
        new LocalObjectStore(folder, [.. variables.Values, .. s3.AllowedFolders]),
        new Lazy<IObjectStore>(() => s3.Root is { } root ? new S3FolderObjectStore(root, s3.AllowedFolders) : OpenS3(s3)));

    // A method of its own, so that nothing of AWS is loaded before somebody reads S3.
    static S3ObjectStore OpenS3(S3Settings s3) => new(new S3Options
    {
        Profile = s3.Profile,
        Region = s3.Region,
        Retrying = s3.Log is { } log ? new RetryLines(log, TimeProvider.System).Write : null,
    });
}
