using Starlift.Secrets;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>How to reach a PostgreSQL warehouse. Immutable.</summary>
public sealed record PostgresOptions
{
    /// <summary>The server's name or address.</summary>
    public required string Host { get; init; }

    public int Port { get; init; } = 5432;

    public required string Database { get; init; }

    /// <summary>The user to log in as.</summary>
    public required string User { get; init; }

    /// <summary>Null where the server asks for none.</summary>
    public Secret? Password { get; init; }

    /// <summary>disable, prefer, require, verify-ca or verify-full, as libpq has them.</summary>
    public string SslMode { get; init; } = "prefer";

    /// <summary>The full path of the certificates that may sign the server's; null for those that the machine trusts.</summary>
    public string? RootCertificate { get; init; }

    /// <summary>How long a server that is lost in a COMMIT is waited for, to hear what became of it.</summary>
    public TimeSpan SettlingPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A session that is opened for reading runs nothing but read-only transactions.</summary>
    public WarehouseAccess Access { get; init; }

    /// <summary>Threads that parse the records of a COPY; one writer sends what they made.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Staging tables are kept in the database, unlogged, to be queried after the run.</summary>
    public bool KeepStaging { get; init; }
}
