using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift down.</summary>
sealed class DownCommand : StackCommand
{
    public DownCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("down", "Deletes the project's warehouse in AWS with all its data, and proves that nothing of it is left", surroundings, symbols)
    {
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.BillableRemains, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift down -p pipelines/sparkify", "starlift down -y"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        try
        {
            return await new StackDown(context).RunAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }
}
