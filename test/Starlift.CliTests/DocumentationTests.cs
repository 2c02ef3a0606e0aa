using System.Text.RegularExpressions;

namespace Starlift.CliTests;

/// <summary>Follows the documentation as a newcomer does: its commands, one after the other, in an empty folder.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    [InlineData("docs/how-to.md")]
    public async Task The_commands_of_a_page_work_when_pasted(string page)
    {
        using var scratch = new ScriptFolder();
        var commands = Commands(page).ToList();
        Assert.NotEmpty(commands);
        if (page == "docs/how-to.md")
        {
            // The page is about a project that is there and has data.
            await Paste(scratch.Path, "starlift init project && starlift generate project/data --songs 50 --days 2 --events 2000 && cp -r project/. . && starlift run");
            commands = [.. commands.Where(command => !command.StartsWith("starlift generate data ", StringComparison.Ordinal))];
        }

        foreach (var command in commands)
        {
            await Paste(scratch.Path, command);
        }
    }

    static async Task Paste(string folder, string command)
    {
        var (exitCode, _, error) = await StarliftProcess.ShellAsync(folder, command);
        Assert.True(exitCode == 0, $"{command}\n{error}");
    }

    /// <summary>Without what stands beside them, what asks a question answered, and without those that need a bucket or data of the reader's.</summary>
    static IEnumerable<string> Commands(string page) => CodeBlock().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, page)))
        .SelectMany(block => block.Groups["code"].Value.Split('\n'))
        .Where(line => Regex.IsMatch(line, @"^(\./)?starlift "))
        .Select(line => Regex.Replace(line, "^\\./|  +[^\"]*$", ""))
        .Select(line => line.StartsWith("starlift reset", StringComparison.Ordinal) ? $"{line} -y" : line)
        .Where(line => !Regex.IsMatch(line, @"s3://|\./bucket$"));

    [GeneratedRegex(@"^ *```\n(?<code>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
