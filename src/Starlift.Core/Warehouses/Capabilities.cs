namespace Starlift.Warehouses;

/// <summary>What a warehouse can do, for code that must not ask which engine it is.</summary>
public sealed record Capabilities
{
    /// <summary>Staging tables are made as temporary tables: they end with the session and cost no durable storage.</summary>
    public required bool TemporaryStaging { get; init; }

    /// <summary>Has Redshift's views on loads itself: stl_load_errors, sys_load_history and the like.</summary>
    public required bool SystemViews { get; init; }

    /// <summary>
    /// NOT NULL can be added to a column that has rows (ALTER TABLE … ALTER COLUMN … SET NOT NULL). A new star table can then be filled
    /// first and checked afterwards, with the rows at fault at hand.
    /// </summary>
    public bool AddsNotNull { get; init; }
}
