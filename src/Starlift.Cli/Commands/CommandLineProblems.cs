using System.CommandLine;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>Tells what is wrong with a command line.</summary>
static class CommandLineProblems
{
    /// <summary>At least one problem of a command line that did not parse.</summary>
    public static IReadOnlyList<Problem> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"see {NameOf(parsed)} --help";
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return [.. parsed.Errors.Select(error => new Problem(error.Message.TrimEnd('.'), Hint: help))];
        }

        var allowed = Names(command).ToList();
        return [.. parsed.UnmatchedTokens.Select(token => new Problem(
            $"'{token}' is no {(token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument")} of {NameOf(parsed)}",
            Hint: NearMiss.Hint(token.Split('=')[0], allowed) ?? Selecting(parsed, command, token) ?? help))];
    }

    /// <summary>The hint for a name that stands where --select is meant; null for other commands and other words.</summary>
    static string? Selecting(ParseResult parsed, Command command, string token) =>
        !token.StartsWith('-') && command.Options.Any(option => option.Name == "--select") ? $"to load one table only: {NameOf(parsed)} --select {token}" : null;

    static string NameOf(ParseResult parsed) => NameOf(parsed.CommandResult.Command);

    static string NameOf(Command command) =>
        command is RootCommand ? "starlift" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? NameOf(parent) : "starlift")} {command.Name}";

    static IEnumerable<string> Names(Command command)
    {
        var options = command.Options.Concat(Ancestors(command).SelectMany(parent => parent.Options.Where(option => option.Recursive)));
        return [.. command.Subcommands.Select(candidate => candidate.Name), .. options.Select(option => option.Name)];
    }

    static IEnumerable<Command> Ancestors(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Ancestors(parent).Prepend(parent));
}
