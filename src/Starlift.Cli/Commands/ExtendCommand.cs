using System.CommandLine;
using Starlift.Aws.Stacks;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift extend.</summary>
sealed class ExtendCommand : StackCommand
{
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Argument<string> _by = new("duration") { Description = "How much later the warehouse deletes itself, such as 30m or 2h" };

    public ExtendCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("extend", "Lets the project's warehouse in AWS live longer", surroundings, symbols)
    {
        Arguments.Add(_by);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift extend 1h -p pipelines/sparkify"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        var output = _output.Resolve(parsed, Surroundings);
        var by = DurationSymbol.Read(parsed.GetValue(_by), "extend")!.Value;
        var stack = await ExistingStack.OfAsync(context, cancel);
        var from = stack.Expires!.Value > context.Now ? stack.Expires.Value : context.Now;
        var expires = from + by;
        var cost = StackCost.Of(stack, context.Options.Price, context.Stack.Region);
        context.Lines.Say($"{stack.Name} is to delete itself at {StackLines.Time(expires)} instead of {StackLines.Time(stack.Expires.Value)}{(cost is null ? "" : $": at most {Money.Of(cost.For(by))} more")}");
        var end = await context.Stack.ExtendAsync(stack, expires, context.Lines.Event, cancel);
        if (end.Expires is not { } now || Math.Abs((now - expires).TotalSeconds) > 1)
        {
            throw new StarliftException(
                ExitCode.RunFailed, new Problem($"{stack.Name} was not extended: it is {end.Status}{(end.Reason is { } reason ? $": {reason}" : "")}", Hint: "starlift status shows when it deletes itself"));
        }

        context.Terminal.Achieved = $"{stack.Name} was extended";
        StackSummary.Write(context.Terminal, await StackView.OfAsync(context, end, cancel), output);
        return ExitCode.Done;
    }
}
