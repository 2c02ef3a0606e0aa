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

    /// <summary>Names of tables to take as the project's own, whoever made them and whatever is in them.</summary>
    public IReadOnlyList<string> Adopt { get; init; } = [];

    /// <summary>The name that the project had until now: all that it has on the target is taken over; null where the name has not changed.</summary>
    public string? RenamedFrom { get; init; }
}
