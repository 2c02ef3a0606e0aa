using System.Globalization;
using Starlift.Cli.Serving;
using Starlift.Cli.Settings;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Postgres;
using Starlift.Projects;
using Starlift.Redshift;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Targets;

/// <summary>Opens the warehouse that a project's target names: the one place that knows all adapters.</summary>
static class OpenTarget
{
    /// <summary>Begins what takes long and depends on the target's type alone. To be called where a target of that type will be opened.</summary>
    public static void Prepare(TargetSettings target)
    {
        if (target.Type == DuckDbTargetType.Definition.Name)
        {
            DuckDbWarehouse.Prepare();
        }
    }

    /// <param name="project">Declares tables and the target.</param>
    /// <param name="target">Which of its targets.</param>
    /// <param name="store">Where COPY reads objects, and where manifests are put.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <param name="access">What for.</param>
    /// <param name="keepStaging">Staging tables are kept, whatever the target says.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <exception cref="StarliftException">It can't be opened; nothing was made.</exception>
    public static async Task<IWarehouse> OpenAsync(
        Project project, TargetSettings target, RoutedObjectStore store, S3Settings s3, WarehouseAccess access, bool keepStaging, CancellationToken cancel)
    {
        PrivateFiles.Make(project.FilesArePrivate);
        var warehouse = await OpenAnyAsync(project, target, store, s3, access, keepStaging, cancel);
        return project.Secrets.IsEmpty ? warehouse : new RedactingWarehouse(warehouse, project.Secrets);
    }

    static async Task<IWarehouse> OpenAnyAsync(
        Project project, TargetSettings target, RoutedObjectStore store, S3Settings s3, WarehouseAccess access, bool keepStaging, CancellationToken cancel)
    {
        CreateTable? TableOf(TableName table) => project.Table(table)?.Definition;
        return target.Type switch
        {
            var type when type == RedshiftTargetType.Definition.Name => await OpenRedshiftAsync(project, target, store, s3, access, TableOf, cancel),
            var type when type == PostgresTargetType.Definition.Name => await OpenPostgresAsync(project, target, store, access, keepStaging, TableOf, cancel),
            var type when type == DuckDbTargetType.Definition.Name => await OpenDuckDbAsync(project, target, store, access, keepStaging, TableOf, cancel),
            var type => throw new ConfigurationException(
                $"the target '{target.Name}' is of type {type}, which this version of Starlift can't open",
                target.Place,
                $"it opens {string.Join(", ", KnownTargetTypes.All.Select(known => known.Name))}"),
        };
    }

    /// <summary>For a command that tells whatever it meets: leaves it to the server that holds the target's database, where one does.</summary>
    /// <exception cref="ServedException">One does.</exception>
    public static async Task YieldAsync(Project project, TargetSettings target, CancellationToken cancel)
    {
        if (target.Type != DuckDbTargetType.Definition.Name || ServedFile.Find(PathOf(project, target)) is null)
        {
            return;
        }

        try
        {
            await using var opened = await OpenDuckDbAsync(new DuckDbOptions { Path = PathOf(project, target), Access = WarehouseAccess.Read }, _ => null, new LocalObjectStore(project.Folder), cancel);
        }
        catch (StarliftException e) when (e is not ServedException)
        {
            // The command itself tells it.
        }
    }

    // Methods of their own, so that no driver is loaded before its target is opened.
    static async Task<IWarehouse> OpenPostgresAsync(
        Project project, TargetSettings target, IObjectStore store, WarehouseAccess access, bool keepStaging, Func<TableName, CreateTable?> tables, CancellationToken cancel) =>
        await PostgresWarehouse.OpenAsync(PostgresTarget.OptionsOf(project, target, keepStaging) with { Access = access }, tables, store, cancel);

    static async Task<IWarehouse> OpenRedshiftAsync(
        Project project, TargetSettings target, RoutedObjectStore store, S3Settings s3, WarehouseAccess access, Func<TableName, CreateTable?> tables, CancellationToken cancel)
    {
        var (filled, aws) = target.Values.ContainsKey("stack") ? await StackTarget.FillAsync(project, target, s3, cancel) : (target, s3);
        if (DataApiTarget.Is(filled))
        {
            return DataApiTarget.Open(project, filled, aws, access, tables);
        }

        return await RedshiftWarehouse.OpenAsync(RedshiftTarget.OptionsOf(project, filled, aws) with { Access = access }, tables, store, store, cancel);
    }

    static async Task<IWarehouse> OpenDuckDbAsync(
        Project project, TargetSettings target, RoutedObjectStore store, WarehouseAccess access, bool keepStaging, Func<TableName, CreateTable?> tables, CancellationToken cancel) =>
        await OpenDuckDbAsync(DuckDbOptionsOf(project, target, keepStaging) with { Access = access }, tables, store, cancel);

    /// <summary>Opens a DuckDB database.</summary>
    /// <exception cref="ServedException">A server holds it.</exception>
    /// <exception cref="StarliftException">It can't be opened.</exception>
    public static async Task<IWarehouse> OpenDuckDbAsync(DuckDbOptions options, Func<TableName, CreateTable?> tables, IObjectStore store, CancellationToken cancel)
    {
        try
        {
            return await DuckDbWarehouse.OpenAsync(options, tables, store, cancel);
        }
        catch (StarliftException e) when (e.ExitCode == ExitCode.Locked && ServedFile.Find(options.Path) is { } place)
        {
            throw new ServedException(e, place);
        }
    }

    /// <summary>The full path of the database of a target of type duckdb, or :memory:.</summary>
    public static string PathOf(Project project, TargetSettings target) =>
        target.Values["path"] is var path && path == ":memory:" ? path : Path.GetFullPath(Path.Combine(project.Folder, path));

    static DuckDbOptions DuckDbOptionsOf(Project project, TargetSettings target, bool keepStaging)
    {
        return new DuckDbOptions
        {
            Path = PathOf(project, target),
            Memory = target.Values.GetValueOrDefault("memory"),
            Threads = target.Values.TryGetValue("threads", out var threads) ? int.Parse(threads, CultureInfo.InvariantCulture) : null,
            KeepStaging = keepStaging || target.Values.GetValueOrDefault("staging") == "keep",
        };
    }
}
