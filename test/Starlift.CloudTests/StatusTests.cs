using System.Text.Json.Nodes;

namespace Starlift.CloudTests;

public sealed class StatusTests
{
    [Fact]
    public async Task Status_shows_state_endpoint_time_left_and_cost()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Stack.Created = TimeProvider.System.GetUtcNow().AddMinutes(-30);
        var (exitCode, output, _) = await project.RunAsync("status");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"(?m)^deletes itself +\d{4}-\d\d-\d\d \d\d:\d\d UTC, in (1 h 59 min|2 h)$", output);
        Assert.Matches(@"(?m)^cost +at most \$0\.7\d so far, \$1\.44 an hour \(us-west-2, 2026-11-25\)$", output);
    }

    [Fact]
    public async Task Status_as_JSON_holds_what_scripts_need()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        project.Stack.Drifted = true;
        var (_, output, _) = await project.RunAsync("status", "-o", "json");
        var json = JsonNode.Parse(output)!;
        Assert.Equal(("starlift-sparkify", "us-west-2", "CREATE_COMPLETE", "serverless", "localhost"), ((string)json["name"]!, (string)json["region"]!, (string)json["state"]!, (string)json["kind"]!, (string)json["host"]!));
        Assert.InRange((long)json["seconds_left"]!, 7000, 7200);
        Assert.True((bool)json["drifted"]!);
    }

    [Fact]
    public async Task Without_a_stack_status_says_so()
    {
        using var project = new CloudProject();
        var (exitCode, output, _) = await project.RunAsync("status");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^stack +there is no starlift-sparkify in us-west-2\n$", output);
    }

    [Fact]
    public async Task An_expired_token_is_told_with_the_way_out()
    {
        using var project = new CloudProject();
        project.Aws.AnswersLeft = 0;
        Assert.Equal((5, "", "starlift: the session token of the AWS credentials found has expired\nhint: get a new AWS_SESSION_TOKEN\n"), await project.RunAsync("status"));
    }

    [Fact]
    public async Task A_missing_permission_names_the_action()
    {
        using var project = new CloudProject();
        project.Aws.DeniesEverything = true;
        var (exitCode, _, error) = await project.RunAsync("status");
        Assert.Equal(5, exitCode);
        Assert.StartsWith("starlift: the AWS credentials found may not call cloudformation:DescribeStacks", error);
        Assert.Contains("starlift iam print", error);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_told()
    {
        using var project = new CloudProject();
        project.Environment["AWS_ENDPOINT_URL_CLOUDFORMATION"] = "http://localhost:1";
        var (exitCode, _, error) = await project.RunAsync("status");
        Assert.Equal((5, "starlift: http://localhost:1 refuses the connection\nhint: check the network and AWS_ENDPOINT_URL or the profile's endpoint_url\n"), (exitCode, error));
    }

    [Fact]
    public async Task Without_a_region_nothing_is_guessed()
    {
        using var project = new CloudProject("{ ttl: 1h }");
        var (exitCode, _, error) = await project.RunAsync("status");
        Assert.Equal((2, "starlift: no AWS region is stated\nhint: write region under cloud in starlift.yaml, give --region, or set AWS_REGION\n"), (exitCode, error));
    }

    [Fact]
    public async Task Wrong_settings_are_told_with_their_places()
    {
        using var project = new CloudProject("{ regon: us-west-2, ttl: 5m, admin_cidr: 0.0.0.0/0, nodes: 2 }");
        var (exitCode, _, error) = await project.RunAsync("status");
        Assert.Equal(2, exitCode);
        Assert.Contains("unknown key 'regon' in cloud", error);
        Assert.Contains("did you mean 'region'?", error);
        Assert.Contains("'5m' is no value for 'ttl'", error);
        Assert.Contains("'0.0.0.0/0' is no value for 'admin_cidr'", error);
        Assert.Contains("'nodes' says nothing of a serverless warehouse", error);
    }
}
