using System.Globalization;
using Starlift.Aws.Apis;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.DuckDb;
using Starlift.History;
using Starlift.Projects;
using Starlift.Redshift;
using Starlift.Warehouses;

namespace Starlift.Cli.Doctor;

/// <summary>All probes that make sense for a project on one of its targets, in the order in which a failure explains later ones.</summary>
sealed class ProjectProbes : IAsyncDisposable
{
    readonly WarehouseProbes _warehouse;

    /// <summary>A database that is not there yet; null for another. Whether it can be made is found out by making it.</summary>
    readonly string? _database;

    /// <param name="project">Whose loads.</param>
    /// <param name="target">Of it.</param>
    /// <param name="s3">How S3 is read.</param>
    public ProjectProbes(Project project, TargetSettings target, S3Settings s3)
    {
        s3 = TargetRegion.Fill(project, target, s3);
        var store = ObjectStores.Of(project, s3);
        _warehouse = new WarehouseProbes(cancel => OpenTarget.OpenAsync(project, target, store, s3, WarehouseAccess.Write, keepStaging: false, cancel), takesRuns: !DataApiTarget.Is(target));
        _database = target.Type == DuckDbTargetType.Definition.Name && OpenTarget.PathOf(project, target) is var path && !File.Exists(path) ? path : null;
        var isRedshift = target.Type == RedshiftTargetType.Definition.Name;
        var loads = project.Loads.Select(load => new LoadProbes(project, load, store, () => _warehouse.Warehouse)).ToList();
        All =
        [
            .. (isRedshift && !IsLocal(target, s3)) || (s3.Root is null && project.Loads.Any(ReadsS3)) ? OfAws(s3, mayBeAnonymous: !isRedshift) : [],
            .. target.Values.TryGetValue("stack", out var stack) ? new StackProbes(project, stack, s3).All : [],
            .. loads.Select(load => load.Objects),
            .. target.Values.TryGetValue("manifests", out var place) ? [WarehouseProbes.Manifests(place, store)] : Array.Empty<Probe>(),
            .. target.Values.ContainsKey("host") && !DataApiTarget.Is(target) ? [.. OfEndpoint(project, target), .. _warehouse.All("TLS")] : _warehouse.All(),
            new Probe("history", cancel => HistoryState.TellAsync(_warehouse.Warehouse, project, cancel)) { Needs = ["login"] },
            .. loads.Select(load => load.Copy),
        ];
    }

    public IReadOnlyList<Probe> All { get; }

    public async ValueTask DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        if (_database is not null)
        {
            File.Delete(_database);
            File.Delete($"{_database}.wal");
        }
    }

    // A server of this machine's that reads a folder in the place of S3, with a password and without a role, has nothing of AWS's.
    static bool IsLocal(TargetSettings target, S3Settings s3) => s3.Root is not null
        && target.Values.TryGetValue("host", out var host)
        && !target.Values.ContainsKey("iam_role")
        && target.Values.ContainsKey("password")
        && RedshiftHost.IsLoopback(host);

    static IEnumerable<Probe> OfAws(S3Settings s3, bool mayBeAnonymous) =>
        new AwsProbes(new AwsApiOptions { Profile = s3.Profile, Region = s3.Region }, mayBeAnonymous).All;

    static IEnumerable<Probe> OfEndpoint(Project project, TargetSettings target)
    {
        var values = target.Values;
        var isRedshift = target.Type == RedshiftTargetType.Definition.Name;
        var port = int.Parse(values.GetValueOrDefault("port", isRedshift ? "5439" : "5432"), CultureInfo.InvariantCulture);
        var root = values.TryGetValue(isRedshift ? "root_certificate" : "sslrootcert", out var file) ? Path.GetFullPath(file, project.Folder) : null;
        var mode = values.GetValueOrDefault("sslmode");
        return new EndpointProbes(
            values["host"],
            port,
            isRedshift ? RedshiftHost.MayBePlain(values["host"], root) ? null : "Redshift" : mode is "require" or "verify-ca" or "verify-full" ? $"sslmode {mode}" : null,
            verify: isRedshift || mode is "verify-ca" or "verify-full",
            root).All;
    }

    static bool ReadsS3(Load load) => load.Copy.From.StartsWith("s3://", StringComparison.Ordinal);
}
