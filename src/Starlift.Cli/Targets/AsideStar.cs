using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.DuckDb;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Warehouses;

namespace Starlift.Cli.Targets;

/// <summary>The star that all objects give, built aside in a DuckDB database of its own that is gone when it is disposed of.</summary>
sealed class AsideStar : IAsyncDisposable
{
    const string Name = "aside";
    readonly DirectoryInfo _folder;

    AsideStar(DirectoryInfo folder, IWarehouse warehouse)
    {
        _folder = folder;
        Warehouse = warehouse;
    }

    public IWarehouse Warehouse { get; }

    /// <summary>Runs the project on everything that is listed now.</summary>
    /// <param name="session">The project and its objects; its target is not touched.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <param name="observer">Is told how it gets on.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<AsideStar> BuildAsync(ProjectSession session, S3Settings s3, IRunObserver observer, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("starlift-verify-");
        AsideStar? star = null;
        try
        {
            var target = new TargetSettings(
                Name, DuckDbTargetType.Definition.Name, new Dictionary<string, string> { ["path"] = Path.Combine(folder.FullName, "star.duckdb") }, session.Target.Place);
            star = new AsideStar(
                folder, await OpenTarget.OpenAsync(session.Project, target, session.Store, s3, WarehouseAccess.Write, keepStaging: false, cancel));
            var identity = new RunIdentity(VersionLine.Version, Name, ProjectSession.User, TimeProvider.System);
            await new Runner(session.Project, star.Warehouse, session.Store, observer, identity).RunAsync(RunOptions.Default, cancel);
            return star;
        }
        catch
        {
            await (star?.DisposeAsync() ?? ValueTask.CompletedTask);
            Delete(folder);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Delete(_folder);
    }

    static void Delete(DirectoryInfo folder)
    {
        folder.Refresh();
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }
}
