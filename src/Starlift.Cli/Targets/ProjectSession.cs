using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Warehouses;

namespace Starlift.Cli.Targets;

/// <summary>A project, its object store and its open target: what most commands work with.</summary>
sealed class ProjectSession : IAsyncDisposable
{
    ProjectSession(Project project, TargetSettings target, RoutedObjectStore store, IWarehouse warehouse)
    {
        Project = project;
        Target = target;
        Store = store;
        Warehouse = warehouse;
    }

    /// <summary>Who this process works for: user@machine.</summary>
    public static string User => $"{Environment.UserName}@{Environment.MachineName}";

    public Project Project { get; }

    public TargetSettings Target { get; }

    public RoutedObjectStore Store { get; }

    public IWarehouse Warehouse { get; }

    /// <param name="options">Which project and target.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="keepStaging">Staging tables are kept in the warehouse.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static Task<ProjectSession> OpenAsync(GlobalOptions options, S3Settings s3, bool keepStaging, CancellationToken cancel) =>
        OpenAsync(options.ReadProject(OpenTarget.Prepare), options.Target, s3, keepStaging, cancel);

    /// <param name="project">As it was read.</param>
    /// <param name="targetName">Null for the project's default.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="keepStaging">Staging tables are kept in the warehouse.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static Task<ProjectSession> OpenAsync(
        Project project, string? targetName, S3Settings s3, bool keepStaging, CancellationToken cancel) =>
        OpenAsync(project, targetName, StoreOf(project, targetName, s3), s3, keepStaging, cancel);

    /// <param name="project">As it was read.</param>
    /// <param name="targetName">Null for the project's default.</param>
    /// <param name="store">Where the project's objects are.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="keepStaging">Staging tables are kept in the warehouse.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static async Task<ProjectSession> OpenAsync(
        Project project, string? targetName, RoutedObjectStore store, S3Settings s3, bool keepStaging, CancellationToken cancel)
    {
        var target = project.Target(targetName);
        return new ProjectSession(project, target, store, await OpenTarget.OpenAsync(project, target, store, s3, WarehouseAccess.Write, keepStaging, cancel));
    }

    /// <summary>For commands that change nothing: the warehouse refuses whatever writes, and nothing is made where nothing is.</summary>
    /// <param name="options">Which project and target.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static Task<ProjectSession> OpenToReadAsync(GlobalOptions options, S3Settings s3, CancellationToken cancel) =>
        OpenToReadAsync(options.ReadProject(OpenTarget.Prepare), options.Target, s3, cancel);

    /// <inheritdoc cref="OpenToReadAsync(GlobalOptions, S3Settings, CancellationToken)"/>
    /// <param name="project">As it was read.</param>
    /// <param name="targetName">Null for the project's default.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static Task<ProjectSession> OpenToReadAsync(Project project, string? targetName, S3Settings s3, CancellationToken cancel) =>
        OpenToReadAsync(project, targetName, StoreOf(project, targetName, s3), s3, cancel);

    /// <inheritdoc cref="OpenToReadAsync(GlobalOptions, S3Settings, CancellationToken)"/>
    /// <param name="project">As it was read.</param>
    /// <param name="targetName">Null for the project's default.</param>
    /// <param name="store">Where the project's objects are.</param>
    /// <param name="s3">How s3:// is read.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static async Task<ProjectSession> OpenToReadAsync(Project project, string? targetName, RoutedObjectStore store, S3Settings s3, CancellationToken cancel)
    {
        var target = project.Target(targetName);
        return new ProjectSession(
            project, target, store, await OpenTarget.OpenAsync(project, target, store, s3, WarehouseAccess.Read, keepStaging: false, cancel));
    }

    /// <summary>Where the project's objects are, as its target reaches them.</summary>
    /// <param name="project">As it was read.</param>
    /// <param name="targetName">Null for the project's default.</param>
    /// <param name="s3">How s3:// is read.</param>
    public static RoutedObjectStore StoreOf(Project project, string? targetName, S3Settings s3) =>
        ObjectStores.Of(project, TargetRegion.Fill(project, project.Target(targetName), s3));

    /// <summary>Runs or plans the project on its target, as this version of Starlift.</summary>
    public Runner RunnerFor(IRunObserver observer) =>
        new(Project, Warehouse, Store, observer, new RunIdentity(VersionLine.Version, Target.Name, User, TimeProvider.System));

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();
}
