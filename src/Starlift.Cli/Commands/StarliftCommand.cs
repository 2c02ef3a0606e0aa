using System.CommandLine;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>One command; its help lists its exit codes and examples.</summary>
abstract class StarliftCommand : Command
{
    protected StarliftCommand(string name, string description)
        : base(name, description)
    {
        SetAction(async (parsed, cancel) => (int)await ExecuteAsync(parsed, cancel));
    }

    /// <summary>All that the command can end with, in their order, but for what any command can: see <see cref="AllExitCodes"/>.</summary>
    public abstract IReadOnlyList<ExitCode> ExitCodes { get; }

    /// <summary>All that the command can end with, in their order.</summary>
    public IReadOnlyList<ExitCode> AllExitCodes => [.. ExitCodes.Append(ExitCode.Unwritten).Append(ExitCode.ReaderGone).Order()];

    /// <summary>After an interruption it undoes what it has begun outside the process, which may take long.</summary>
    public virtual bool UndoesWhenInterrupted => false;

    /// <summary>Where a server holds the database, the server executes the command.</summary>
    public virtual bool WorksThroughServers => true;

    /// <summary>Whole command lines, at least one.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Does the work; results go to stdout, progress to stderr.</summary>
    /// <exception cref="StarliftException">Told to the user; its exit code becomes the process's.</exception>
    protected abstract Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel);
}
