using Starlift.Checks;
using Starlift.Cli.Terminals;
using Starlift.History;

namespace Starlift.Cli.Running;

/// <summary>What came of checks.</summary>
static class CheckList
{
    static readonly string[] Columns = ["name", "kind", "table_name", "severity", "outcome", "violations", "threshold", "description", "examples"];

    public static void Write(Terminal terminal, IReadOnlyList<CheckResult> checks, OutputFormat format)
    {
        if (format != OutputFormat.Text)
        {
            ResultWriter.Write(terminal, new ResultTable(Columns, checks.Select(Values)), format);
            return;
        }

        WriteTable(terminal, checks);
        WriteBroken(terminal, checks);
        terminal.Out.WriteLine(CheckCounts.Of(checks));
    }

    public static void WriteTable(Terminal terminal, IReadOnlyList<CheckResult> checks) => SummaryTable.Write(
        terminal,
        ["check", "severity", "outcome", "violations", "tolerated"],
        [
            .. checks.Select(check => (IReadOnlyList<string>)
                [check.Name, Lower(check.Severity), Lower(check.Outcome), Quantity.Count(check.Violations), Quantity.Count(check.Threshold)]),
        ]);

    /// <summary>Those that do not hold, with examples.</summary>
    public static void WriteBroken(Terminal terminal, IReadOnlyList<CheckResult> checks)
    {
        foreach (var check in checks.Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Warned))
        {
            var tolerated = check.Threshold == 0 ? "" : $", {Quantity.Count(check.Threshold)} tolerated";
            terminal.Out.WriteLine(
                $"{Lower(check.Outcome)} {check.Name}: {Quantity.Count(check.Violations, "violation", "violations")}{tolerated}. {check.Description}");
            foreach (var example in check.Examples.Split('\n'))
            {
                terminal.Out.WriteLine($"    {example}");
            }
        }
    }

    static IReadOnlyList<object?> Values(CheckResult check) =>
    [
        check.Name, CheckHistory.NameOf(check.Kind), check.Table, Lower(check.Severity), Lower(check.Outcome), check.Violations, check.Threshold,
        check.Description, check.Examples,
    ];

    static string Lower<T>(T value)
        where T : Enum => value.ToString().ToLowerInvariant();
}
