using System.Runtime.CompilerServices;
using Npgsql;
using Starlift.Postgres;
using Starlift.Secrets;

namespace Starlift.Conformance;

/// <summary>The PostgreSQL that ./build services starts.</summary>
/// <param name="Host">As its certificate names it.</param>
/// <param name="Port">Of TCP.</param>
/// <param name="User">Who may do everything.</param>
/// <param name="Password">Of that user.</param>
/// <param name="Certificates">The folder of root.crt, stranger.crt, server.crt, expired.crt and server.key.</param>
/// <param name="Programs">The folder of pg_ctl and its like.</param>
public sealed record PostgresServer(string Host, int Port, string User, string Password, string Certificates, string Programs)
{
    static readonly string Folder = Path.Combine(RootOfRepository(), "artifacts/services/postgres");

    /// <summary>Null where it is stopped.</summary>
    public static PostgresServer? Started { get; } = Read();

    /// <summary>It has to be there.</summary>
    public static PostgresServer Required => Started ?? throw new InvalidOperationException("there is no PostgreSQL server: run ./build services start");

    /// <summary>Where the server keeps its data.</summary>
    public static string Data => Path.Combine(Folder, "data");

    public PostgresOptions OptionsFor(string database) => new()
    {
        Host = Host,
        Port = Port,
        Database = database,
        User = User,
        Password = new Secret(Password),
        SslMode = "verify-full",
        RootCertificate = Path.Combine(Certificates, "root.crt"),
        Threads = 2,
    };

    /// <summary>An empty database, to be dropped by the caller.</summary>
    public async Task<string> MakeDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy", cancellationToken);
        return name;
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);

    /// <summary>As the driver has it, without Starlift in between.</summary>
    public async Task<object?> ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(PlainConnection(database));
        await connection.OpenAsync(cancellationToken);
        await using var batch = PlainBatch.Of(connection, sql);
        return await batch.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>How Npgsql connects, with nothing of Starlift's.</summary>
    public string PlainConnection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Host, Port = Port, Database = database, Username = User, Password = Password, Pooling = false, GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    static string RootOfRepository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    static PostgresServer? Read()
    {
        var file = Path.Combine(Folder, "endpoint");
        return File.Exists(file) && File.ReadAllLines(file) is [var host, var port, var user, var password, var certificates, var programs]
            ? new PostgresServer(host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), user, password, certificates, programs)
            : null;
    }
}
