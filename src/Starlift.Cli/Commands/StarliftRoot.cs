using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Starlift.Cli.Settings;
using Starlift.Cli.Shells;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Commands;

/// <summary>The command line as a whole. Without a command it shows its help.</summary>
sealed class StarliftRoot : RootCommand
{
    readonly GlobalSymbols _symbols = new();

    public StarliftRoot(Surroundings surroundings, Func<Surroundings, GlobalSymbols, IEnumerable<StarliftCommand>> commands)
        : base("Loads JSON from S3 into a star schema with plain Redshift SQL, on a laptop, PostgreSQL or Amazon Redshift.")
    {
        HelpName = "starlift";
        Options.Clear();
        Directives.Clear();
        var suggest = new SuggestDirective();
        suggest.Action = new SuggestAction(suggest);
        Directives.Add(suggest);
        var width = surroundings.Terminal.Width;
        Options.Add(new HelpOption { Action = new HelpScreen(width, asked: true), Recursive = true });
        Options.Add(new VersionOption { Action = new VersionLine() });
        _symbols.All.ToList().ForEach(Options.Add);
        foreach (var command in commands(surroundings, _symbols))
        {
            Subcommands.Add(command);
        }

        new Suggestions(surroundings, _symbols).AddTo(this);

        Action = new HelpScreen(width, asked: false);
    }

    /// <inheritdoc cref="GlobalSymbols.LogsJson"/>
    public bool LogsJson(ParseResult parsed, Surroundings surroundings) => _symbols.LogsJson(parsed, surroundings);
}
