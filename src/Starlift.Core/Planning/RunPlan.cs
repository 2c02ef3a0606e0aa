using Starlift.Projects;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>What a run will do, as data: made without touching the warehouse.</summary>
/// <param name="Loads">One a load, by name.</param>
/// <param name="Models">In the order in which they are built: what a model reads or refers to comes before it.</param>
public sealed record RunPlan(IReadOnlyList<LoadPlan> Loads, IReadOnlyList<Model> Models)
{
    /// <summary>The star is emptied first, and what was loaded is forgotten.</summary>
    public bool FullRefresh { get; init; }

    /// <summary>The star tables, those first that others refer to; what the target has of each.</summary>
    public IReadOnlyList<PlannedTable> Tables { get; init; } = [];

    /// <summary>Star tables that lack what was loaded before they were made.</summary>
    public IReadOnlyList<MissingHistory> Lacking { get; init; } = [];

    /// <summary>There is nothing to load and no table to make, and so nothing to do.</summary>
    public bool IsEmpty => Loads.All(load => load.IsEmpty) && Tables.All(table => table.State != TableState.Missing);
}
