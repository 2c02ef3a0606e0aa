using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Starlift.Errors;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>The one place where DuckDB's errors become Starlift's.</summary>
static partial class DuckDbErrors
{
    /// <summary>There is no room on the disk, for the file, its log or what did not fit into memory.</summary>
    public static bool MeansFull(DuckDBException exception) =>
        exception.Message.Contains("No space left", StringComparison.Ordinal) || exception.Message.Contains("not enough space", StringComparison.Ordinal)
            || exception.Message.Contains("max_temp_directory_size", StringComparison.Ordinal);

    /// <summary>The engine has given the file up, and takes no more statements before it is opened again.</summary>
    public static bool MeansInvalidated(DuckDBException exception) => exception.Message.Contains("has been invalidated", StringComparison.Ordinal);

    /// <summary>Others are in transactions that write, so that the log can't be moved now.</summary>
    public static bool MeansOthersWrite(StarliftException exception) =>
        exception.InnerException is DuckDBException && exception.Message.Contains("Cannot CHECKPOINT", StringComparison.Ordinal);

    /// <param name="exception">What the driver threw.</param>
    /// <param name="statement">The Redshift statement that failed; null where it is none of the user's.</param>
    public static StarliftException Translate(DuckDBException exception, EngineStatement? statement)
    {
        var place = statement is null ? null : PlaceOf(exception, statement);
        if (ReadOnly().IsMatch(exception.Message))
        {
            return ReadOnlySession.Refuses(ReasonOf(exception), place, exception);
        }

        var hint = MeansFull(exception) ? "free space on the disk of the target's file, and run again"
            : exception.ErrorType == DuckDBErrorType.OutOfMemory ? "give the target more memory, or fewer threads: memory and threads in starlift.yaml"
            : Candidates().Match(exception.Message) is { Success: true } found ? $"did you mean {found.Groups[1].Value.Trim()}?"
            : null;
        return new StarliftException(
            ExitCode.RunFailed, new Problem(statement is null ? ReasonOf(exception) : DuckDbReasons.Of(ReasonOf(exception), DroppedBy(statement)), place, hint), exception);
    }

    static string DroppedBy(EngineStatement statement) => statement.Source is Sql.OtherStatement { Tree: DropStatement drop } ? drop.Kind.ToString().ToLowerInvariant() : "table";

    // the engine shows a stretch of the line with a mark below; both may be cut
    static SourcePlace? PlaceOf(DuckDBException exception, EngineStatement statement)
    {
        if (Marked().Match(exception.Message) is { Success: true } marked)
        {
            var shown = marked.Groups[2].Value.Trim('.');
            var indent = marked.Groups[1].Length + marked.Groups[2].Value.IndexOf(shown, StringComparison.Ordinal);
            foreach (var written in statement.Statements)
            {
                if (shown.Length > 0 && written.Text.IndexOf(shown, StringComparison.Ordinal) is >= 0 and var index)
                {
                    return statement.PlaceOf(written, index + Math.Max(0, marked.Groups[3].Length - indent));
                }
            }
        }

        return statement.Place;
    }

    /// <summary>One sentence: of what failed because of something else, that.</summary>
    public static string ReasonOf(DuckDBException exception)
    {
        var line = exception.Message.Split('\n', 2, StringSplitOptions.TrimEntries)[0];
        return Original().Match(line) is { Success: true } original ? original.Groups[1].Value : line;
    }

    /// <param name="exception">What opening the database threw.</param>
    /// <param name="path">The database file.</param>
    public static StarliftException TranslateOpen(DuckDBException exception, string path)
    {
        if (Holder().Match(exception.Message) is { Success: true } holder)
        {
            return new StarliftException(
                ExitCode.Locked,
                new Problem($"{path} is in use by {holder.Groups[1].Value}{SinceWhen(holder.Groups[2].Value)}", Hint: "wait until that process is done, or stop it"),
                exception);
        }

        if (MeansFull(exception))
        {
            return new StarliftException(
                ExitCode.RunFailed, new Problem($"{path} can't be opened: {ReasonOf(exception)}", Hint: "free space on its disk, and run again"), exception);
        }

        if (exception.Message.Contains("replaying WAL", StringComparison.Ordinal))
        {
            return new StarliftException(
                ExitCode.Usage,
                new Problem(
                    $"{path} has a log that could not be moved into it: {ReasonOf(exception)}",
                    Hint: "a command that writes moves it, where file and folder may be written: starlift run, or starlift sql"),
                exception);
        }

        return new StarliftException(
            ExitCode.Usage,
            new Problem($"{path} can't be opened as a DuckDB database: {exception.Message.Split('\n')[0]}", Hint: "check the target's path and memory"),
            exception);
    }

    /// <summary>When the process began; empty where that can't be told.</summary>
    static string SinceWhen(string processId)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(processId, CultureInfo.InvariantCulture));
            return string.Create(CultureInfo.InvariantCulture, $" since {process.StartTime.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return "";
        }
    }

    [GeneratedRegex("(?:Original error: |Failed to commit: )(?!.*Original error: )(.+)$")]
    private static partial Regex Original();

    [GeneratedRegex(@"(LINE \d+: )(.*)\n( *)\^")]
    private static partial Regex Marked();

    [GeneratedRegex("read-only mode|read only transaction|READ ONLY|read-only transaction|in read-only")]
    private static partial Regex ReadOnly();

    [GeneratedRegex("Candidate bindings: (.+)")]
    private static partial Regex Candidates();

    [GeneratedRegex(@"Conflicting lock is held in (.+?\(PID (\d+)\))")]
    private static partial Regex Holder();
}
