using Starlift.History;
using Starlift.Projects;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>What a run will do, as data: made without touching the warehouse.</summary>
/// <param name="Loads">One a load, by name.</param>
/// <param name="Models">In the order in which they are built: what a model reads or refers to comes before it.</param>
public sealed record RunPlan(IReadOnlyList<LoadPlan> Loads, IReadOnlyList<Model> Models)
{
    /// <summary>The whole star is built anew, as was asked for.</summary>
    public bool FullRefresh { get; init; }

    /// <summary>The star tables that are emptied first and built from all objects.</summary>
    public Rebuild Rebuild { get; init; } = Rebuild.None;

    /// <summary>The rows that are replaced by the scopes of their models; null where none are.</summary>
    public ScopedCorrection? Scoped { get; init; }

    /// <summary>Why tables with a scope are built anew all the same, as the end of a sentence; null where none are, or the run was told to.</summary>
    public string? Unscoped { get; init; }

    /// <summary>The star tables, those first that others refer to; what the target has of each.</summary>
    public IReadOnlyList<PlannedTable> Tables { get; init; } = [];

    /// <summary>Star tables that are not built anew and whose rows come from SQL that was changed since.</summary>
    public IReadOnlyList<OutdatedTable> Outdated { get; init; } = [];

    /// <summary>Star tables that lack what was loaded before they were made.</summary>
    public IReadOnlyList<MissingHistory> Lacking { get; init; } = [];

    /// <summary>Models whose rows depend on which objects come in one run.</summary>
    public IReadOnlyList<ModelWarning> Warnings { get; init; } = [];

    /// <summary>The objects that the run was told to take out, or to read again.</summary>
    public ObjectChoice Choice { get; init; } = ObjectChoice.None;

    /// <summary>How they were named; null where none were.</summary>
    public string? Task { get; init; }

    /// <summary>What was loaded before, by the ledger.</summary>
    internal IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>What vanished objects have brought to tables that are built anew, and what can't be loaded again.</summary>
    public IReadOnlyList<LedgerEntry> Lost { get; init; } = [];

    /// <summary>There is nothing to load or to take out, no table to make and none to build anew, and so nothing to do.</summary>
    public bool IsEmpty => Rebuild.IsNone && Scoped is null && Choice.Undone.Count == 0 && Loads.All(load => load.IsEmpty) && Tables.All(table => table.State != TableState.Missing);
}
