using System.Globalization;
using System.Runtime.CompilerServices;
using Starlift.Cases;

namespace Starlift.Conformance;

/// <summary>
/// The checks beside the project that are known to fail, and why: the file gaps.txt has a line for each, "FILE:LINE ENGINE what | why", of which
/// docs/redshift-sql-gaps.md is made. One that fails and is not listed fails the run, and so does one that is listed and passes.
/// </summary>
public sealed class SqlGaps
{
    readonly HashSet<(string File, int Line, string Engine)> _known;

    SqlGaps(IEnumerable<(string File, int Line, string Engine)> known) => _known = [.. known];

    public static SqlGaps Read() => new(File.ReadLines(Path.Combine(RootOfProject(), "gaps.txt")).Select(line => line.Split(' ', 3)).Select(parts =>
        parts[0].Split(':') is [var file, var number] ? (file, int.Parse(number, CultureInfo.InvariantCulture), parts[1]) : throw new FormatException($"gaps.txt: {parts[0]}")));

    /// <summary>Sentences: what fails and is not listed, and what is listed and passes.</summary>
    /// <param name="engine">What the checks ran on.</param>
    /// <param name="outcomes">Of files that the list is of.</param>
    public IReadOnlyList<string> Differences(string engine, IEnumerable<SqlOutcome> outcomes) =>
    [
        .. outcomes.Where(outcome => outcome.Check.IsJudged).Select(outcome => (outcome.Judgement.Verdict == SqlVerdict.Passed, IsKnown(outcome.Check, engine)) switch
        {
            (false, false) => $"{outcome.Check.File}:{outcome.Check.Line} on {engine} fails, and gaps.txt does not say why",
            (true, true) => $"{outcome.Check.File}:{outcome.Check.Line} on {engine} passes: take it out of gaps.txt, and call ./build docs",
            _ => null,
        }).OfType<string>(),
    ];

    bool IsKnown(SqlCheck check, string engine) => _known.Contains((check.File, check.Line, engine));

    static string RootOfProject([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
