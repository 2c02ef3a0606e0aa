using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Rendering;
using Starlift.Cli.Settings;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift up.</summary>
sealed class UpCommand : StackCommand
{
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<string?> _ttl = DurationSymbol.Ttl();
    readonly MoneySymbol _maxCost = new();

    public UpCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("up", "Puts the project's Redshift warehouse up in AWS, or changes it; it deletes itself when its time is over", surroundings, symbols)
    {
        Options.Add(_ttl);
        Options.Add(_maxCost.Option);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.BillableRemains, ExitCode.Interrupted];

    public override bool UndoesWhenInterrupted => true;

    public override IReadOnlyList<string> Examples { get; } = ["starlift up -p pipelines/sparkify", "starlift up --ttl 4h --max-cost 10 -y"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        var output = _output.Resolve(parsed, Surroundings);
        var options = new UpOptions(DurationSymbol.Read(parsed.GetValue(_ttl), "--ttl"), _maxCost.Resolve(parsed));
        var result = await new StackUp(context).RunAsync(options, cancel);
        if (result.Stack is { } stack)
        {
            context.Terminal.Achieved = $"{stack.Name} is up";
            StackSummary.Write(context.Terminal, await StackView.OfAsync(context, stack, cancel), output);
        }

        return result.ExitCode;
    }
}
