using Npgsql;

namespace Starlift.Postgres;

/// <summary>Options as Npgsql takes them. Holds the password: not to be shown.</summary>
static class PostgresConnectionString
{
    public static string Of(PostgresOptions options) => new NpgsqlConnectionStringBuilder
    {
        Host = options.Host,
        Port = options.Port,
        Database = options.Database,
        Username = options.User,
        Password = options.Password?.Reveal(),
        SslMode = ModeOf(options.SslMode),
        RootCertificate = options.RootCertificate,
        ApplicationName = "starlift",
        GssEncryptionMode = GssEncryptionMode.Disable,
        Pooling = false,
        Timeout = 15,
        CommandTimeout = 0,
        KeepAlive = 30,
        IncludeErrorDetail = true,
        IncludeFailedBatchedCommand = true,
    }.ConnectionString;

    static SslMode ModeOf(string name) => name switch
    {
        "disable" => SslMode.Disable,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw new ArgumentException($"unknown sslmode {name}", nameof(name)),
    };
}
