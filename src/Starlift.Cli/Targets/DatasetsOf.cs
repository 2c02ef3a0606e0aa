using Starlift.Cli.Settings;
using Starlift.OpenLineage;
using Starlift.Postgres;
using Starlift.Projects;
using Starlift.Redshift;

namespace Starlift.Cli.Targets;

/// <summary>What the tables of a target are called as OpenLineage's datasets (OpenLineage: "Naming Conventions").</summary>
static class DatasetsOf
{
    /// <param name="project">Whose target.</param>
    /// <param name="target">Which.</param>
    /// <param name="s3">Whose AWS credentials look up a stack.</param>
    /// <param name="cancel">Ends the looking up.</param>
    public static async Task<TargetDatasets> TargetAsync(Project project, TargetSettings target, S3Settings s3, CancellationToken cancel) => target.Type switch
    {
        var type when type == RedshiftTargetType.Definition.Name => Redshift((await RedshiftTarget.FillAsync(project, target, s3, cancel)).Options),
        var type when type == PostgresTargetType.Definition.Name => Postgres(PostgresTarget.OptionsOf(project, target, keepStaging: false)),
        _ => DuckDb(OpenTarget.PathOf(project, target)),
    };

    public static TargetDatasets Redshift(RedshiftOptions options)
    {
        var host = RedshiftHost.Of(options.Host);
        var authority = (host.Cluster ?? host.Workgroup) is { } warehouse ? $"{warehouse}.{host.Region}" : options.Host;
        return new TargetDatasets($"redshift://{authority}:{options.Port}", options.Database);
    }

    // a socket is a folder on this machine
    public static TargetDatasets Postgres(PostgresOptions options) =>
        new($"postgres://{(options.Host.StartsWith('/') ? "localhost" : options.Host)}:{options.Port}", options.Database);

    /// <param name="path">A full path, or :memory:.</param>
    public static TargetDatasets DuckDb(string path) => path == ":memory:"
        ? new TargetDatasets("inmemory://", "memory", "main")
        : new TargetDatasets($"duckdb://{path.Replace('\\', '/')}", Path.GetFileNameWithoutExtension(path), "main");
}
