using Starlift.Errors;

namespace Starlift.Tests.Cli.Commands;

public sealed class AppTests
{
    [Fact]
    public async Task Without_a_command_it_shows_its_help()
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Done, await terminal.RunAsync(""));
        Snapshot.Match("help", terminal.Out);
        Assert.Equal("", terminal.Error);
    }

    [Fact]
    public async Task The_help_of_a_command_lists_its_exit_codes_and_examples()
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Done, await terminal.RunAsync("try --help --nonsense", Done));
        Snapshot.Match("help-try", terminal.Out);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Done, await terminal.RunAsync("--version"));
        Assert.Matches(@"^starlift \d+\.\d+\.\d+\n$", terminal.Out);
    }

    [Theory]
    [InlineData("rty", "starlift: 'rty' is no command of starlift\nhint: did you mean 'try'?\n")]
    [InlineData("try --projetc=x", "starlift: '--projetc=x' is no option of starlift try\nhint: did you mean '--project'?\n")]
    [InlineData("try x", "starlift: 'x' is no argument of starlift try\nhint: see starlift try --help\n")]
    [InlineData("try -p", "starlift: Required argument missing for option: '-p'\nhint: see starlift try --help\n")]
    [InlineData("try --var data", "starlift: --var data: a variable and its value are parted by '='\nhint: write --var name=value\n")]
    [InlineData("try --var a=1 --var a=2", "starlift: --var gives 'a' two values\nhint: keep one of them\n")]
    [InlineData("try -o jsn", "starlift: 'jsn' is no value for --output\nhint: did you mean 'json'?\n")]
    [InlineData("try --log-format jsn", "starlift: 'jsn' is no value for --log-format\nhint: did you mean 'json'?\n")]
    [InlineData("try -o csv", "starlift: 'csv' is no value for --output\nhint: allowed: text, json\n")]
    public async Task A_wrong_command_line_is_told_with_a_hint(string commandLine, string expected)
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync(commandLine, Done));
        Assert.Equal(expected, terminal.Error);
        Assert.Equal("", terminal.Out);
    }

    [Theory]
    [InlineData("@/")]
    [InlineData("@/no/such/file")]
    [InlineData("@/dev/null")]
    public async Task An_argument_that_begins_with_an_at_sign_is_no_file_of_arguments(string argument)
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync($"try {argument}", Done));
        Assert.Contains($"'{argument}'", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_is_told_with_place_and_hint_and_its_exit_code()
    {
        using var terminal = new ScratchTerminal();
        var problems = new[] { new Problem("the one", new SourcePlace("a.sql", 2, 3), "mend it"), new Problem("the other") };
        Assert.Equal(ExitCode.ChecksFailed, await terminal.RunAsync("try", (_, _) => throw new StarliftException(ExitCode.ChecksFailed, problems)));
        Assert.Equal("starlift: the one\n  at a.sql:2:3\nhint: mend it\nstarlift: the other\n", terminal.Error);
    }

    [Fact]
    public async Task A_bug_prints_its_stack_trace_and_exits_with_1()
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal(ExitCode.RunFailed, await terminal.RunAsync("try", (_, _) => throw new InvalidOperationException("oops")));
        Assert.Contains("oops", terminal.Error);
        Assert.Contains("   at ", terminal.Error);
    }

    [Fact]
    public async Task An_interrupted_command_exits_with_130()
    {
        using var terminal = new ScratchTerminal();
        using var source = new CancellationTokenSource();
        var running = terminal.RunUntilAsync("try", async (_, cancel) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel);
            return ExitCode.Done;
        }, source.Token);
        Assert.Equal(ExitCode.Interrupted, await running);
    }

    static Task<ExitCode> Done(Starlift.Cli.Settings.GlobalOptions options, CancellationToken cancel) => Task.FromResult(ExitCode.Done);
}
