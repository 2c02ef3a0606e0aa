using Starlift.History;

namespace Starlift.Planning;

/// <summary>Tells by which objects the star differs from what a full refresh would give, once a plan is done.</summary>
public static class StarDifferences
{
    /// <param name="plan">Of a run.</param>
    /// <returns>Of each load and kind one; none as a rule.</returns>
    public static IReadOnlyList<StarDifference> Of(RunPlan plan)
    {
        var lost = plan.Lost.ToHashSet();
        return [.. plan.Loads.SelectMany(load => (StarDifference?[])[Vanished(load, lost), Merged(load, plan), Ignored(load)]).OfType<StarDifference>()];
    }

    static StarDifference? Vanished(LoadPlan load, HashSet<LedgerEntry> lost)
    {
        var kept = load.Vanished.Where(entry => !lost.Contains(entry) && !load.TakenOut.Contains(entry)).Select(entry => entry.Uri).ToList();
        return kept.Count == 0 ? null : new StarDifference(
            StarDifferenceKind.Vanished, load.Load.Name, kept,
            $"what {Count(kept.Count, "object")} of {load.Load.Name} brought that {(kept.Count == 1 ? "is" : "are")} no longer there stays",
            "--drop-vanished takes it out");
    }

    static StarDifference? Merged(LoadPlan load, RunPlan plan)
    {
        var merged = load.RebuildsAll ? [] : load.Merged.Select(entry => entry.Uri).Concat(load.Changed.Select(version => version.Uri)).Distinct().Order(StringComparer.Ordinal).ToList();
        var models = plan.Models.Where(model => model.Reads.Contains(load.Load.Copy.Table)).Select(model => $"--rebuild {model.Name}").Order(StringComparer.Ordinal);
        return merged.Count == 0 ? null : new StarDifference(
            StarDifferenceKind.Merged, load.Load.Name, merged,
            $"rows stay that only {(merged.Count == 1 ? "an earlier version" : "earlier versions")} of {Count(merged.Count, "object")} of {load.Load.Name} brought, because they were merged by key",
            $"{string.Join(" ", models)} takes them out");
    }

    static StarDifference? Ignored(LoadPlan load) => load.Ignored.Count == 0 ? null : new StarDifference(
        StarDifferenceKind.Ignored, load.Load.Name, [.. load.Ignored.Select(version => version.Uri)],
        $"{Count(load.Ignored.Count, "changed object")} of {load.Load.Name} {(load.Ignored.Count == 1 ? "is" : "are")} ignored, and the star holds what {(load.Ignored.Count == 1 ? "its earlier version" : "their earlier versions")} brought",
        "--changed rebuild takes in what they say now");

    static string Count(int count, string what) => count == 1 ? $"one {what}" : $"{count} {what}s";
}
