using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Cli.Targets;

/// <summary>Where a project's COPY statements find their objects.</summary>
static class ObjectStores
{
    /// <param name="project">Relative paths start at its folder.</param>
    /// <param name="s3Root">A folder in the place of S3; null where there is none.</param>
    public static IObjectStore Of(Project project, string? s3Root) => Of(project.Folder, s3Root);

    /// <param name="folder">Relative paths start here.</param>
    /// <param name="s3Root">A folder in the place of S3; null where there is none.</param>
    public static IObjectStore Of(string folder, string? s3Root) =>
        new RoutedObjectStore(new LocalObjectStore(folder), s3Root is null ? null : new S3FolderObjectStore(s3Root));
}
