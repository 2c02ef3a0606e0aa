using Starlift.History;
using Starlift.Warehouses;

namespace Starlift.Planning;

/// <summary>One load's part of a <see cref="Reconciliation"/>: listed = loaded + waiting + ignored.</summary>
public sealed record LoadReconciliation
{
    public required string Load { get; init; }

    public required long Listed { get; init; }

    /// <summary>Listed objects that are loaded in the version listed.</summary>
    public required long Loaded { get; init; }

    /// <summary>Listed objects that wait for the next run: new and changed ones, and those that a star table lacks.</summary>
    public required long Waiting { get; init; }

    /// <summary>Listed objects that changed and are left as they were, because the project ignores changes.</summary>
    public required long Ignored { get; init; }

    /// <summary>Loaded objects that were merged over an earlier version, of which rows may still be in the star.</summary>
    public required long Merged { get; init; }

    /// <summary>Loaded objects that are no longer listed.</summary>
    public required long Vanished { get; init; }

    public required long Records { get; init; }

    public required long Rows { get; init; }

    public required long Rejects { get; init; }

    /// <summary>Sentences about what does not add up; none as a rule.</summary>
    public required IReadOnlyList<string> Unexplained { get; init; }

    /// <param name="plan">What a run would load.</param>
    /// <param name="ledger">Of <see cref="LedgerSummary.ObjectsAsync"/>.</param>
    public static LoadReconciliation Of(LoadPlan plan, QueryResult ledger)
    {
        var unexplained = new List<string>();
        long records = 0, rows = 0, rejects = 0;
        foreach (var row in ledger.Rows)
        {
            var (read, staged, rejected) = ((long)row[3]!, (long)row[4]!, (long)row[5]!);
            if (read != staged + rejected)
            {
                unexplained.Add($"{row[0]}: {read} records were read, {staged} loaded and {rejected} rejected");
            }

            (records, rows, rejects) = (records + read, rows + staged, rejects + rejected);
        }

        var uris = ledger.Rows.GroupBy(row => (string)row[0]!).ToList();
        // Several versions of an object were merged one over the other, by several loads; one load loads it once.
        unexplained.AddRange(uris.Where(uri => uri.DistinctBy(entry => entry[7]).Count() < uri.Count()).Select(uri => $"{uri.Key} stands {uri.Count()} times in the ledger of {plan.Load.Name}"));
        var known = plan.Unchanged.Count + plan.Again.Count + plan.Changed.Count + plan.Ignored.Count + plan.Vanished.Count;
        if (known != uris.Count)
        {
            unexplained.Add($"the ledger of {plan.Load.Name} has {uris.Count} objects, of which {known} are listed or vanished");
        }

        // What is loaded again because of others is loaded all the same.
        var loaded = plan.Unchanged.Count + (plan.IsReloaded ? plan.Again.Count : 0);
        return new LoadReconciliation
        {
            Load = plan.Load.Name,
            Listed = plan.New.Count + plan.Changed.Count + plan.Again.Count + plan.Unchanged.Count + plan.Ignored.Count,
            Loaded = loaded,
            Waiting = plan.New.Count + plan.Changed.Count + plan.Again.Count + plan.Unchanged.Count - loaded,
            Ignored = plan.Ignored.Count,
            Merged = plan.Merged.Count,
            Vanished = plan.Vanished.Count,
            Records = records,
            Rows = rows,
            Rejects = rejects,
            Unexplained = unexplained,
        };
    }
}
