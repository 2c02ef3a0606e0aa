using Npgsql;
using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Secrets;
using Starlift.Server;

namespace Starlift.ServerTests;

/// <summary>A server over a DuckDB file of its own, on a port that is free.</summary>
sealed class TestServer : IAsyncDisposable
{
    readonly DirectoryInfo _folder;
    readonly RedshiftServer _server;

    TestServer(DirectoryInfo folder, RedshiftServer server)
    {
        _folder = folder;
        _server = server;
    }

    public int Port => _server.Endpoint.Port;

    public RedshiftServer Server => _server;

    /// <summary>Where COPY reads s3://bucket/key: below the folder of the bucket.</summary>
    public string Bucket => Path.Combine(_folder.FullName, "bucket");

    public static async Task<TestServer> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("starlift-server-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "bucket"));
        var store = new S3FolderObjectStore(folder.FullName, []);
        var duckDb = new DuckDbOptions { Path = Path.Combine(folder.FullName, "dev.duckdb"), Threads = 1 };
        var options = new ServerOptions
        {
            OpenAsync = async cancel => await DuckDbWarehouse.OpenAsync(duckDb, _ => null, store, cancel),
            Store = store,
            Port = 0,
        };
        return new TestServer(folder, await RedshiftServer.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken));
    }

    public static ServerOptions WithPassword(ServerOptions options) => options with { Password = new Secret("a-password-of-the-tests") };

    /// <summary>As Npgsql connects to Redshift.</summary>
    public string ConnectionString(string more = "") =>
        $"Host=127.0.0.1;Port={Port};Username=awsuser;Database=dev;SSL Mode=Disable;Pooling=false;Server Compatibility Mode=NoTypeLoading;{more}";

    public async Task<NpgsqlConnection> OpenAsync(string more = "")
    {
        var connection = new NpgsqlConnection(ConnectionString(more));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
