using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift session: up, run, report, down; down whatever happens.</summary>
sealed class SessionCommand : StackCommand
{
    static readonly string[] StepNames = ["run", "report"];

    readonly GlobalSymbols _symbols;
    readonly Option<string?> _ttl = DurationSymbol.Ttl();
    readonly MoneySymbol _maxCost = new();

    public SessionCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("session", "Puts the warehouse up in AWS, runs the project on it and takes it down again, whatever happens", surroundings, symbols)
    {
        _symbols = symbols;
        Options.Add(_ttl);
        Options.Add(_maxCost.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
    [
        ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.ChecksFailed, ExitCode.Rejects, ExitCode.Access, ExitCode.Locked,
        ExitCode.BillableRemains, ExitCode.Interrupted,
    ];

    public override bool UndoesWhenInterrupted => true;

    public override IReadOnlyList<string> Examples { get; } = ["starlift session -t redshift --var data=s3://udacity-dend --ttl 1h --max-cost 5 -y"];

    protected override async Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel)
    {
        var settings = _symbols.Read(parsed);
        var target = TargetOf(settings.Resolve(Surroundings));
        var up = await new StackUp(context).RunAsync(new UpOptions(DurationSymbol.Read(parsed.GetValue(_ttl), "--ttl"), _maxCost.Resolve(parsed)), cancel);
        if (up.Stack is not { } stack)
        {
            return up.ExitCode;
        }

        var code = await WorkAsync(parsed, settings, target, cancel);
        if (up.WasThere)
        {
            context.Lines.Say($"{stack.Name} was up before the session and stays; starlift down takes it down");
            return code;
        }

        // Its own token: an interrupted session is taken down all the same.
        var down = await new StackDown(context).DeleteAsync(stack.Id, CancellationToken.None);
        return down == ExitCode.Done ? code : down;
    }

    // Each command tells its own errors and ends with its own code, as if it had been typed.
    async Task<ExitCode> WorkAsync(ParseResult parsed, GlobalSettings settings, string target, CancellationToken cancel)
    {
        var app = new App(Surroundings);
        string[] shared =
        [
            .. settings.Project is { } project ? ["-p", project] : Array.Empty<string>(), "-t", target, .. settings.Vars.SelectMany(var => new[] { "--var", var }),
        ];
        foreach (var command in Steps(parsed))
        {
            var code = await app.RunAsync([command.Name, .. shared, .. Typed(parsed, command, "--aws-profile"), .. Typed(parsed, command, "--region")], cancel);
            if (code != ExitCode.Done)
            {
                return code;
            }
        }

        return ExitCode.Done;
    }

    static IEnumerable<Command> Steps(ParseResult parsed) =>
        StepNames.SelectMany(name => parsed.RootCommandResult.Command.Subcommands.Where(command => command.Name == name));

    static string TargetOf(GlobalOptions options)
    {
        var project = options.ReadProject();
        var name = options.Target ?? project.Targets.FirstOrDefault(target => target.Values.ContainsKey("stack"))?.Name
            ?? throw new ConfigurationException("no target has a stack to run on", hint: "declare one, such as 'redshift: { type: redshift, stack: sparkify }'");
        DataApiTarget.RefuseTransactions(project.Target(name), "session");
        return name;
    }

    static string[] Typed(ParseResult parsed, Command command, string option) =>
        command.Options.Any(candidate => candidate.Name == option) && parsed.GetValue<string?>(option) is { } value ? [option, value] : [];
}
