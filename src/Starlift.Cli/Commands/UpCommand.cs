using System.CommandLine;
using Starlift.Aws.Stacks;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift up.</summary>
sealed class UpCommand : StackCommand
{
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<string?> _ttl = DurationSymbol.Ttl();
    readonly MoneySymbol _maxCost = new();
    readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows what would be made and its price, and writes the template to stdout; needs no AWS account" };

    public UpCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("up", "Puts the project's Redshift warehouse up in AWS, or changes it; it deletes itself when its time is over", surroundings, symbols)
    {
        Options.Add(_ttl);
        Options.Add(_maxCost.Option);
        Options.Add(_dryRun);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.BillableRemains, ExitCode.Interrupted];

    public override bool UndoesWhenInterrupted => true;

    public override IReadOnlyList<string> Examples { get; } = ["starlift up -p pipelines/sparkify", "starlift up --ttl 4h --max-cost 10 -y", "starlift up --dry-run > redshift.yaml"];

    protected override ExitCode? ExecuteWithoutAccount(GlobalOptions options, ParseResult parsed, Func<string?, string?> regionOf)
    {
        if (!parsed.GetValue(_dryRun))
        {
            return null;
        }

        var project = options.ReadProject();
        var stack = StackOptions.Of(project, CloudContext.StackName(project, options.Target));
        var region = regionOf(stack.Region) ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
            ?? throw new ConfigurationException("no AWS region is stated", hint: "write region under cloud in starlift.yaml, give --region, or set AWS_REGION");
        new DryRun(Surroundings.Terminal).Show(stack with { Region = region }, DurationSymbol.Read(parsed.GetValue(_ttl), "--ttl") ?? stack.Ttl, _maxCost.Resolve(parsed));
        return ExitCode.Done;
    }

    string? Variable(string name) => Surroundings.Environment(name) is { Length: > 0 } value ? value : null;

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
