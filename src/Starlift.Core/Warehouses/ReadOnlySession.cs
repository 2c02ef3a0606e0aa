using Starlift.Errors;

namespace Starlift.Warehouses;

/// <summary>What is told where a session that was opened for reading is asked to write.</summary>
public static class ReadOnlySession
{
    /// <param name="reason">What the warehouse says.</param>
    /// <param name="place">Of the statement; null where it is none of the user's.</param>
    /// <param name="inner">The driver's exception; null where the statement was not sent.</param>
    public static StarliftException Refuses(string reason, SourcePlace? place, Exception? inner) => new(
        ExitCode.Usage,
        new Problem($"this statement writes, and the session may only read: {reason.TrimEnd('!', '.')}", place, "run statements that write with starlift sql"),
        inner);
}
