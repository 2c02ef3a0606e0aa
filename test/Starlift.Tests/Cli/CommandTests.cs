using System.CommandLine;
using System.Text.RegularExpressions;
using Starlift.Cli.Commands;
using Starlift.Errors;

namespace Starlift.Tests.Cli;

/// <summary>What holds for every command there is, whoever adds one.</summary>
public sealed class CommandTests
{
    /// <summary>Command lines without the program's name, such as "runs show".</summary>
    public static TheoryData<string> Names => [.. All().Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_help_shows_examples_and_exit_codes(string name)
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Done, await terminal.RunAsync($"{name} --help"));
        Assert.Matches(@"\nExit codes:\n(  \d+ +[A-Z].+\.\n)+\nExamples?:\n(  \S.*\n)+$", terminal.Out);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_are_command_lines_that_it_understands(string name)
    {
        var (root, command) = Find(name);
        foreach (var example in command.Examples)
        {
            var own = Regex.Replace(example, "\"[^\"]*\"|'[^']*'", "text").Split(["&&", "|", "<(", ")", ">"], StringSplitOptions.TrimEntries)
                .Where(part => part.StartsWith("starlift ", StringComparison.Ordinal))
                .Select(part => root.Parse(part["starlift ".Length..]))
                .ToList();
            Assert.Contains(own, parsed => parsed.CommandResult.Command == command);
            Assert.All(own, parsed => Assert.Empty(parsed.Errors));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_exit_codes_are_in_order_and_say_how_it_ends_well_and_on_wrong_usage(string name)
    {
        var (_, command) = Find(name);
        Assert.Equal(command.ExitCodes.Distinct().Order(), command.ExitCodes);
        Assert.Contains(ExitCode.Done, command.ExitCodes);
        Assert.Contains(ExitCode.Usage, command.ExitCodes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_description_its_options_and_its_arguments_are_phrases_without_a_full_stop(string name)
    {
        var (_, command) = Find(name);
        Assert.All(
            command.Options.Select(option => option.Description).Concat(command.Arguments.Select(argument => argument.Description)).Append(command.Description),
            text => Assert.Matches(@"^(\p{Lu}|--|\w+, ).*[^.]$", text));
    }

    static (Command Root, StarliftCommand Command) Find(string name)
    {
        using var terminal = new ScratchTerminal();
        var root = new StarliftRoot(terminal.Surroundings, AllCommands.Of);
        return (root, (StarliftCommand)root.Parse(name).CommandResult.Command);
    }

    static IEnumerable<(string Name, Command Command)> All()
    {
        using var terminal = new ScratchTerminal();
        return [.. Below(new StarliftRoot(terminal.Surroundings, AllCommands.Of), "")];
    }

    static IEnumerable<(string Name, Command Command)> Below(Command parent, string prefix) => parent.Subcommands
        .SelectMany(command => Below(command, $"{prefix}{command.Name} ").Prepend(($"{prefix}{command.Name}", command)));
}
