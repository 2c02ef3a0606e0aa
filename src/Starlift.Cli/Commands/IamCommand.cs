using System.CommandLine;
using Starlift.Aws.Stacks;
using Starlift.Cli.Cloud;
using Starlift.Cli.Policies;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift iam print.</summary>
sealed class IamCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly Argument<string> _action = new("action") { Description = "print, which writes the policy to stdout as JSON" };

    readonly Option<string> _for = new("--for")
    {
        Description = "Whose policy: run, of whoever runs Starlift; copy-role, of the role that Redshift's COPY takes; probe-role, of that role for starlift probe; up, of whoever puts the stack up and down",
        HelpName = "PURPOSE",
        DefaultValueFactory = _ => "run",
    };

    public IamCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("iam", "Prints the AWS policies that this project needs, and nothing more than it needs")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _action.AcceptOnlyFromAmong("print");
        _for.AcceptOnlyFromAmong("run", "copy-role", "probe-role", "up");
        Arguments.Add(_action);
        Options.Add(_for);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.Usage];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift iam print --target redshift --var data=s3://my-bucket", "starlift iam print --for copy-role > copy-role.json", "starlift iam print --for up"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var project = options.ReadProject();
        var purpose = parsed.GetValue(_for) switch
        {
            "copy-role" => PolicyPurpose.CopyRole,
            "probe-role" => PolicyPurpose.ProbeRole,
            "up" => PolicyPurpose.Up,
            _ => PolicyPurpose.Run,
        };
        var policy = purpose == PolicyPurpose.Up
            ? StackPolicy.Of(StackOptions.Of(project, CloudContext.StackName(project, options.Target)))
            : ProjectPolicies.Of(project, project.Target(options.Target), purpose);
        await _surroundings.Terminal.Json.WriteLineAsync(policy.ToJson());
        if (policy.Statements.Count == 0)
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: nothing of this project is in AWS; --var data=s3://bucket names a place there");
        }
        else if (purpose is PolicyPurpose.CopyRole or PolicyPurpose.ProbeRole)
        {
            await _surroundings.Terminal.Error.WriteLineAsync(
                "starlift: the role must also trust redshift.amazonaws.com (and redshift-serverless.amazonaws.com), and be attached to the warehouse");
        }

        return ExitCode.Done;
    }
}
