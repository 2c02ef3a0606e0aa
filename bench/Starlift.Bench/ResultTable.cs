using System.Globalization;
using System.Text;

namespace Starlift.Bench;

/// <summary>Results as Markdown: medians, and how they compare with the baseline's.</summary>
static class ResultTable
{
    public static string Of(WorkloadResult result)
    {
        var baseline = Medians(result, result.Baseline);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {result.Title}\n\n");
        text.Append("| | wall s | CPU s | peak MB | wall, in times of the first | CPU, the same | the first takes of its wall time | runs |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var contender in result.Contenders)
        {
            var own = Medians(result, contender.Name);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {contender.Description} (`{contender.Name}`) | {own.Wall:F2} | {own.Cpu:F2} | {Peak(own)} | {own.Wall / baseline.Wall:F2} | {own.Cpu / baseline.Cpu:F2} | {baseline.Wall / own.Wall:F2} | {Runs(result, contender.Name).Count} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nMedians. {Fastest(result)}\n\n");
        AppendFingerprints(text, result);
        foreach (var note in result.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"- `{result.CommandLine}`, {result.At:yyyy-MM-dd HH:mm}, commit {result.Commit}.\n");
        return text.ToString();
    }

    /// <summary>Machine and versions; of the latest result where they differ.</summary>
    public static string Surroundings(IReadOnlyList<WorkloadResult> results)
    {
        var latest = results.MaxBy(result => result.At)!;
        var machine = latest.Machine;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            - Machine: {machine.Cpu}, {machine.Cores} cores, {machine.MemoryGigabytes} GB of memory, {machine.System}.
            - Versions: {string.Join("; ", latest.Versions.Where(version => version.Key != "commit").Select(version => $"{version.Key}: {version.Value}"))}.

            """);
    }

    static void AppendFingerprints(StringBuilder text, WorkloadResult result)
    {
        foreach (var group in result.Contenders.Where(contender => contender.Fingerprint.Tables.Count > 0).GroupBy(contender => contender.Fingerprint.ToString()))
        {
            var tables = string.Join("; ", group.First().Fingerprint.Tables.Select(table =>
                string.Create(CultureInfo.InvariantCulture, $"{table.Table} {table.Rows:N0} rows, {table.Checksum}")));
            text.Append(CultureInfo.InvariantCulture, $"- Made by {string.Join(", ", group.Select(contender => contender.Name))}, in every round: {tables}.\n");
        }
    }

    static string Fastest(WorkloadResult result) => "Fastest and slowest, in seconds: " + string.Join(", ", result.Contenders.Select(contender =>
    {
        var walls = Runs(result, contender.Name).Select(usage => usage.Wall).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{contender.Name} {walls.Min():F2}–{walls.Max():F2}");
    })) + ".";

    static string Peak(Usage usage) => usage.PeakMegabytes == 0 ? "–" : usage.PeakMegabytes.ToString("N0", CultureInfo.InvariantCulture);

    static IReadOnlyList<Usage> Runs(WorkloadResult result, string contender) =>
        [.. result.Iterations.Where(iteration => iteration.Contender == contender).Select(iteration => iteration.Usage)];

    static Usage Medians(WorkloadResult result, string contender)
    {
        var runs = Runs(result, contender);
        // CPU is a median of its own: those of its two parts need not be of one run.
        return new Usage(Median(runs.Select(run => run.Wall)), Median(runs.Select(run => run.Cpu)), 0, Median(runs.Select(run => run.PeakMegabytes)));
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
