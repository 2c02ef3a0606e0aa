using Starlift.Sql;

namespace Starlift.Tables;

/// <summary>A star table whose rows come from SQL that was changed since.</summary>
/// <param name="Table">The star table.</param>
/// <param name="Model">The model that fills it.</param>
public sealed record OutdatedTable(TableName Table, string Model)
{
    /// <summary>The model was changed.</summary>
    public bool HasOtherModel { get; init; }

    /// <summary>Loads that were changed.</summary>
    public IReadOnlyList<string> OtherLoads { get; init; } = [];

    /// <summary>Checks that its rows have not been held against as they are now, and whether they are new.</summary>
    public IReadOnlyList<(string Name, bool IsNew)> OtherChecks { get; init; } = [];

    /// <summary>Its rows may be others than those that the project says now.</summary>
    public bool HasOtherRows => HasOtherModel || OtherLoads.Count > 0;
}
