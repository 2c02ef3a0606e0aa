using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>A command that handles the project's stack in AWS.</summary>
abstract class StackCommand : StarliftCommand
{
    readonly GlobalSymbols _symbols;
    readonly AwsSymbols _aws = new();

    protected StackCommand(string name, string description, Surroundings surroundings, GlobalSymbols symbols)
        : base(name, description)
    {
        Surroundings = surroundings;
        _symbols = symbols;
        _aws.All.ToList().ForEach(Options.Add);
    }

    protected Surroundings Surroundings { get; }

    /// <summary>Does what needs no account; null where there is nothing such, and the work follows.</summary>
    protected virtual ExitCode? ExecuteWithoutAccount(GlobalOptions options, ParseResult parsed, Func<string?, string?> regionOf) => null;

    /// <summary>Does the work.</summary>
    protected abstract Task<ExitCode> ExecuteAsync(CloudContext context, ParseResult parsed, CancellationToken cancel);

    protected sealed override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(Surroundings);
        if (ExecuteWithoutAccount(options, parsed, region => _aws.Resolve(parsed, region).Region) is { } done)
        {
            return done;
        }

        using var context = await CloudContext.OpenAsync(Surroundings, options, region => _aws.Resolve(parsed, region), cancel);
        return await ExecuteAsync(context, parsed, cancel);
    }
}
