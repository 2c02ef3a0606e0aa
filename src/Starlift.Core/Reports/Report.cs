using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Reports;

/// <summary>All that a report's page shows. Immutable.</summary>
public sealed record Report
{
    public required Project Project { get; init; }

    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>Starlift's.</summary>
    public required string Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In the order of the page.</summary>
    public required IReadOnlyList<ChartRows> Charts { get; init; }

    /// <summary>How many rows each star table holds; one that is not built yet is missing.</summary>
    public required IReadOnlyDictionary<TableName, long> Rows { get; init; }

    public required RunFacts Runs { get; init; }
}
