using Starlift.Objects;
using Starlift.Redshift;
using Starlift.ServedRedshift;
using Starlift.Secrets;
using Starlift.Sql;

namespace Starlift.RedshiftTests;

/// <summary>A server, the buckets that it reads, and a way to connect to it; all of it goes with the test.</summary>
sealed class ScratchRedshift : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/copy";

    readonly string _folder;
    ServedCluster _server = null!;

    ScratchRedshift(string folder) => _folder = folder;

    public ServedCluster Server => _server;

    /// <summary>What stands in for S3: one folder a bucket.</summary>
    public string Buckets => Path.Combine(_folder, "buckets");

    public S3FolderObjectStore Store => new(Buckets);

    /// <summary>What went wrong without changing the outcome.</summary>
    public List<string> Warnings { get; } = [];

    public List<string> Retries { get; } = [];

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ScratchRedshift> StartAsync(Func<ServedOptions, ServedOptions>? change = null)
    {
        var scratch = new ScratchRedshift(Directory.CreateTempSubdirectory("starlift-").FullName);
        Directory.CreateDirectory(Path.Combine(scratch.Buckets, "lake"));
        var options = new ServedOptions { Path = Path.Combine(scratch._folder, "redshift.duckdb"), Store = scratch.Store };
        scratch._server = await ServedCluster.StartAsync(change?.Invoke(options) ?? options);
        return scratch;
    }

    public RedshiftOptions Options => new()
    {
        Host = "localhost",
        Port = _server.Port,
        Database = "dev",
        Login = _ => Task.FromResult(new RedshiftLogin(_server.Options.User, new Secret(_server.Options.Password))),
        IamRole = Role,
        Manifests = "s3://lake/manifests",
        RootCertificate = _server.RootCertificate,
        Patience = TimeSpan.FromSeconds(20),
        ViewPatience = TimeSpan.FromSeconds(2),
        LockPatience = TimeSpan.FromMilliseconds(300),
        Retrying = retry => Retries.Add(retry.Reason),
        Warning = Warnings.Add,
    };

    public Task<RedshiftWarehouse> OpenAsync(RedshiftOptions? options = null, Func<TableName, CreateTable?>? tables = null) =>
        RedshiftWarehouse.OpenAsync(options ?? Options, tables ?? (_ => null), Store, Store, Cancel);

    public void Put(string uri, string text)
    {
        var path = Path.Combine(Buckets, uri["s3://".Length..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Objects in the place of manifests.</summary>
    public IReadOnlyList<string> Manifests() => Directory.Exists(Path.Combine(Buckets, "lake/manifests"))
        ? [.. Directory.EnumerateFiles(Path.Combine(Buckets, "lake/manifests"), "*", SearchOption.AllDirectories)]
        : [];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
