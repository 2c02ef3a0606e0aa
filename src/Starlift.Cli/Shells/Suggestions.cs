using System.CommandLine;
using System.CommandLine.Completions;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Shells;

/// <summary>What a shell may put where a value is expected: the choices of an option, and the names that the project declares.</summary>
sealed class Suggestions(Surroundings surroundings, GlobalSymbols symbols)
{
    /// <summary>Gives all commands below <paramref name="command"/> and itself their suggestions, by the names of options and arguments.</summary>
    public void AddTo(Command command)
    {
        // Options without a value, such as --version, share one argument in the library, which would keep whatever is added to it.
        foreach (var option in command.Options.Where(option => option.Arity.MaximumNumberOfValues > 0))
        {
            option.CompletionSources.Add(context => OfOption(option, context));
        }

        foreach (var argument in command.Arguments)
        {
            // Else the help would show the suggestions in its place.
            argument.HelpName ??= argument.Name;
            argument.CompletionSources.Add(context => argument.Name == "load" ? Items(Loads(context)) : []);
        }

        foreach (var subcommand in command.Subcommands)
        {
            AddTo(subcommand);
        }
    }

    IEnumerable<CompletionItem> OfOption(Option option, CompletionContext context) => Items(option switch
    {
        { Name: "--target" } => ProjectOf(context)?.Targets.Select(target => target.Name) ?? [],
        { Name: "--select" } => Loads(context),
        { Name: "--var" } => ProjectOf(context)?.Vars.Keys.Select(name => $"{name}=") ?? [],
        { HelpName: { } choices } when choices.Contains('|', StringComparison.Ordinal) => choices.Split('|'),
        _ => [],
    });

    IEnumerable<string> Loads(CompletionContext context) => ProjectOf(context)?.Loads.Select(load => load.Name) ?? [];

    // Whoever completes a line is not told what is wrong with the project.
    Project? ProjectOf(CompletionContext context)
    {
        try
        {
            return symbols.ReadUnfinished(context.ParseResult).Resolve(surroundings).ReadProject();
        }
        catch (StarliftException)
        {
            return null;
        }
    }

    static IEnumerable<CompletionItem> Items(IEnumerable<string> names) => names.Select(name => new CompletionItem(name));
}
