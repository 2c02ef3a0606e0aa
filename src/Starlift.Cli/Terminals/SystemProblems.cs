using Starlift.Errors;

namespace Starlift.Cli.Terminals;

/// <summary>What the system refuses a file or a folder, where no part of Starlift knows better what it was for.</summary>
static class SystemProblems
{
    public static Problem Of(Exception error) => new(
        $"the system refuses: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}",
        Hint: error is UnauthorizedAccessException ? "check who may read and write there" : "check that the folder is there and the disk has room");

    /// <summary>Credentials, permission or network; else the run failed.</summary>
    public static ExitCode CodeOf(Exception error) => error is UnauthorizedAccessException ? ExitCode.Access : ExitCode.RunFailed;
}
