namespace Starlift.Bench;

/// <summary>The bench's two PostgreSQLs: one as it comes, one that is made for loading.</summary>
sealed class PostgresServers : IAsyncDisposable
{
    /// <summary>Nothing is synced, nothing is archived, and there is memory for all: faster than anybody could run it who wants to keep the data.</summary>
    static readonly string[] ForLoading =
    [
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=8GB", "shared_buffers=1GB",
        "work_mem=256MB", "maintenance_work_mem=512MB", "jit=off", "autovacuum=off",
    ];

    PostgresServers(PostgresServer asItComes, PostgresServer tuned)
    {
        AsItComes = asItComes;
        Tuned = tuned;
    }

    public PostgresServer AsItComes { get; }

    public PostgresServer Tuned { get; }

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static async Task<PostgresServers?> StartAsync(CancellationToken cancel) =>
        await PostgresServer.StartAsync([], cancel) is { } asItComes && await PostgresServer.StartAsync(ForLoading, cancel) is { } tuned
            ? new PostgresServers(asItComes, tuned)
            : null;

    public async ValueTask DisposeAsync()
    {
        await AsItComes.DisposeAsync();
        await Tuned.DisposeAsync();
    }
}
