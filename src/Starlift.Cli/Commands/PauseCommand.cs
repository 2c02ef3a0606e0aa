using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift pause.</summary>
sealed class PauseCommand : StackCommand
{
    public PauseCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("pause", "Pauses the project's provisioned warehouse in AWS, which costs its storage only until it is resumed", surroundings, symbols)
    {
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift pause -p pipelines/sparkify"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        var cluster = await ExistingStack.ClusterAsync(context, cancel);
        await context.Stack.Power.PauseAsync(cluster.Warehouse, status => context.Lines.Say($"{cluster.Warehouse} is {status}"), cancel);
        context.Lines.Say($"it still deletes itself at {StackLines.Time(cluster.Expires)}");
        return ExitCode.Done;
    }
}
