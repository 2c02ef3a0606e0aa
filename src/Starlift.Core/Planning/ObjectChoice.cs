using Starlift.History;

namespace Starlift.Planning;

/// <summary>The objects that a run was told to take out, or to read again.</summary>
/// <param name="Undone">Of the ledger.</param>
/// <param name="Reloaded">Of the ledger.</param>
public sealed record ObjectChoice(IReadOnlySet<LedgerEntry> Undone, IReadOnlySet<LedgerEntry> Reloaded)
{
    /// <summary>No objects were named.</summary>
    public static ObjectChoice None { get; } = new(new HashSet<LedgerEntry>(), new HashSet<LedgerEntry>());

    /// <summary>The run does nothing else: what is new is left to the next one.</summary>
    public bool IsAny => Undone.Count + Reloaded.Count > 0;
}
