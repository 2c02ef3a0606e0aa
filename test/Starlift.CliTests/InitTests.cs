namespace Starlift.CliTests;

public sealed class InitTests
{
    [Fact]
    public async Task A_new_project_is_named_after_its_folder_and_its_next_steps_work_when_pasted()
    {
        using var scratch = new ScriptFolder();
        var (exitCode, output, error) = await StarliftProcess.RunInAsync(scratch.Path, "init", "city music");
        Assert.True(exitCode == 0, error);
        Assert.StartsWith("made the project city-music in city music: ", output);
        var settings = File.ReadAllText(Path.Combine(scratch.Path, "city music", "starlift.yaml"));
        Assert.StartsWith("name: city-music\n", settings);
        Assert.Contains("path: out/city-music.duckdb", settings);
        Assert.Contains("out/\n", File.ReadAllText(Path.Combine(scratch.Path, "city music", ".gitignore")));

        var commands = output.Split('\n').Where(line => line.StartsWith("  starlift ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["generate", "plan", "run"], commands.Select(command => command.Trim().Split(' ')[1]));
        foreach (var command in commands)
        {
            var pasted = await StarliftProcess.ShellAsync(scratch.Path, command.Contains("generate", StringComparison.Ordinal) ? $"{command} --songs 50 --events 2000 --days 2" : command);
            Assert.True(pasted.ExitCode == 0, $"{command}\n{pasted.Error}");
        }
    }

    [Fact]
    public async Task A_new_project_has_the_files_of_Sparkify()
    {
        using var scratch = new ScriptFolder();
        Directory.CreateDirectory(Path.Combine(scratch.Path, "music"));
        Assert.Equal(0, (await StarliftProcess.RunInAsync(Path.Combine(scratch.Path, "music"), "init", ".")).ExitCode);
        foreach (var file in Directory.EnumerateFiles(SourceTree.Sparkify, "*.sql", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(SourceTree.Sparkify, file)))
        {
            Assert.Equal(File.ReadAllText(Path.Combine(SourceTree.Sparkify, file)), File.ReadAllText(Path.Combine(scratch.Path, "music", file)));
        }
    }

    [Fact]
    public async Task A_folder_that_holds_data_alone_becomes_a_project()
    {
        using var scratch = new ScriptFolder();
        Directory.CreateDirectory(Path.Combine(scratch.Path, "music/data"));
        File.WriteAllText(Path.Combine(scratch.Path, "music/data/a.json"), "{}");
        var (exitCode, _, error) = await StarliftProcess.RunInAsync(Path.Combine(scratch.Path, "music"), "init", ".");
        Assert.True(exitCode == 0, error);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(scratch.Path, "music/data/a.json")));
    }

    [Theory]
    [InlineData(".", @"^starlift: \. is not empty: it holds \S+\nhint: name a new or an empty folder\n$")]
    [InlineData("copy.sql", @"^starlift: copy\.sql is a file; a project is a folder\nhint: name a new or an empty folder\n$")]
    [InlineData("2018", @"^starlift: no name for a project can be made of the folder /\S+/2018\nhint: name a folder with a letter in its name\n$")]
    public async Task What_can_t_become_a_project_is_left_alone(string folder, string expected)
    {
        using var scratch = new ScriptFolder();
        var (exitCode, output, error) = await StarliftProcess.RunInAsync(scratch.Path, "init", folder);
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Matches(expected, error);
        Assert.False(File.Exists(Path.Combine(scratch.Path, "starlift.yaml")) || Directory.Exists(Path.Combine(scratch.Path, "2018")));
    }
}
