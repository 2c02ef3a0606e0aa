using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>The one place where DuckDB's errors become Starlift's.</summary>
static partial class DuckDbErrors
{
    /// <param name="exception">What the driver threw.</param>
    /// <param name="statement">The Redshift statement that failed.</param>
    public static StarliftException Translate(DuckDBException exception, SqlStatement statement)
    {
        var lines = exception.Message.Split('\n', 2, StringSplitOptions.TrimEntries);
        var hint = Candidates().Match(exception.Message) is { Success: true } found ? $"did you mean {found.Groups[1].Value.Trim()}?" : null;
        return new StarliftException(
            ExitCode.RunFailed,
            new Problem(lines[0], statement.Source.PlaceOf(statement.Source.Start), hint),
            exception);
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

    [GeneratedRegex("Candidate bindings: (.+)")]
    private static partial Regex Candidates();

    [GeneratedRegex(@"Conflicting lock is held in (.+?\(PID (\d+)\))")]
    private static partial Regex Holder();
}
