namespace Starlift.CliTests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_version_goes_to_stdout()
    {
        var (exitCode, output, error) = await StarliftProcess.RunAsync("--version");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^starlift \d+\.\d+\.\d+\n$", output);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task The_help_goes_to_stdout()
    {
        var (exitCode, output, error) = await StarliftProcess.RunAsync("--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("Usage:", output);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task A_usage_error_goes_to_stderr_and_exits_with_2()
    {
        var (exitCode, output, error) = await StarliftProcess.RunAsync("--projct");
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Equal("starlift: '--projct' is no option of starlift\nhint: did you mean '--project'?\n", error);
    }
}
