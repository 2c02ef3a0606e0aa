using System.Globalization;
using Starlift.Cases;

namespace Starlift.Conformance;

/// <summary>Writes what came of SQL checks: a line a file, and each check that failed.</summary>
public static class SqlTable
{
    static readonly SqlVerdict[] Failures = [.. Enum.GetValues<SqlVerdict>().Where(verdict => verdict != SqlVerdict.Passed)];

    /// <summary>How many of a file's checks passed, and what became of the others.</summary>
    public static void Write(TextWriter output, string engine, IReadOnlyList<SqlOutcome> outcomes)
    {
        var judged = outcomes.Where(outcome => outcome.Check.IsJudged).ToList();
        output.WriteLine($"{engine,-34}  passed {string.Join(' ', Failures.Select(verdict => $"{verdict,11}"))}");
        foreach (var file in judged.GroupBy(outcome => outcome.Check.File))
        {
            WriteLine(output, file.Key, [.. file]);
        }

        WriteLine(output, "all", judged);
    }

    /// <summary>Each check that failed, with its statement, what it expects and what it got.</summary>
    public static void WriteFailed(TextWriter output, string engine, IEnumerable<SqlOutcome> outcomes)
    {
        foreach (var (check, judgement) in outcomes.Where(outcome => outcome.Judgement.Verdict != SqlVerdict.Passed))
        {
            output.WriteLine($"{judgement.Verdict}  {engine}  {check.File}:{check.Line}  {check.Group}/{check.Number}{(check.IsJudged ? "" : "  (not counted)")}");
            output.WriteLine($"    {check.Sql.ReplaceLineEndings("\n    ")}");
            if (check.Fails == true)
            {
                output.WriteLine($"  expected an error {check.ErrorPattern}");
            }

            foreach (var difference in judgement.Differences)
            {
                output.WriteLine($"  {difference}");
            }

            output.WriteLine();
        }
    }

    static void WriteLine(TextWriter output, string name, List<SqlOutcome> judged)
    {
        var passed = judged.Count(outcome => outcome.Judgement.Verdict == SqlVerdict.Passed);
        var counts = Failures.Select(verdict => judged.Count(outcome => outcome.Judgement.Verdict == verdict)).Select(count => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture));
        output.WriteLine($"{name,-30}  {passed,4}/{judged.Count,-4} {string.Join(' ', counts.Select(count => $"{count,11}"))}".TrimEnd());
    }
}
