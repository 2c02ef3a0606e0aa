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

    public ChangedObjects Changed { get; init; }

    /// <summary>A full refresh may drop what vanished objects brought. Without it, it is refused where there are any.</summary>
    public bool DropVanished { get; init; }

    /// <summary>Names of tables to take as the project's own, whoever made them and whatever is in them.</summary>
    public IReadOnlyList<string> Adopt { get; init; } = [];

    /// <summary>The name that the project had until now: all that it has on the target is taken over; null where the name has not changed.</summary>
    public string? RenamedFrom { get; init; }
}
