using System.Globalization;

namespace Starlift.CloudTests;

public sealed class ExtendTests
{
    [Fact]
    public async Task Extend_moves_the_end_and_changes_nothing_else()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        var before = new Dictionary<string, string>(project.Stack.Parameters);
        var error = await project.SucceedAsync("extend", "90m");
        Assert.Matches(@"^starlift: starlift-sparkify is to delete itself at \S+ \S+ UTC instead of \S+ \S+ UTC: at most \$2\.16 more\n", error);
        Assert.Equal(TimeSpan.FromMinutes(90), Time(project.Stack.Parameters["ExpiresAt"]) - Time(before["ExpiresAt"]));
        before["ExpiresAt"] = project.Stack.Parameters["ExpiresAt"];
        Assert.Equal(before, project.Stack.Parameters);
        Assert.Equal("UPDATE_COMPLETE", project.Stack.Status);
    }

    [Fact]
    public async Task Extend_touches_the_switch_alone()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        var error = await project.SucceedAsync("extend", "1h");
        Assert.Equal(["Switch"], error.Split('\n').Where(line => line.StartsWith("  UPDATE_COMPLETE ", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).Where(name => name != CloudProject.Name));
    }

    [Fact]
    public async Task A_warehouse_that_is_paused_can_be_extended()
    {
        using var project = new CloudProject("{ region: us-west-2, kind: provisioned }");
        await project.SucceedAsync("up", "-y");
        await project.SucceedAsync("pause");
        await project.SucceedAsync("extend", "1h");
        Assert.Equal("UPDATE_COMPLETE", project.Stack.Status);
    }

    [Fact]
    public async Task Without_a_stack_there_is_nothing_to_extend()
    {
        using var project = new CloudProject();
        Assert.Equal((2, "", "starlift: there is no stack starlift-sparkify in us-west-2\nhint: put it up with starlift up\n"), await project.RunAsync("extend", "1h"));
    }

    [Fact]
    public async Task An_extension_that_AWS_takes_back_is_a_failure()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.FailUpdating = ("Switch", "Denied.");
        var (exitCode, _, error) = await project.RunAsync("extend", "1h");
        Assert.Equal(1, exitCode);
        Assert.Contains("starlift-sparkify was not extended: it is UPDATE_ROLLBACK_COMPLETE", error);
    }

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}
