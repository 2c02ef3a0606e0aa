using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>
/// The comment that a SQL file begins with, read as settings: lines "-- key: value" up to the first other line. A line with two blanks
/// after its dashes goes on with the value before it. Comments further down are the author's own.
/// </summary>
sealed partial class HeaderComment
{
    readonly List<HeaderEntry> _entries = [];

    HeaderComment()
    {
    }

    /// <param name="file">Whose first lines are read.</param>
    /// <param name="keys">Those that the header may hold.</param>
    /// <param name="problems">Gets a problem for each line that is no setting, and for each unknown, repeated or empty one.</param>
    public static HeaderComment Of(SqlFile file, IReadOnlyList<string> keys, List<Problem> problems)
    {
        var header = new HeaderComment();
        var source = file.Statements[0].Source;
        foreach (var (line, start) in Lines(source))
        {
            header.Read(line, source.PlaceOf(start), keys, problems);
        }

        foreach (var empty in header._entries.Where(entry => entry.Value.Length == 0))
        {
            problems.Add(new Problem($"'{empty.Key}' has no value", empty.Place, $"write: -- {empty.Key}: …"));
        }

        header._entries.RemoveAll(entry => entry.Value.Length == 0);
        return header;
    }

    /// <summary>Null where the header does not hold the key.</summary>
    public HeaderEntry? this[string key] => _entries.Find(entry => entry.Key == key);

    void Read(string line, SourcePlace place, IReadOnlyList<string> keys, List<Problem> problems)
    {
        if (_entries.Count > 0 && Continuation().Match(line) is { Success: true } more)
        {
            var last = _entries[^1];
            _entries[^1] = last with { Value = $"{last.Value} {more.Groups[1].Value}".Trim() };
        }
        else if (Setting().Match(line) is not { Success: true } setting)
        {
            problems.Add(new Problem(
                "a line of the file's header is no 'key: value'",
                place,
                "begin it with two blanks if it goes on with the line before; put other comments below an empty line"));
        }
        else
        {
            Add(new HeaderEntry(setting.Groups[1].Value.ToLowerInvariant(), setting.Groups[2].Value, place), keys, problems);
        }
    }

    // An unknown or repeated key is kept all the same, so that the lines that go on with it are not taken for another's.
    void Add(HeaderEntry entry, IReadOnlyList<string> keys, List<Problem> problems)
    {
        if (!keys.Contains(entry.Key))
        {
            problems.Add(new Problem($"the file's header has an unknown key '{entry.Key}'", entry.Place, Suggestion.For(entry.Key, keys)));
        }
        else if (this[entry.Key] is not null)
        {
            problems.Add(new Problem($"the file's header has '{entry.Key}' twice", entry.Place, "keep one of them"));
        }

        _entries.Add(entry);
    }

    static IEnumerable<(string Line, int Start)> Lines(SqlSource source)
    {
        var begun = false;
        for (var at = 0; at < source.Start;)
        {
            var end = source.Text.IndexOf('\n', at);
            var line = source.Text[at..(end < 0 ? source.Text.Length : end)].TrimStart('\uFEFF').TrimEnd();
            if (line.StartsWith("--", StringComparison.Ordinal))
            {
                begun = true;
                yield return (line, at);
            }
            else if (begun || line.Length > 0)
            {
                yield break;
            }

            at = end < 0 ? source.Start : end + 1;
        }
    }

    [GeneratedRegex(@"^--(?:  |\t)\s*(.*)$")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^-- ?([A-Za-z_]+)\s*:\s*(.*)$")]
    private static partial Regex Setting();
}
