using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift status.</summary>
sealed class StatusCommand : StackCommand
{
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public StatusCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("status", "Shows the project's warehouse in AWS: state, endpoint, time left and cost so far", surroundings, symbols)
    {
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift status -p pipelines/sparkify", "starlift status -o json"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        var output = _output.Resolve(parsed, Surroundings);
        var stack = await context.Stack.DescribeAsync(cancel);
        StackSummary.Write(context.Terminal, await StackView.OfAsync(context, stack is { IsEmpty: true } ? null : stack, cancel), output);
        return ExitCode.Done;
    }
}
