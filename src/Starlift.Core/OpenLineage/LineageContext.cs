using Starlift.Projects;

namespace Starlift.OpenLineage;

/// <summary>What all events of a run have in common. Immutable.</summary>
public sealed record LineageContext
{
    public required Project Project { get; init; }

    /// <summary>How the target's tables are named.</summary>
    public required TargetDatasets Target { get; init; }

    /// <summary>The namespace of the jobs.</summary>
    public required string JobNamespace { get; init; }

    /// <summary>Starlift's.</summary>
    public required string Version { get; init; }

    /// <summary>The run that started this one; null where none says so.</summary>
    public ParentRun? Parent { get; init; }

    /// <summary>The run that started them all; null where none says so.</summary>
    public ParentRun? Root { get; init; }
}
