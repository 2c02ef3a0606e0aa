using System.Text.RegularExpressions;
using Starlift.Cli.Commands;
using Starlift.Cli.Settings;
using Starlift.Tests.Cli;

namespace Starlift.Tests.Docs;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_first_commands_are_the_demo_and_the_tests() =>
        Assert.Equal(["./starlift demo", "./build test"], CommandLines().Take(2).Select(line => line.Split("  ")[0].Trim()));

    [Fact]
    public void Every_command_of_the_documentation_exists()
    {
        using var terminal = new ScratchTerminal();
        var commands = AllCommands.Of(terminal.Surroundings, new GlobalSymbols()).Select(command => command.Name).ToList();
        var unknown = CommandLines()
            .Where(line => line.Contains("starlift ", StringComparison.Ordinal))
            .Where(line => !commands.Any(command => Regex.IsMatch(line, $@"starlift {command}\b|starlift (-|…)")))
            .ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_build_command_of_the_documentation_exists()
    {
        var script = Repository.Read("build");
        var unknown = CommandLines()
            .Where(line => line.StartsWith("./build ", StringComparison.Ordinal))
            .Where(line => !script.Contains($"\n  {line.Split(' ')[1]}) ", StringComparison.Ordinal))
            .ToList();
        Assert.Empty(unknown);
    }

    static IEnumerable<string> CommandLines() => new[] { "README.md", "CONTRIBUTING.md" }
        .Concat(Repository.Files("docs", "*.md"))
        .SelectMany(page => CodeBlock().Matches(Repository.Read(page)))
        .SelectMany(block => block.Groups["code"].Value.Split('\n'))
        .Where(line => Command().IsMatch(line));

    [GeneratedRegex(@"^(\./starlift|starlift|\./build) ")]
    private static partial Regex Command();

    [GeneratedRegex(@"^```(sh|bash)?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
