using System.Globalization;

namespace Starlift.CloudTests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_whose_run_fails_takes_the_warehouse_down_and_tells_what_it_cost()
    {
        using var project = new CloudProject();
        var (exitCode, _, error) = await project.RunAsync("session", "-y");
        Assert.Equal(5, exitCode);
        Assert.Contains("CREATE_COMPLETE              starlift-sparkify", error);
        Assert.Matches(@"starlift: starlift-sparkify is gone; nothing that bears its tag is left; AWS counted 0\.42 RPU hours, \$0\.15, in \d min\n$", error);
        Assert.Null(project.Aws.Live(CloudProject.Name));
        Assert.Empty(project.Aws.Buckets);
    }

    [Fact]
    public async Task A_session_that_can_not_be_taken_down_ends_with_8()
    {
        using var project = new CloudProject();
        project.Aws.FailDeleting = ("Workgroup", "It is busy.");
        var (exitCode, _, error) = await project.RunAsync("session", "-y");
        Assert.Equal(8, exitCode);
        Assert.Contains("starlift: Workgroup (AWS::RedshiftServerless::Workgroup) could not be deleted: It is busy\n", error);
    }

    [Fact]
    public async Task A_session_interrupted_while_it_goes_up_leaves_nothing()
    {
        using var project = new CloudProject();
        project.Aws.Held = "Workgroup";
        using var running = project.Start("session", "-y");
        await running.HasToldAsync("CREATE_IN_PROGRESS           Workgroup");
        running.Interrupt();
        Assert.Equal(130, (await CloudProject.EndAsync(running)).ExitCode);
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }

    [Fact]
    public async Task A_session_interrupted_while_it_runs_is_taken_down()
    {
        using var project = new CloudProject();
        project.Aws.RefusesLogin = false;
        using var running = project.Start("session", "-y");
        await running.HasToldAsync("refuses the connection; the next attempt");
        running.Interrupt();
        var (exitCode, _, error) = await CloudProject.EndAsync(running);
        Assert.Equal(130, exitCode);
        Assert.Contains("starlift: interrupted; nothing was published\n", error);
        Assert.Contains("starlift: starlift-sparkify is gone;", error);
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }

    [Fact]
    public async Task A_run_warns_when_the_warehouse_is_about_to_delete_itself()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        Assert.DoesNotContain("deletes itself in", (await project.RunAsync("run")).Error);
        project.Stack.Parameters["ExpiresAt"] = TimeProvider.System.GetUtcNow().AddMinutes(12).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Matches(@"^starlift: starlift-sparkify deletes itself in 1[12] min, at \S+ \S+ UTC; starlift extend 1h gives it more time\n", (await project.RunAsync("run")).Error);
    }

    [Fact]
    public async Task A_run_without_its_stack_says_how_to_get_it()
    {
        using var project = new CloudProject();
        Assert.Equal((2, "", "starlift: there is no stack starlift-sparkify in us-west-2\nhint: put it up with starlift up\n"), await project.RunAsync("run"));
    }

    [Fact]
    public async Task The_callers_policy_is_printed_for_the_project()
    {
        using var project = new CloudProject();
        var (exitCode, output, _) = await project.RunAsync("iam", "print", "--for", "up");
        Assert.Equal(0, exitCode);
        Assert.Contains("arn:aws:cloudformation:us-west-2:*:stack/starlift-sparkify/*", output);
        Assert.Contains("\"aws:ResourceTag/starlift:stack\"", output);
        Assert.DoesNotContain("${", output);
    }

    [Fact]
    public async Task A_session_leaves_a_warehouse_that_was_up_before()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        var (_, _, error) = await project.RunAsync("session", "-y");
        Assert.EndsWith("starlift: starlift-sparkify was up before the session and stays; starlift down takes it down\n", error);
        Assert.Equal("CREATE_COMPLETE", project.Stack.Status);
    }

    [Fact]
    public async Task A_session_that_fails_to_go_up_runs_nothing()
    {
        using var project = new CloudProject();
        project.Aws.FailCreating = ("Bucket", "Too many buckets.");
        var (exitCode, _, error) = await project.RunAsync("session", "-y");
        Assert.Equal(1, exitCode);
        Assert.EndsWith("starlift: starlift-sparkify was rolled back: nothing of it is left\nhint: mend the cause, then starlift up again\n", error);
    }
}
