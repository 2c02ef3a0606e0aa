using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>
/// How to open a DuckDB warehouse. Sessions of one process on one file share an engine: where several state its memory or its threads, the
/// one opened last decides.
/// </summary>
public sealed record DuckDbOptions
{
    /// <summary>The database file's full path, or :memory:. Its folder is made where it is missing.</summary>
    public required string Path { get; init; }

    /// <summary>The database is in memory, and ends with its session.</summary>
    public bool IsInMemory => Path == ":memory:";

    /// <summary>
    /// A file that is opened for reading is shared with other processes that read, and never made: where it is missing, the database is empty.
    /// </summary>
    public WarehouseAccess Access { get; init; }

    /// <summary>Memory that the engine may use before it spills to disk, as DuckDB writes it: 2GB. Null for the engine's own limit.</summary>
    public string? Memory { get; init; }

    /// <summary>Threads that load and compute; null for one a core.</summary>
    public int? Threads { get; init; }

    /// <summary>Staging tables are kept in the database, to be queried after the run. Costs writing and compressing them.</summary>
    public bool KeepStaging { get; init; }
}
