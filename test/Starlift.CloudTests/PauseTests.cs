namespace Starlift.CloudTests;

public sealed class PauseTests
{
    [Fact]
    public async Task A_cluster_is_paused_shown_so_and_resumed()
    {
        using var project = new CloudProject("{ region: us-west-2, kind: provisioned }");
        await project.SucceedAsync("up", "-y");
        Assert.Contains("starlift: starlift-sparkify is pausing\nstarlift: starlift-sparkify is paused\n", await project.SucceedAsync("pause"));
        Assert.Matches(@"(?m)^state +CREATE_COMPLETE, cluster paused$", (await project.RunAsync("status")).Out);
        Assert.Contains("starlift: starlift-sparkify is resuming\nstarlift: starlift-sparkify is available\n", await project.SucceedAsync("resume"));
        Assert.Equal(1, project.Endpoint.Calls.Count(call => call == "redshift:PauseCluster"));
    }

    [Fact]
    public async Task A_serverless_warehouse_can_not_be_paused()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        Assert.Equal((2, "", "starlift: starlift-sparkify is serverless, which can't be paused\nhint: it costs nothing but its storage while no query runs\n"), await project.RunAsync("pause"));
    }
}
