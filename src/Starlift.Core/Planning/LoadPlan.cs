using Starlift.History;
using Starlift.Objects;
using Starlift.Projects;

namespace Starlift.Planning;

/// <summary>What a run will do for one load.</summary>
public sealed record LoadPlan
{
    public required Load Load { get; init; }

    /// <summary>Objects that the ledger does not know.</summary>
    public required IReadOnlyList<ObjectVersion> New { get; init; }

    /// <summary>Objects whose version is another than the ledger's: they are loaded again and merged by key.</summary>
    public required IReadOnlyList<ObjectVersion> Changed { get; init; }

    /// <summary>Objects that were loaded in this version and are loaded again: a star table lacks them, or a full refresh builds everything anew.</summary>
    public IReadOnlyList<ObjectVersion> Again { get; init; } = [];

    /// <summary>Objects that were loaded in this version, in no order; none of <see cref="Again"/>.</summary>
    public required IReadOnlyList<ObjectVersion> Unchanged { get; init; }

    /// <summary>Objects that would be loaded and that the run was asked to leave.</summary>
    public IReadOnlyList<ObjectVersion> Left { get; init; } = [];

    /// <summary>Objects of the ledger that are no longer listed; what they brought stays, but for a full refresh.</summary>
    public required IReadOnlyList<LedgerEntry> Vanished { get; init; }

    /// <summary>What is loaded: new and changed objects, and those that are loaded again.</summary>
    public IReadOnlyList<ObjectVersion> ToLoad => [.. New, .. Changed, .. Again];

    public bool IsEmpty => New.Count + Changed.Count + Again.Count == 0;
}
