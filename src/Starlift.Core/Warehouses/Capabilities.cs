namespace Starlift.Warehouses;

/// <summary>What a warehouse can do, for code that must not ask which engine it is.</summary>
public sealed record Capabilities
{
    /// <summary>Staging tables are made as temporary tables: they end with the session and cost no durable storage.</summary>
    public required bool TemporaryStaging { get; init; }

    /// <summary>Has Redshift's views on loads itself: stl_load_errors, sys_load_history and the like.</summary>
    public required bool SystemViews { get; init; }
}
