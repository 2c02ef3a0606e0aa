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

    /// <summary>Objects whose version is another than the ledger's.</summary>
    public required IReadOnlyList<ObjectVersion> Changed { get; init; }

    /// <summary>Objects that were loaded in this version and are loaded again: a star table lacks them, or is built anew.</summary>
    public IReadOnlyList<ObjectVersion> Again { get; init; } = [];

    /// <summary>Objects that were loaded in this version, in no order; none of <see cref="Again"/>.</summary>
    public required IReadOnlyList<ObjectVersion> Unchanged { get; init; }

    /// <summary>Objects that would be loaded and that the run was asked to leave.</summary>
    public IReadOnlyList<ObjectVersion> Left { get; init; } = [];

    /// <summary>Objects of the ledger that are no longer listed; what they brought stays, unless the tables that it is in are built anew.</summary>
    public required IReadOnlyList<LedgerEntry> Vanished { get; init; }

    /// <summary>What is loaded: new and changed objects, and those that are loaded again.</summary>
    public IReadOnlyList<ObjectVersion> ToLoad => [.. New, .. Changed, .. Again];

    /// <summary>All objects are loaded again, because star tables are built anew.</summary>
    public bool IsReloaded { get; init; }

    /// <summary>All star tables that the load feeds are built anew, or corrected by their scopes, if there are any.</summary>
    public bool RebuildsAll { get; init; }

    /// <summary>Other tables still hold what the vanished objects of a reloaded load brought.</summary>
    public bool KeepsVanished { get; init; }

    /// <summary>Listed objects that were merged over their earlier versions: rows that only those brought are still there.</summary>
    public IReadOnlyList<LedgerEntry> Merged { get; init; } = [];

    /// <summary>Changed objects that are left because changes are to be ignored; they are among <see cref="Left"/> too.</summary>
    public IReadOnlyList<ObjectVersion> Ignored { get; init; } = [];

    /// <summary>Objects that the ledger forgets, and whose rows are taken out, as the run was told; those that are there are new to the next one.</summary>
    public IReadOnlyList<LedgerEntry> Undone { get; init; } = [];

    /// <summary>Vanished objects whose rows are taken out by the scopes of their models: the ledger forgets them.</summary>
    public IReadOnlyList<LedgerEntry> TakenOut { get; init; } = [];

    /// <summary>The ledger forgets all that it has of the load, before that is loaded again.</summary>
    internal bool IsForgotten =>
        IsReloaded && (!KeepsVanished || Vanished.Count == 0) && (RebuildsAll || Merged.Count + Changed.Count == 0);

    /// <summary>
    /// What the ledger forgets of the objects that are loaded. An earlier version whose rows may stay in a table keeps its entry beside the new one.
    /// </summary>
    internal IReadOnlyCollection<(string Uri, string? Version)> Replaced =>
        IsForgotten ? []
        : RebuildsAll ? [.. Changed.Concat(Again).Select(version => (version.Uri, (string?)null))]
        : [.. Again.Select(version => (version.Uri, (string?)version.Version))];

    public bool IsEmpty => New.Count + Changed.Count + Again.Count == 0;

    /// <summary>The same with these changed objects only.</summary>
    /// <param name="wanted">Uris.</param>
    internal LoadPlan WithChanged(IReadOnlySet<string> wanted) => this with
    {
        New = [],
        Changed = [.. Changed.Where(version => wanted.Contains(version.Uri))],
        Left = [.. Left, .. New, .. Changed.Where(version => !wanted.Contains(version.Uri))],
    };

    /// <summary>The same without new or changed objects: they are left.</summary>
    internal LoadPlan Leaving(bool added, bool changed) => this with
    {
        New = added ? [] : New,
        Changed = changed ? [] : Changed,
        Left = [.. Left, .. added ? New : [], .. changed ? Changed : []],
    };
}
