using Starlift.Projects;

namespace Starlift.Runs;

/// <summary>What a run will do, as data: made without touching the warehouse.</summary>
/// <param name="Loads">One a load, by name.</param>
/// <param name="Models">In the order in which they are built: what a model reads or refers to comes before it.</param>
public sealed record RunPlan(IReadOnlyList<LoadPlan> Loads, IReadOnlyList<Model> Models)
{
    /// <summary>The star is emptied first, and what was loaded is forgotten.</summary>
    public bool FullRefresh { get; init; }

    /// <summary>There is nothing new to load, and so nothing to do.</summary>
    public bool IsEmpty => Loads.All(load => load.IsEmpty);
}
