namespace Starlift.Warehouses;

/// <summary>What a warehouse can do, for code that must not ask which engine it is.</summary>
public sealed record Capabilities
{
    /// <summary>Staging tables are made as temporary tables: they end with the session and cost no durable storage.</summary>
    public required bool TemporaryStaging { get; init; }

    /// <summary>Has Redshift's views on loads itself: stl_load_errors, sys_load_history and the like.</summary>
    public required bool SystemViews { get; init; }

    /// <summary>Users make functions in it with CREATE FUNCTION, which pg_proc lists. Elsewhere there are no functions but Redshift's own.</summary>
    public bool UserFunctions { get; init; }

    /// <summary>The session was opened for reading: whatever writes is refused.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>The type of a column can't be altered within a transaction.</summary>
    public bool AltersTypesAlone { get; init; }

    /// <summary>
    /// A star table without rows is filled at once and checked where it is; elsewhere its rows are built aside and checked first. Its NOT
    /// NULL is then left to the run's checks, as keys and references are, because the engine would end the transaction at the first row
    /// at fault, before it could be shown.
    /// </summary>
    public bool FillsEmptyTables { get; init; }

    /// <summary>A COPY can tell of each row which object it came from: <see cref="Sql.CopyStatement.ObjectColumn"/>.</summary>
    public bool TellsObjects { get; init; }

    /// <summary>
    /// Staging that a run does not keep is loaded before its transaction begins, because the engine reads rows that their own transaction
    /// has written with one thread only. Nobody else sees temporary tables, and durable ones are dropped when the run is done.
    /// </summary>
    public bool StagesAside { get; init; }

    /// <summary>
    /// Bytes of JSON that temporary staging may hold; null for any. More is staged in durable tables, which are loaded in the same way
    /// and dropped when the run is done.
    /// </summary>
    public long? LargestTemporaryStaging { get; init; }
}
