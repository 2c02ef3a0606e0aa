using Starlift.Cli.Settings;
using Starlift.DuckDb;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Cli.Targets;

/// <summary>A DuckDB database of a command's own beside the target, which is gone when it is disposed of.</summary>
sealed class AsideDatabase : IAsyncDisposable
{
    /// <summary>The name that the database has as a target.</summary>
    public const string Name = "aside";

    readonly DirectoryInfo _folder;

    AsideDatabase(DirectoryInfo folder, IWarehouse warehouse)
    {
        _folder = folder;
        Warehouse = warehouse;
    }

    public IWarehouse Warehouse { get; }

    /// <param name="session">The project and its objects; its target is not touched.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static async Task<AsideDatabase> OpenAsync(ProjectSession session, S3Settings s3, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("starlift-aside-");
        try
        {
            var target = new TargetSettings(
                Name, DuckDbTargetType.Definition.Name, new Dictionary<string, string> { ["path"] = Path.Combine(folder.FullName, "star.duckdb") }, session.Target.Place);
            return new AsideDatabase(folder, await OpenTarget.OpenAsync(session.Project, target, session.Store, s3, WarehouseAccess.Write, keepStaging: false, cancel));
        }
        catch
        {
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
