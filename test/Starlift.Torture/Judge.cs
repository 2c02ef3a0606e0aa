using System.Text.RegularExpressions;
using Starlift.Torture.Harms;

namespace Starlift.Torture;

/// <summary>Holds what is there against what was there, what an undisturbed run leaves, and what was said.</summary>
static partial class Judge
{
    static readonly int[] ExitCodes = [0, 1, 2, 3, 4, 5, 6, 130];

    /// <summary>Of the process that was harmed.</summary>
    public static IEnumerable<Finding> OfHarm(Work work, Undisturbed undisturbed, Harmed harmed, Content now)
    {
        var end = harmed.End;
        var (isOld, isNew) = (now.PublishedText == undisturbed.States[work.Start].PublishedText, work.Publishes && now.PublishedText == undisturbed.States[work.End].PublishedText);
        if (!isOld && !isNew)
        {
            yield return now.Differs(undisturbed.States[work.End], "neither the old nor the new is there: at once")!;
        }

        foreach (var finding in OfProcess(harmed).Concat(work == Work.Script ? OfScript(undisturbed, end, now) : work.Publishes ? OfWords(work, end, now, isNew) : []))
        {
            yield return finding;
        }
    }

    /// <summary>Of copies of the database's files, made in this order while the process worked: what one holds, the next does not lack.</summary>
    public static IEnumerable<Finding> OfCopies(Work work, Undisturbed undisturbed, IEnumerable<Content> copies)
    {
        var (hasPublished, units) = (false, 0);
        foreach (var copy in copies)
        {
            var isNew = copy.PublishedText == undisturbed.States[work.End].PublishedText;
            if (!isNew && copy.PublishedText != undisturbed.States[work.Start].PublishedText)
            {
                yield return copy.Differs(undisturbed.States[work.End], "neither the old nor the new is in a copy: there")!;
            }
            else if (hasPublished && !isNew)
            {
                yield return new Finding(Fault.Lost, "a copy does not hold the star that an earlier one did");
            }

            hasPublished |= work.Publishes && isNew;
            var reached = work == Work.Script ? undisturbed.UnitsReached(copy).Where(unit => unit >= units).ToList() : [0];
            if (reached.Count == 0)
            {
                yield return new Finding(Fault.Lost, $"a copy holds the script's tables as after none of its units from {units} on: {copy.Script}");
                yield break;
            }

            units = reached[0];
        }
    }

    /// <summary>Of the next run, and of what is there then.</summary>
    public static IEnumerable<Finding> OfNext(Content expected, ProcessEnd next, Content now)
    {
        if (next.ExitCode != 0)
        {
            yield return new Finding(
                Claims.OfUnopenable().IsMatch(next.Error) ? Fault.Unopenable : Claims.OfBug().IsMatch(next.Error) ? Fault.Crashed : Fault.Stuck,
                $"the next run ends with {next.ExitCode}: {ErrorOf(next.Error)}");
            yield break;
        }

        if (now.Differs(expected, "after the next run") is { } difference)
        {
            yield return difference;
        }
        else if (now.Shape != expected.Shape)
        {
            yield return new Finding(Fault.Lost, "after the next run the star's tables have other columns");
        }

        if (now.Tables.Except(expected.Tables).ToList() is { Count: > 0 } tables)
        {
            yield return new Finding(Fault.LeftOver, $"after the next run there are the tables {string.Join(", ", tables)}");
        }
    }

    static IEnumerable<Finding> OfProcess(Harmed harmed)
    {
        var end = harmed.End;
        if (end.Hung)
        {
            yield return new Finding(Fault.Stuck, "it never ended");
        }
        else if (Claims.OfBug().IsMatch(end.Error + end.Out))
        {
            yield return new Finding(Fault.Crashed, $"it tells of a bug: {ErrorOf(end.Error)}");
        }
        else if (!ExitCodes.Contains(end.ExitCode) && end.Signals.Count == 0)
        {
            yield return new Finding(Fault.Crashed, $"it ended with {end.ExitCode}");
        }

        if (harmed.IsDiskFull && end.ExitCode != 0 && !Claims.OfFullDisk().IsMatch(end.Error))
        {
            yield return new Finding(Fault.Untrue, $"the disk was full, and it says: {ErrorOf(end.Error)}");
        }
    }

    static IEnumerable<Finding> OfWords(Work work, ProcessEnd end, Content now, bool isNew)
    {
        var text = $"{end.Out}\n{end.Error}";
        var (nothing, success, doubt) = (Claims.OfNothing().IsMatch(text), Claims.OfSuccess().IsMatch(text), Claims.OfDoubt().IsMatch(text));
        if (!isNew && (end.ExitCode == 0 || success))
        {
            yield return new Finding(Fault.Lost, $"it ended with {end.ExitCode} and claims success, and nothing is published");
        }

        if (isNew && nothing)
        {
            yield return new Finding(Fault.Untrue, $"it is published, and it says: {ErrorOf(end.Error)}");
        }
        else if (isNew && end.ExitCode != 0 && !end.IsKilled && !success && !doubt)
        {
            yield return new Finding(Fault.Untrue, $"it is published, and it ended with {end.ExitCode} and says: {ErrorOf(end.Error)}");
        }

        if (work.IsRun && isNew != now.LastRun.EndsWith("|done", StringComparison.Ordinal) && (isNew || end.ExitCode == 0 || now.LastRun.StartsWith("2|", StringComparison.Ordinal)))
        {
            yield return new Finding(Fault.Untrue, $"it is {(isNew ? "" : "not ")}published, and the last run's record is {now.LastRun}");
        }

        if (work.IsRun && end.ExitCode == 0 && RunNumber().Match(end.Out) is { Success: true } told && !now.LastRun.StartsWith($"{told.Groups[1].Value}|", StringComparison.Ordinal))
        {
            yield return new Finding(Fault.Untrue, $"it says {told.Value}, and the last run's record is {now.LastRun}");
        }
    }

    static IEnumerable<Finding> OfScript(Undisturbed undisturbed, ProcessEnd end, Content now)
    {
        var states = undisturbed.Script;
        var told = SqlScript.UnitsDoneAt(Step.LastLine(end.Error)) ?? 0;
        var reached = undisturbed.UnitsReached(now);
        if (reached.Count == 0)
        {
            yield return new Finding(Fault.Lost, $"the script's tables are as after none of its units: {now.Script}");
        }
        else if (reached[^1] < (end.ExitCode == 0 ? states.Count - 1 : told))
        {
            yield return new Finding(Fault.Lost, $"the script's tables are as after unit {reached[^1]}, and it said to have done {(end.ExitCode == 0 ? "all" : told)}");
        }
        else if (!reached.Any(unit => states[unit].History == now.ScriptHistory))
        {
            yield return new Finding(
                Fault.Lost, $"the history of the script's loads, completed, rejects counted and kept, is {now.ScriptHistory} after unit {reached[^1]}, and should be {states[reached[^1]].History}");
        }
    }

    /// <summary>The error, and its hint.</summary>
    static string ErrorOf(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var error = Array.FindLastIndex(
            lines, line => line.StartsWith("starlift: ", StringComparison.Ordinal) || line.Contains("\"level\":\"error\"", StringComparison.Ordinal)
                || line.Contains("\"level\":\"warn\",\"message\":\"starlift: ", StringComparison.Ordinal));
        return string.Join(' ', lines.Skip(Math.Max(0, error)).Take(2));
    }

    [GeneratedRegex(@"(?:\brun |""run_id"": ?)(\d+)(?:: done|: nothing|,)")]
    private static partial Regex RunNumber();
}
