namespace Starlift.CloudTests;

public sealed class SecretTests
{
    /// <summary>Each of them is searched for secrets by <see cref="CloudProject.EndAsync"/>, wherever it is run.</summary>
    static readonly string[][] Commands =
    [
        ["up", "-y"], ["status"], ["status", "-o", "json"], ["extend", "1h"], ["pause"], ["resume"], ["session", "-y"], ["down", "-y"], ["down"],
    ];

    [Fact]
    public async Task No_command_tells_a_secret_whether_it_succeeds_or_fails()
    {
        using var project = new CloudProject("{ region: us-west-2, kind: provisioned }");
        project.Environment["AWS_LOG_LEVEL"] = "trace";
        foreach (var command in Commands)
        {
            await project.RunAsync(command);
        }

        project.Aws.DeniesEverything = true;
        foreach (var command in Commands)
        {
            Assert.NotEqual(0, (await project.RunAsync(command)).ExitCode);
        }
    }

    [Fact]
    public async Task No_request_that_makes_the_stack_carries_a_password()
    {
        using var project = new CloudProject();
        await project.SucceedAsync("up", "-y");
        var made = Assert.Single(project.Endpoint.Bodies, body => body.StartsWith("Action=CreateChangeSet", StringComparison.Ordinal));
        Assert.DoesNotContain("ParameterKey=Password", made, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(CloudProject.SecretKey, made);
    }
}
