using Starlift.Projects;

namespace Starlift.Planning;

/// <summary>What a run is asked to look at.</summary>
public sealed record RunOptions
{
    /// <summary>Everything new and changed of every load.</summary>
    public static RunOptions Default { get; } = new();

    /// <summary>Empties the star, forgets what was loaded, and loads everything: in the same transaction, so analysts see the old star meanwhile.</summary>
    public bool FullRefresh { get; init; }

    /// <summary>Names of the loads to run; empty for all. Not together with <see cref="FullRefresh"/>.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Of objects whose key holds a date, only those that reach this day or a later one; null for no bound.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Of objects whose key holds a date, only those that reach this day or an earlier one; null for no bound.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What to do with changed objects; null for what the project says. A full refresh loads them in any case.</summary>
    public ChangedObjects? Changed { get; init; }

    /// <summary>Takes out what vanished objects brought, whatever the project says. Without either, a rebuild is refused that would lose it.</summary>
    public bool DropVanished { get; init; }

    /// <summary>
    /// Names of models whose tables are emptied and built from all objects that were loaded; with what reads them. What is new is left to a
    /// later run.
    /// </summary>
    public IReadOnlyList<string> Rebuild { get; init; } = [];

    /// <summary>
    /// Uris of objects, as the ledger names them or whole, that are taken out of the star and out of the ledger: the next run loads them as new ones.
    /// What is new is left to it, too.
    /// </summary>
    public IReadOnlyList<string> Undo { get; init; } = [];

    /// <summary>As <see cref="Undo"/>, what a run has loaded; null for no run.</summary>
    public long? UndoRun { get; init; }

    /// <summary>
    /// Uris of objects that were loaded, or what such uris begin with: they are read again as if they had changed. Empty for all objects of the period.
    /// What is new is left to the next run. Null for none.
    /// </summary>
    public IReadOnlyList<string>? Reload { get; init; }

    /// <summary>What the run is asked to do beside loading what is new; null for nothing.</summary>
    internal string? Task => UndoRun is { } run ? $"run {run}" : Undo.Count > 0 ? string.Join(", ", Undo) : Reload is { Count: > 0 } ? string.Join(", ", Reload) : Reload is not null ? "all objects of the period" : null;

    /// <summary>Names of tables to take as the project's own, whoever made them and whatever is in them.</summary>
    public IReadOnlyList<string> Adopt { get; init; } = [];

    /// <summary>The name that the project had until now: all that it has on the target is taken over; null where the name has not changed.</summary>
    public string? RenamedFrom { get; init; }
}
