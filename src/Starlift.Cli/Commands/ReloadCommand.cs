using System.CommandLine;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;

namespace Starlift.Cli.Commands;

/// <summary>starlift reload.</summary>
sealed class ReloadCommand : ObjectsCommand
{
    readonly Argument<string[]> _what = new("what")
    {
        Description = "Objects as starlift ledger names them, or what their names begin with",
        Arity = ArgumentArity.ZeroOrMore,
    };

    readonly ReloadSymbols _period = new();

    public ReloadCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base(surroundings, symbols, "reload", "Reads objects again that were loaded before, as if they had changed")
    {
        Arguments.Add(_what);
        _period.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift reload s3://udacity-dend/log_data/2018/11/ --dry-run", "starlift reload --since 2018-11-05 --until 2018-11-07"];

    private protected override RunOptions Read(ParseResult parsed)
    {
        var words = parsed.GetValue(_what) ?? [];
        var options = _period.Resolve(parsed) with { Reload = words };
        return words.Length == 0 && options.Since is null && options.Until is null
            ? throw new ConfigurationException("reload needs to know which objects", hint: "name them, or what their names begin with, or give --since; starlift run --full-refresh loads all")
            : options;
    }

    private protected override string? Question(RunPlan plan) => null;
}
