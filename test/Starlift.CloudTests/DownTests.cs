namespace Starlift.CloudTests;

public sealed class DownTests
{
    [Fact]
    public async Task Down_deletes_everything_empties_the_bucket_and_proves_it()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        Assert.Single(project.Aws.Buckets);
        var error = await project.SucceedAsync("down", "-y");
        Assert.Matches(@"(?m)^  DELETE_COMPLETE +Namespace \(AWS::RedshiftServerless::Namespace\)$", error);
        Assert.Contains("starlift: removed the bucket starlift-sparkify-bucket-1x2y3z\nstarlift: removed the role starlift-sparkify-DeletionRole-ABC123\n", error);
        Assert.Matches(@"starlift: starlift-sparkify is gone; nothing that bears its tag is left; AWS counted 0\.42 RPU hours, \$0\.15, in 0 min\n$", error);
        Assert.Empty(project.Aws.Buckets);
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }

    [Fact]
    public async Task Where_AWS_does_not_tell_its_count_the_bound_is_told()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.StatementError = "ERROR: permission denied for relation sys_serverless_usage";
        var error = await project.SucceedAsync("down", "-y");
        Assert.Contains("starlift: AWS's own count of the cost can't be read: ERROR: permission denied for relation sys_serverless_usage\n", error);
        Assert.Matches(@"it cost at most \$0\.\d+ in 0 min\n$", error);
    }

    [Fact]
    public async Task A_second_down_finds_nothing_and_is_no_failure()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        await project.SucceedAsync("down", "-y");
        Assert.Equal("starlift: there is no stack starlift-sparkify in us-west-2, and nothing of one is left\n", await project.SucceedAsync("down"));
    }

    [Fact]
    public async Task Down_asks_first()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        var (exitCode, _, error) = await project.RunAsync("down");
        Assert.Equal((2, "starlift: down deletes starlift-sparkify in us-west-2 with all its data: that needs a yes, and there is no terminal to ask on\nhint: add -y\n"), (exitCode, error));
        Assert.Equal("CREATE_COMPLETE", project.Stack.Status);
    }

    [Fact]
    public async Task A_deletion_that_fails_says_why_and_ends_with_8()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.FailDeleting = ("Namespace", "There is a snapshot in progress.");
        var (exitCode, _, error) = await project.RunAsync("down", "-y");
        Assert.Equal(8, exitCode);
        Assert.EndsWith(
            """
            starlift: Namespace (AWS::RedshiftServerless::Namespace) could not be deleted: There is a snapshot in progress
            starlift: starlift-sparkify is DELETE_FAILED
            starlift: something that may cost money remains
            hint: mend the cause and starlift down again, or delete it in the AWS console

            """,
            error);
        var (upExitCode, _, upError) = await project.RunAsync("up", "-y");
        Assert.Equal(8, upExitCode);
        Assert.Contains("starlift-sparkify is DELETE_FAILED", upError);
        project.Aws.FailDeleting = null;
        await project.SucceedAsync("down", "-y");
    }

    [Theory]
    [InlineData("serverless", "Namespace", "starlift: deleted the workgroup starlift-sparkify\nstarlift: deleted the namespace starlift-sparkify\n")]
    [InlineData("provisioned", "Cluster", "starlift: deleted the cluster starlift-sparkify\n")]
    public async Task What_the_remembered_role_may_not_delete_is_deleted_with_the_callers_rights(string kind, string resource, string told)
    {
        using var project = new CloudProject($"{{ region: us-west-2, kind: {kind} }}");
        await project.SucceedAsync("up", "-y");
        project.Aws.FailDeleting = (resource, "User: arn:aws:sts::123456789012:assumed-role/starlift-sparkify-DeletionRole is not authorized to perform this");
        var error = await project.SucceedAsync("down", "-y");
        Assert.Contains("starlift: AWS can't delete starlift-sparkify with the role that it remembers; what costs money is deleted with yours\n" + told, error);
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }

    [Fact]
    public async Task A_stack_that_the_switch_half_deleted_is_finished()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.FailDeleting = ("Namespace", "Something was in the way.");
        Assert.Equal(8, (await project.RunAsync("down", "-y")).ExitCode);
        Assert.Equal("DELETE_FAILED", project.Stack.Status);
        await project.SucceedAsync("down", "-y");
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }

    [Fact]
    public async Task Without_the_remembered_role_what_costs_is_deleted_and_the_rest_told()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.FailDeleting = ("Namespace", "Something was in the way.");
        await project.RunAsync("down", "-y");
        project.Aws.DeletionRoleIsGone = true;
        var (exitCode, _, error) = await project.RunAsync("down", "-y");
        Assert.Equal(8, exitCode);
        Assert.DoesNotContain("Namespace", project.Stack.Resources);
        Assert.Matches("starlift: starlift-sparkify is DELETE_FAILED: .*is invalid or cannot be assumed", error);
    }

    [Fact]
    public async Task What_is_still_tagged_is_listed_and_ends_with_8()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.OtherTagged.Add("arn:aws:ec2:us-west-2:123456789012:security-group/sg-1");
        var (exitCode, _, error) = await project.RunAsync("down", "-y");
        Assert.Equal(8, exitCode);
        Assert.Contains("starlift: arn:aws:ec2:us-west-2:123456789012:security-group/sg-1 is still there\n", error);
    }

    [Fact]
    public async Task What_a_stack_left_that_deleted_itself_is_shown_and_removed()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.Query("DeleteStack", new() { ["StackName"] = CloudProject.Name });
        while (project.Aws.Live(CloudProject.Name) is not null)
        {
            project.Aws.Query("DescribeStacks", new() { ["StackName"] = CloudProject.Name });
        }

        var (_, output, _) = await project.RunAsync("status");
        Assert.Matches(@"^stack +there is no starlift-sparkify in us-west-2\nleft behind +arn:aws:s3:::starlift-sparkify-bucket-1x2y3z; starlift down removes it\nleft behind +role starlift-sparkify-DeletionRole-ABC123;", output);
        await project.SucceedAsync("down", "-y");
        Assert.Empty(project.Aws.Buckets);
    }

    [Fact]
    public async Task A_down_during_anothers_change_is_refused()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Stack.Status = "UPDATE_IN_PROGRESS";
        var (exitCode, _, error) = await project.RunAsync("down", "-y");
        Assert.Equal(6, exitCode);
        Assert.Contains("starlift-sparkify is being changed by somebody else: UPDATE_IN_PROGRESS", error);
    }

    [Fact]
    public async Task Ctrl_C_in_mid_down_says_that_AWS_goes_on_and_the_next_down_waits_for_it()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        using var running = project.Start("down", "-y");
        lock (project.Aws)
        {
            project.Aws.Held = null;
        }

        await running.HasToldAsync("DELETE_IN_PROGRESS           starlift-sparkify");
        running.Interrupt();
        var (exitCode, _, error) = await CloudProject.EndAsync(running);
        if (exitCode == 130)
        {
            Assert.EndsWith("starlift: interrupted; AWS goes on deleting starlift-sparkify; starlift down again waits for it\n", error);
        }

        await project.SucceedAsync("down", "-y");
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }
}
