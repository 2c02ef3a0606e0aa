using Starlift.Errors;
using Starlift.Tests.Projects;

namespace Starlift.Tests.Cli.Probing;

public sealed class ProbeCommandTests
{
    const string Yaml = """
        name: music
        default_target: local
        targets:
          local: { type: duckdb, path: music.duckdb }
          aws: { type: redshift, stack: music }
          far: { type: redshift, host: lake.abc.us-west-2.redshift.amazonaws.com, via: data-api }
          lake: { type: redshift, host: lake.example, user: ada, password: x }
        cloud: { region: us-west-2 }

        """;

    [Fact]
    public async Task A_target_of_another_type_is_refused_in_one_sentence()
    {
        var (code, error) = await RunAsync("probe");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Matches(@"^starlift: the target 'local' is of type duckdb, and probe asks a Redshift\n  at .*starlift\.yaml:4:\d+\n$", error);
    }

    [Fact]
    public async Task A_target_without_a_connection_is_refused()
    {
        var (code, error) = await RunAsync("probe -t far");
        Assert.Equal(ExitCode.Usage, code);
        Assert.StartsWith("starlift: the target 'far' is reached over the Data API, and probe needs a connection\n", error);
    }

    [Fact]
    public async Task A_target_without_a_place_for_objects_is_refused()
    {
        var (code, error) = await RunAsync("probe -t lake");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("starlift: the target names no place for the objects of a probe\n", error);
        Assert.Contains("hint: add manifests: s3://bucket/prefix to the target\n", error);
    }

    [Theory]
    [InlineData("probe -t aws --only nothing", "starlift: no case and no check matches nothing\nhint: write * for any text, such as --only 'decimal-*'; docs/probe.md says where the cases are\n")]
    [InlineData("probe -t aws --cases /nowhere", "starlift: there is no folder /nowhere of cases\nhint: give --cases a folder that holds one folder a case\n")]
    [InlineData("probe -t aws --time-limit soon", "starlift: 'soon' is no duration for --time-limit\nhint: a whole number with its unit, such as 30m, 2h or 1d\n")]
    [InlineData("probe -t aws --time-limit 2h", "starlift: the warehouse may cost $2.88 in 2 h 0 min, more than $1.00\nhint: give a shorter --time-limit, or a higher --max-cost\n")]
    [InlineData("probe -t aws --max-cost 0.10", "starlift: the warehouse may cost $0.36 in 15 min 0 s, more than $0.10\nhint: give a shorter --time-limit, or a higher --max-cost\n")]
    public async Task What_can_not_be_is_refused_before_anything_is_asked(string commandLine, string told)
    {
        var (code, error) = await RunAsync(commandLine);
        Assert.Equal((ExitCode.Usage, told), (code, error));
    }

    [Fact]
    public async Task The_price_of_a_stack_is_told_for_the_time_limit()
    {
        var (code, error) = await RunAsync("probe -t aws --dry-run --time-limit 30m");
        Assert.Equal(ExitCode.Done, code);
        Assert.EndsWith("starlift: it costs at most $0.72: that is the warehouse until the time limit of 30 min 0 s; S3 costs less than a cent\n", error);
    }

    static async Task<(ExitCode Code, string Error)> RunAsync(string commandLine)
    {
        using var scratch = ScratchProject.With(Yaml);
        using var terminal = new ScratchTerminal();
        return (await terminal.RunAsync($"{commandLine} -p {scratch.Folder}"), terminal.Error);
    }
}
