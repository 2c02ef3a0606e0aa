using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift resume.</summary>
sealed class ResumeCommand : StackCommand
{
    public ResumeCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("resume", "Resumes the project's provisioned warehouse in AWS", surroundings, symbols)
    {
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift resume -p pipelines/sparkify"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        var cluster = await ExistingStack.ClusterAsync(context, cancel);
        await context.Stack.Power.ResumeAsync(cluster.Warehouse, status => context.Lines.Say($"{cluster.Warehouse} is {status}"), cancel);
        return ExitCode.Done;
    }
}
