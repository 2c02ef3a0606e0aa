namespace Starlift.CliTests;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_shows_the_star_and_commands_that_work_when_pasted()
    {
        using var scratch = new SparkifyFolder();
        var (exitCode, output, error) = await StarliftProcess.RunInAsync(scratch.Path, "demo", "--dir", "my demo");
        Assert.True(exitCode == 0, error);
        Assert.Matches(@"(?m)^  staging_events +30 +\d+\.\d MB +200,000 +0  $", output);
        Assert.Contains("\ntop songs, by plays\n", output);
        Assert.Contains("\ntop artists, by plays\n", output);
        Assert.Matches(@"(?m)^  23:00  █+. [\d,]+$", output);
        Assert.Matches(@"(?m)^\d+\.\d% of [\d,]+ plays are of songs that the catalogue holds", output);

        var commands = output.Split('\n').Where(line => line.StartsWith("  starlift ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["query", "report", "plan", "reset", "run"], commands.Select(command => command.Trim().Split(' ')[1]));
        Assert.All(commands, command => Assert.Contains("-p 'my demo'", command));
        foreach (var command in commands)
        {
            var pasted = await StarliftProcess.ShellAsync(scratch.Path, command);
            Assert.True(pasted.ExitCode == 0, $"{command}\n{pasted.Error}");
        }

        var again = await StarliftProcess.RunInAsync(scratch.Path, "demo", "--dir", "my demo");
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("run 3: nothing new, nothing changed: 4,030 objects were loaded before", again.Out);
        Assert.Matches(@"(?m)^  songplays +[\d,]+  $", again.Out);
    }

    [Fact]
    public async Task The_demo_never_writes_into_a_folder_of_something_else()
    {
        using var folder = new SparkifyFolder();
        var (exitCode, output, error) = await StarliftProcess.RunInAsync(folder.Path, "demo", "--dir", ".");
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Matches(@"^starlift: \. is not empty and no demo: it holds \w+.*\nhint: name a new or an empty folder with --dir\n$", error);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task The_demo_takes_no_project_of_anybody_s()
    {
        var (exitCode, _, error) = await StarliftProcess.RunAsync("demo", "-p", "sparkify");
        Assert.Equal(2, exitCode);
        Assert.Equal("starlift: demo makes a project of its own and takes no -p, -t or --var\nhint: name its folder with --dir DIR\n", error);
    }

    [Fact]
    public async Task The_project_of_the_demo_is_the_one_of_the_repository()
    {
        using var scratch = new SparkifyFolder();
        using var running = StarliftProcess.Start(scratch.Path, ["demo", "--dir", "demo"]);
        await running.HasToldAsync("plan    staging_songs");
        running.Interrupt();
        await running.EndAsync();
        var demo = Path.Combine(scratch.Path, "demo");
        Assert.Equal(Files(SourceTree.Sparkify), Files(demo));
        Assert.All(Files(demo), file => Assert.Equal(
            File.ReadAllText(Path.Combine(SourceTree.Sparkify, file)), File.ReadAllText(Path.Combine(demo, file))));
    }

    static List<string> Files(string project) =>
    [
        .. Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(project, path))
            .Where(path => path.EndsWith(".sql", StringComparison.Ordinal) || path == "starlift.yaml")
            .Order(StringComparer.Ordinal),
    ];
}
