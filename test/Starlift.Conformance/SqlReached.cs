using System.Globalization;
using System.Runtime.CompilerServices;
using Starlift.Cases;

namespace Starlift.Conformance;

/// <summary>How many checks of the files beside the project pass on each engine: the file reached.txt says so, and no count may fall below it.</summary>
public sealed class SqlReached
{
    static readonly string File = Path.Combine(RootOfProject(), "reached.txt");

    readonly Dictionary<(string File, string Engine), int> _counts;

    SqlReached(Dictionary<(string File, string Engine), int> counts) => _counts = counts;

    public static SqlReached Read() => new(System.IO.File.ReadLines(File)
        .Select(line => line.Split(' '))
        .ToDictionary(parts => (parts[0], parts[1]), parts => int.Parse(parts[2], CultureInfo.InvariantCulture)));

    /// <summary>Null of a file that it says nothing of.</summary>
    public int? Of(string file, string engine) => _counts.TryGetValue((file, engine), out var count) ? count : null;

    /// <summary>Sentences: files with fewer passes than were reached, and others than these with a check that failed.</summary>
    public IReadOnlyList<string> Fallen(string engine, IEnumerable<SqlOutcome> outcomes) =>
    [
        .. outcomes.GroupBy(outcome => outcome.Check.File).Select(file => Of(file.Key, engine) is { } reached
            ? PassesOf(file) < reached ? $"{file.Key} on {engine}: {PassesOf(file)} checks pass, {reached} did" : null
            : file.Count(outcome => outcome.Judgement.Verdict != SqlVerdict.Passed) is > 0 and var failed ? $"{file.Key} on {engine}: {failed} failed" : null)
            .OfType<string>(),
    ];

    /// <summary>Replaces what is said of these files and this engine.</summary>
    public void Remember(string engine, IEnumerable<SqlOutcome> outcomes)
    {
        foreach (var file in outcomes.GroupBy(outcome => outcome.Check.File))
        {
            _counts[(file.Key, engine)] = PassesOf(file);
        }
    }

    public void Write() => System.IO.File.WriteAllLines(File, _counts
        .Select(pair => (Line: $"{pair.Key.File} {pair.Key.Engine}", pair.Value))
        .OrderBy(pair => pair.Line, StringComparer.Ordinal)
        .Select(pair => $"{pair.Line} {pair.Value}"));

    static int PassesOf(IEnumerable<SqlOutcome> outcomes) => outcomes.Count(outcome => outcome.Check.IsJudged && outcome.Judgement.Verdict == SqlVerdict.Passed);

    static string RootOfProject([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
