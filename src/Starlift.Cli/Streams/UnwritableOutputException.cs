using Starlift.Errors;

namespace Starlift.Cli.Streams;

/// <summary>What a command has to say can't be written to stdout.</summary>
sealed class UnwritableOutputException : StarliftException
{
    public UnwritableOutputException(IOException cause)
        : base(
            cause.HResult == Posix.BrokenPipe ? ExitCode.ReaderGone : ExitCode.Unwritten,
            new Problem($"the result can't be written to stdout: {cause.Message}", Hint: "check what stdout leads to, and write it again"),
            cause)
    {
    }

    /// <summary>Somebody read as much as they wanted, which is no error of anyone's.</summary>
    public bool ReaderIsGone => ExitCode == ExitCode.ReaderGone;
}
