using System.CommandLine;
using System.Text;
using Starlift.Cli.Commands;
using Starlift.Cli.Settings;
using Starlift.Tests.Cli;

namespace Starlift.Tests.Docs;

/// <summary>docs/cli.md, which is made from the commands.</summary>
public sealed class CliReferenceTests
{
    const string Page = "docs/cli.md";

    [Fact]
    public void The_page_lists_the_options_of_every_command() =>
        GeneratedPage.Match(Page, "common options", Options(new GlobalSymbols().All));

    [Fact]
    public void The_page_lists_every_command_with_its_options_exit_codes_and_examples()
    {
        using var terminal = new ScratchTerminal();
        var root = new StarliftRoot(terminal.Surroundings, AllCommands.Of);
        var commands = Commands(root, "starlift").ToList();
        var overview = GeneratedPage.Table(["command", "what it does"], commands.Select(command => (IReadOnlyList<string>)
            [$"[`{command.Name["starlift ".Length..]}`](#{command.Name.Replace(' ', '-')})", $"{command.Command.Description}."]));
        GeneratedPage.Match(Page, "overview", overview);
        GeneratedPage.Match(Page, "commands", string.Join('\n', commands.Select(command => Section(command.Name, command.Command))));
    }

    static IEnumerable<(string Name, StarliftCommand Command)> Commands(Command parent, string name) => parent.Subcommands
        .Where(command => !command.Hidden)
        .SelectMany(command => Commands(command, $"{name} {command.Name}")
            .Prepend((Name: $"{name} {command.Name}", Command: Assert.IsType<StarliftCommand>(command, exactMatch: false))));

    static string Section(string name, StarliftCommand command)
    {
        var page = new StringBuilder($"## {name}\n\n{command.Description}.\n\n```\n{Usage(name, command)}\n```\n");
        var arguments = command.Arguments.Where(argument => !argument.Hidden).ToList();
        if (arguments.Count > 0)
        {
            page.Append('\n').Append(GeneratedPage.Table(
                ["argument", "meaning"], arguments.Select(argument => (IReadOnlyList<string>)[$"`{Shown(argument)}`", $"{argument.Description}"])));
        }

        var options = command.Options.Where(option => !option.Hidden).ToList();
        if (options.Count > 0)
        {
            page.Append('\n').Append(Options(options));
        }

        page.Append($"\nExits with {string.Join(", ", command.AllExitCodes.Select(code => $"{(int)code}"))}.\n");
        return page.Append($"\n```\n{string.Join('\n', command.Examples)}\n```\n").ToString();
    }

    static string Usage(string name, Command command) => string.Join(
        ' ',
        command.Arguments.Where(argument => !argument.Hidden)
            .Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{Shown(argument)}]" : Shown(argument))
            .Prepend(name)
            .Concat(command.Subcommands.Any(sub => !sub.Hidden) ? ["[command]"] : [])
            .Append("[options]"));

    static string Options(IEnumerable<Option> options) => GeneratedPage.Table(
        ["option", "meaning"],
        options.Select(option => (IReadOnlyList<string>)[string.Join(", ", Names(option)), Meaning(option)]));

    static IEnumerable<string> Names(Option option) => option.Aliases.Prepend(option.Name)
        .OrderBy(name => name.Length)
        .Select((name, i) => $"`{name}{(i == option.Aliases.Count && option.HelpName is { } value ? $" {value}" : "")}`");

    static string Meaning(Option option) =>
        option is { HasDefaultValue: true } and not Option<bool> && option.GetDefaultValue() is { } value
            ? $"{option.Description} [default: {value}]"
            : $"{option.Description}";

    static string Shown(Argument argument) => $"<{argument.HelpName ?? argument.Name}>";
}
