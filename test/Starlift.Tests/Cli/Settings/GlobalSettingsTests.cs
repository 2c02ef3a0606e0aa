using Starlift.Cli.Settings;
using Starlift.Errors;

namespace Starlift.Tests.Cli.Settings;

public sealed class GlobalSettingsTests
{
    [Fact]
    public async Task A_flag_wins_over_the_environment_and_that_over_the_default()
    {
        using var terminal = new ScratchTerminal();
        Assert.Equal((".", null), await Resolve(terminal, "try"));

        terminal.Environment["STARLIFT_PROJECT"] = "from-environment";
        terminal.Environment["STARLIFT_TARGET"] = "redshift";
        Assert.Equal(("from-environment", "redshift"), await Resolve(terminal, "try"));
        Assert.Equal(("music", "local"), await Resolve(terminal, "try -p music --target local"));
        Assert.Equal(("music", "local"), await Resolve(terminal, "-t local --project music try"));
    }

    [Fact]
    public async Task Variables_are_split_at_the_first_equals_sign()
    {
        using var terminal = new ScratchTerminal();
        GlobalOptions? options = null;
        await terminal.RunAsync("try --var a=1=2 --var b=", (resolved, _) => Keep(options = resolved));
        Assert.Equal([("a", "1=2"), ("b", "")], options!.Overrides.Vars.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal("/home/ada", options.Overrides.CurrentFolder);
    }

    [Fact]
    public async Task A_wrong_format_in_the_environment_is_told()
    {
        using var terminal = new ScratchTerminal();
        terminal.Environment["STARLIFT_OUTPUT"] = "xml";
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("try", (options, _) => Keep(options)));
        Assert.Equal("starlift: 'xml' is no value for STARLIFT_OUTPUT\nhint: allowed: text, json\n", terminal.Error);
    }

    static async Task<(string, string?)> Resolve(ScratchTerminal terminal, string commandLine)
    {
        GlobalOptions? options = null;
        Assert.Equal(ExitCode.Done, await terminal.RunAsync(commandLine, (resolved, _) => Keep(options = resolved)));
        return (options!.ProjectFolder, options.Target);
    }

    static Task<ExitCode> Keep(GlobalOptions options) => Task.FromResult(options is null ? ExitCode.RunFailed : ExitCode.Done);
}
