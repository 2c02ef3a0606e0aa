namespace Starlift.CloudTests;

public sealed class UpTests
{
    [Fact]
    public async Task Up_plans_creates_and_shows_the_endpoint()
    {
        using var project = new CloudProject();
        project.Aws.Host = "sparkify.example.com";
        var (exitCode, output, error) = await project.RunAsync("up", "-y");
        Assert.Equal(0, exitCode);
        Assert.StartsWith("starlift: new stack starlift-sparkify in us-west-2, account 123456789012, as arn:aws:iam::123456789012:user/ada\n  + Bucket (AWS::S3::Bucket)\n", error);
        Assert.Contains("  price: at most $1.44 an hour, and only while queries run (4 RPUs at $0.36; us-west-2, 2026-11-25); at most $2.88 in 2 h\n", error);
        Assert.Matches(@"(?m)^  deletes itself: \d{4}-\d\d-\d\d \d\d:\d\d UTC, in 2 h$", error);
        Assert.Matches(@"(?m)^  CREATE_COMPLETE +Workgroup \(AWS::RedshiftServerless::Workgroup\)$", error);
        Assert.Matches(@"^stack +starlift-sparkify in us-west-2\nstate +CREATE_COMPLETE\nendpoint +sparkify\.example\.com:1/dev\nkind +serverless\n", output);
        Assert.Equal("CREATE_COMPLETE", project.Stack.Status);
    }

    [Fact]
    public async Task A_stack_is_made_with_what_the_project_says_and_tagged()
    {
        using var project = new CloudProject("{ region: us-west-2, data_buckets: [a-b, c-d], base_capacity: 16, max_capacity: 32 }");
        project.Aws.S3.Make("a-b", "us-west-2");
        project.Aws.S3.Make("c-d", "us-west-2");
        await project.SucceedAsync("up", "-y", "--ttl", "30m");
        var parameters = project.Stack.Parameters;
        Assert.Equal("arn:aws:s3:::a-b,arn:aws:s3:::c-d", parameters["DataBucketArns"]);
        Assert.Equal("arn:aws:s3:::a-b/*,arn:aws:s3:::c-d/*", parameters["DataObjectArns"]);
        Assert.Equal("198.51.100.7/32", parameters["AdminCidr"]);
        Assert.Equal(("16", "32", "ada"), (parameters["BaseCapacity"], parameters["MaxCapacity"], parameters["Owner"]));
        var left = DateTimeOffset.Parse(parameters["ExpiresAt"] + "Z", System.Globalization.CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        Assert.InRange(left.TotalMinutes, 28, 30);
        var made = Assert.Single(project.Endpoint.Bodies, body => body.StartsWith("Action=CreateChangeSet", StringComparison.Ordinal));
        Assert.Contains("Tags.member.3.Key=starlift%3Astack&Tags.member.3.Value=starlift-sparkify", made);
    }

    [Fact]
    public async Task Data_in_another_region_are_refused_before_anything_is_made()
    {
        using var project = new CloudProject("{ region: eu-central-1, data_buckets: [udacity-dend] }", new ScriptedAws { Region = "eu-central-1" });
        project.Aws.S3.Remove("udacity-dend");
        project.Aws.S3.Make("udacity-dend", "us-west-2");
        var (exitCode, _, error) = await project.RunAsync("up", "-y");
        Assert.Equal(
            (2, "starlift: the bucket udacity-dend is in us-west-2 and the manifests of its loads would lie in eu-central-1: a COPY reads its manifest in the region of its data\n"
                + "hint: put the warehouse up in us-west-2 (region under cloud in starlift.yaml), or give the target manifests: s3://bucket/prefix in a bucket of us-west-2\n"),
            (exitCode, error));
        Assert.Empty(project.Aws.Stacks);
    }

    [Fact]
    public async Task Manifests_in_the_region_of_the_data_let_the_warehouse_be_elsewhere()
    {
        using var project = new CloudProject(null, new ScriptedAws { Region = "eu-central-1" });
        project.Aws.S3.Remove("udacity-dend");
        project.Aws.S3.Make("udacity-dend", "us-west-2");
        project.Aws.S3.Make("own", "us-west-2");
        project.Write("""
            name: sparkify
            targets:
              redshift: { type: redshift, stack: sparkify, manifests: s3://own/manifests }
            cloud: { region: eu-central-1, data_buckets: [udacity-dend] }

            """);
        await project.SucceedAsync("up", "-y");
        Assert.Equal("arn:aws:s3:::udacity-dend,arn:aws:s3:::own", project.Stack.Parameters["DataBucketArns"]);
    }

    [Fact]
    public async Task A_data_bucket_that_is_not_there_is_told_before_anything_is_made()
    {
        using var project = new CloudProject("{ region: us-west-2, data_buckets: [udacity-dent] }");
        Assert.Equal((2, "", "starlift: there is no bucket udacity-dent\nhint: check its name\n"), await project.RunAsync("up", "-y"));
        Assert.Empty(project.Aws.Stacks);
    }

    [Theory]
    [InlineData("my.stack")]
    [InlineData("a--b")]
    [InlineData("ends-")]
    [InlineData("a_-b")]
    [InlineData("a-name-of-twenty-nine-letters")]
    public async Task A_name_that_AWS_refuses_is_refused_with_the_rule(string name)
    {
        using var project = new CloudProject();
        project.Write($$"""
            name: sparkify
            targets:
              redshift: { type: redshift, stack: {{name}} }
            cloud: { region: us-west-2 }

            """);
        var (exitCode, _, error) = await project.RunAsync("up", "-y");
        Assert.Equal(2, exitCode);
        Assert.StartsWith($"starlift: '{name}' can't name a stack: AWS takes letters and digits, single hyphens or underscores between them, and at most 28 characters\n  at ", error);
        Assert.EndsWith("starlift.yaml:3:38\nhint: give the target another stack name\n", error);
        Assert.Empty(project.Endpoint.Captured);
    }

    [Fact]
    public async Task A_warehouse_that_is_not_public_is_open_to_nobody()
    {
        using var project = new CloudProject("{ region: us-west-2, public: 'false' }");
        await project.SucceedAsync("up", "-y");
        Assert.Equal(("false", ""), (project.Stack.Parameters["Public"], project.Stack.Parameters["AdminCidr"]));
    }

    [Fact]
    public async Task A_second_up_changes_nothing()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        var expires = project.Stack.Parameters["ExpiresAt"];
        var (exitCode, output, error) = await project.RunAsync("up");
        Assert.Equal(0, exitCode);
        Assert.EndsWith("starlift: starlift-sparkify is up as the project says; nothing changes\n", error);
        Assert.Contains("CREATE_COMPLETE", output);
        Assert.Equal(expires, project.Stack.Parameters["ExpiresAt"]);
        Assert.Single(project.Endpoint.Calls, call => call == "cloudformation:ExecuteChangeSet");
    }

    [Fact]
    public async Task Changed_settings_are_shown_before_they_are_applied()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Cloud("{ region: us-west-2, data_buckets: [udacity-dend], max_capacity: 64 }");
        var error = await project.SucceedAsync("up", "-y");
        Assert.Contains("starlift: changes of stack starlift-sparkify", error);
        Assert.Contains("  ~ Workgroup (AWS::RedshiftServerless::Workgroup)\n  MaxCapacity: 4 → 64\n", error);
        Assert.Contains("at most $23.04 an hour", error);
        Assert.Equal(("UPDATE_COMPLETE", "64"), (project.Stack.Status, project.Stack.Parameters["MaxCapacity"]));
    }

    [Theory]
    [InlineData("base_capacity: 16, max_capacity: 64", "8 8", "8 64,16 64")]
    [InlineData("base_capacity: 16, max_capacity: 16", "8 8", "8 16,16 16")]
    [InlineData("base_capacity: 8, max_capacity: 8", "32 64", "8 64,8 8")]
    [InlineData("base_capacity: 16, max_capacity: 32", "8 64", "16 64,16 32")]
    public async Task Capacities_change_one_after_the_other_and_the_base_is_never_above_the_maximum(string wanted, string before, string steps)
    {
        var capacities = before.Split(' ');
        using var project = new CloudProject($"{{ region: us-west-2, data_buckets: [udacity-dend], base_capacity: {capacities[0]}, max_capacity: {capacities[1]} }}");
        await project.SucceedAsync("up", "-y");
        project.Cloud($"{{ region: us-west-2, data_buckets: [udacity-dend], {wanted} }}");
        var error = await project.SucceedAsync("up", "-y");
        Assert.Contains("starlift: step 2 of 2: AWS changes a workgroup by one setting at a time\n", error);
        Assert.Equal(steps, string.Join(',', project.Stack.Capacities.Skip(1)));
    }

    [Fact]
    public async Task A_second_step_that_fails_leaves_what_the_first_changed()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.FailUpdating = ("Workgroup", "Base capacity is not available here.");
        project.Aws.UpdatesBeforeFailure = 1;
        project.Cloud("{ region: us-west-2, data_buckets: [udacity-dend], base_capacity: 16, max_capacity: 64 }");
        var (exitCode, _, error) = await project.RunAsync("up", "-y");
        Assert.Equal(1, exitCode);
        Assert.Contains("starlift-sparkify was rolled back: it is as it was after step 1\n", error);
    }

    [Fact]
    public async Task A_stack_without_an_endpoint_is_no_success()
    {
        using var project = new CloudProject();
        project.Aws.Host = "";
        var (exitCode, output, error) = await project.RunAsync("up", "-y");
        Assert.Equal((8, ""), (exitCode, output));
        Assert.EndsWith("starlift: starlift-sparkify is CREATE_COMPLETE and tells no endpoint, so nothing can connect to it\nhint: take it down with starlift down, then put it up again\n", error);
    }

    [Fact]
    public async Task A_change_that_replaces_the_warehouse_says_what_is_lost()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Cloud("{ region: us-west-2, data_buckets: [udacity-dend], kind: provisioned }");
        var error = await project.SucceedAsync("up", "-y");
        Assert.Contains("  ± Cluster (AWS::Redshift::Cluster), made anew: what it holds is lost\n  Kind: serverless → provisioned\n", error);
    }

    [Fact]
    public async Task Without_a_terminal_and_a_yes_nothing_is_created()
    {
        using var project = new CloudProject();
        var (exitCode, _, error) = await project.RunAsync("up");
        Assert.Equal(2, exitCode);
        Assert.EndsWith("starlift: up creates starlift-sparkify: that needs a yes, and there is no terminal to ask on\nhint: add -y\n", error);
        Assert.Null(project.Aws.Live(CloudProject.Name));
    }

    [Fact]
    public async Task Max_cost_refuses_before_anything_is_asked_of_AWS()
    {
        using var project = new CloudProject();
        var (exitCode, _, error) = await project.RunAsync("up", "-y", "--max-cost", "2");
        Assert.Equal((2, "starlift: starlift-sparkify may cost $2.88 in 2 h, more than --max-cost $2.00\nhint: give it a shorter --ttl, less capacity, or a higher --max-cost\n"), (exitCode, error));
        Assert.Equal(["cloudformation:DescribeStacks"], project.Endpoint.Calls);
        await project.SucceedAsync("up", "-y", "--max-cost", "2", "--ttl", "1h");
    }

    [Fact]
    public async Task Max_cost_is_kept_by_AWS_too()
    {
        using var project = new CloudProject();
        Assert.EndsWith("starlift: AWS ends queries once starlift-sparkify has used 13 RPU hours ($4.68)\n", await project.SucceedAsync("up", "-y", "--max-cost", "5"));
        Assert.Equal(13, project.Aws.UsageLimit);
        await project.SucceedAsync("up", "-y", "--max-cost", "3");
        Assert.Equal(8, project.Aws.UsageLimit);
        Assert.Single(project.Endpoint.Calls, call => call == "redshift-serverless:UpdateUsageLimit");
    }

    [Fact]
    public async Task What_would_fail_the_creation_is_found_before()
    {
        using var project = new CloudProject();
        project.Aws.Zones = ["a"];
        project.Aws.BlockMode = "block-ingress";
        Assert.Equal(
            (2, "starlift: vpc-0a1b2c3d has subnets in us-west-2a only: Redshift wants two zones\nhint: state subnets of two zones: vpc and subnets under cloud in starlift.yaml\n"
                + "starlift: VPC Block Public Access is block-ingress in us-west-2: a public endpoint is not reached from here\nhint: write public: false under cloud and connect from within the VPC\n"),
            await ErrorOfUpAsync(project));
        project.Aws.DefaultVpc = null;
        project.Aws.BlockMode = "off";
        Assert.StartsWith("starlift: there is no default VPC in us-west-2 to put the warehouse into\n", (await ErrorOfUpAsync(project)).Error);
        Assert.Empty(project.Aws.Stacks);
    }

    [Fact]
    public async Task What_the_caller_may_not_look_at_is_passed_over()
    {
        using var project = new CloudProject();
        project.Aws.DeniesNetwork = true;
        Assert.StartsWith("starlift: not looked at: the AWS credentials found may not call ec2:DescribeVpcBlockPublicAccessOptions: You are not authorized", await project.SucceedAsync("up", "-y"));
    }

    [Fact]
    public async Task A_dry_run_needs_no_account()
    {
        using var project = new CloudProject("{ region: us-west-2, kind: provisioned, nodes: 2, data_buckets: [udacity-dend] }");
        var (exitCode, output, error) = await project.RunAsync("up", "--dry-run", "--ttl", "3h");
        Assert.Equal(0, exitCode);
        Assert.StartsWith("starlift: up would make the stack starlift-sparkify in us-west-2; nothing was asked of AWS\n  + Bucket (AWS::S3::Bucket)\n", error);
        Assert.Contains("  + Cluster (AWS::Redshift::Cluster)\n", error);
        Assert.DoesNotContain("Workgroup", error);
        Assert.Contains("  Nodes: 2\n", error);
        Assert.Contains("  price: $1.09 an hour (2 nodes at $0.543; us-west-2, 2026-11-25); $3.26 in 3 h\n", error);
        Assert.StartsWith("AWSTemplateFormatVersion: \"2010-09-09\"\n", output);
        Assert.Empty(project.Endpoint.Captured);
        Assert.Equal(2, (await project.RunAsync("up", "--dry-run", "--max-cost", "1")).ExitCode);
    }

    static async Task<(int ExitCode, string Error)> ErrorOfUpAsync(CloudProject project)
    {
        var (exitCode, _, error) = await project.RunAsync("up", "-y");
        return (exitCode, error);
    }

    [Fact]
    public async Task A_failed_creation_is_explained_and_leaves_nothing()
    {
        using var project = new CloudProject();
        project.Aws.FailCreating = ("Namespace", "Your account has reached its quota of namespaces.");
        var (exitCode, output, error) = await project.RunAsync("up", "-y");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.EndsWith(
            """
            starlift: Namespace (AWS::RedshiftServerless::Namespace) failed: Your account has reached its quota of namespaces
            starlift: starlift-sparkify was rolled back: nothing of it is left
            hint: mend the cause, then starlift up again

            """,
            error);
        Assert.DoesNotContain("SecurityGroup (AWS::EC2::SecurityGroup) failed", error);
        project.Aws.FailCreating = null;
        Assert.StartsWith("starlift: removing what an earlier try left of starlift-sparkify\n", await project.SucceedAsync("up", "-y"));
    }

    [Fact]
    public async Task A_failed_change_is_explained_and_undone()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.FailUpdating = ("Workgroup", "Max capacity is not available here.");
        project.Cloud("{ region: us-west-2, data_buckets: [udacity-dend], max_capacity: 64 }");
        var (exitCode, _, error) = await project.RunAsync("up", "-y");
        Assert.Equal(1, exitCode);
        Assert.Contains("starlift: Workgroup (AWS::RedshiftServerless::Workgroup) failed: Max capacity is not available here\n", error);
        Assert.Contains("starlift-sparkify was rolled back: it is as it was before", error);
        Assert.Equal("4", project.Stack.Parameters["MaxCapacity"]);
    }

    [Fact]
    public async Task Ctrl_C_in_mid_up_takes_down_what_was_begun()
    {
        using var project = new CloudProject();
        project.Aws.Held = "Namespace";
        using var running = project.Start("up", "-y");
        await running.HasToldAsync("CREATE_IN_PROGRESS           Namespace");
        running.Interrupt();
        var (exitCode, output, error) = await CloudProject.EndAsync(running);
        Assert.Equal((130, ""), (exitCode, output));
        Assert.Contains("starlift: interrupted; taking down what was begun of starlift-sparkify; Ctrl-C again leaves that to AWS\n", error);
        Assert.Contains("starlift: starlift-sparkify is gone; nothing that bears its tag is left", error);
        Assert.Null(project.Aws.Live(CloudProject.Name));
        Assert.Empty(project.Aws.Buckets);
    }

    [Fact]
    public async Task Ctrl_C_in_mid_change_gives_the_change_up()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Aws.Held = "Workgroup";
        project.Cloud("{ region: us-west-2, data_buckets: [udacity-dend], max_capacity: 64 }");
        using var running = project.Start("up", "-y");
        await running.HasToldAsync("UPDATE_IN_PROGRESS           Workgroup");
        running.Interrupt();
        var (exitCode, _, error) = await CloudProject.EndAsync(running);
        Assert.Equal(130, exitCode);
        Assert.Contains("starlift: interrupted; giving up the changes of starlift-sparkify\n", error);
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", project.Stack.Status);
    }

    [Fact]
    public async Task An_up_during_anothers_change_is_refused()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Stack.Status = "UPDATE_IN_PROGRESS";
        var (exitCode, _, error) = await project.RunAsync("up", "-y");
        Assert.Equal((6, "starlift: starlift-sparkify is being changed by somebody else: UPDATE_IN_PROGRESS\nhint: wait until that is done; starlift status tells\n"), (exitCode, error));
    }

    [Fact]
    public async Task Throttling_while_waiting_is_waited_out()
    {
        using var project = new CloudProject();
        project.Aws.Held = "Switch";
        using var running = project.Start("up", "-y");
        await running.HasToldAsync("CREATE_IN_PROGRESS           Switch");
        lock (project.Aws)
        {
            project.Aws.Throttled = 4;
            project.Aws.Held = null;
        }

        Assert.Equal(0, (await CloudProject.EndAsync(running)).ExitCode);
    }

    [Fact]
    public async Task A_token_that_expires_while_AWS_creates_leaves_a_warning_that_something_remains()
    {
        using var project = new CloudProject();
        project.Aws.Held = "Switch";
        using var running = project.Start("up", "-y");
        await running.HasToldAsync("CREATE_IN_PROGRESS           Switch");
        lock (project.Aws)
        {
            project.Aws.AnswersLeft = 0;
        }

        var (exitCode, _, error) = await CloudProject.EndAsync(running);
        Assert.Equal(8, exitCode);
        Assert.Matches(
            @"starlift: the session token of the AWS credentials found has expired\nhint: get a new AWS_SESSION_TOKEN\nstarlift: AWS may go on with starlift-sparkify\nhint: starlift status tells, starlift down takes it down; it deletes itself at \S+ UTC\n$", error);
    }

    [Fact]
    public async Task Drift_is_told_before_a_change()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Stack.Drifted = true;
        project.Cloud("{ region: us-west-2, data_buckets: [udacity-dend], max_capacity: 16 }");
        Assert.Contains("starlift: somebody has changed resources of the stack by hand (drift)\n", await project.SucceedAsync("up", "-y"));
    }

    [Fact]
    public async Task A_price_that_is_not_known_can_be_stated()
    {
        using var project = new CloudProject("{ region: us-west-2, kind: provisioned, nodes: 2, price: 1.5 }");
        var error = await project.SucceedAsync("up", "-y", "--max-cost", "6");
        Assert.Contains("  price: $3.00 an hour (2 nodes at $1.50; cloud.price); $6.00 in 2 h\n", error);
    }
}
