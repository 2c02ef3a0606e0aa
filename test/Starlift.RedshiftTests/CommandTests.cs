using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Starlift.RedshiftTests;

/// <summary>The real binary on a target of type redshift.</summary>
public sealed partial class CommandTests
{
    const string ByPassword = "user: ada\npassword: ${env:REDSHIFT_PASSWORD}\nmanifests: s3://lake/manifests";

    [Fact]
    public async Task A_run_loads_and_a_second_one_finds_nothing_new()
    {
        await using var redshift = await BoatsAsync();
        using var aws = new AwsEndpoint();
        using var starlift = new StarliftProcess(redshift, aws, ByPassword);
        var (exitCode, _, error) = await starlift.RunAsync("run");
        Assert.True(exitCode == 0, error);
        Assert.Equal("id,name\n1,Ada\n2,\n", (await starlift.RunAsync("query", "select id, name from fleet order by id", "-o", "csv")).Out);
        Assert.Equal("nothing", (string?)JsonNode.Parse((await starlift.RunAsync("run", "-o", "json")).Out)!["outcome"]);
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task Doctor_passes_every_probe_where_all_is_well()
    {
        await using var redshift = await BoatsAsync();
        using var aws = new AwsEndpoint();
        using var starlift = new StarliftProcess(redshift, aws, ByPassword);
        var (exitCode, output, error) = await starlift.RunAsync("doctor");
        Assert.True(exitCode == 0, output + error);
        Snapshot.Match("doctor-well", Changing().Replace(output, "<>"));
        Assert.Empty(redshift.Manifests());
        Assert.Equal("0\n", (await starlift.RunAsync("query", "select count(*) as n from information_schema.tables where table_name like '%doctor%'", "-o", "csv")).Out["n\n".Length..]);
    }

    [Fact]
    public async Task Doctor_says_what_fails_and_how_to_mend_it()
    {
        await using var redshift = await BoatsAsync();
        using var aws = new AwsEndpoint().Answer(
            "GetCallerIdentity", "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error></ErrorResponse>", 403);
        using var starlift = new StarliftProcess(redshift, aws, "user: ada\npassword: wrong-password\nmanifests: s3://lake/manifests");
        var (exitCode, output, error) = await starlift.RunAsync("doctor");
        Assert.Equal(5, exitCode);
        Snapshot.Match("doctor-ill", Changing().Replace(output, "<>"));
        Assert.DoesNotContain("wrong-password", output + error, StringComparison.Ordinal);
        var json = JsonNode.Parse((await starlift.RunAsync("doctor", "-o", "json")).Out)!.AsArray();
        Assert.Contains(json, probe => (string?)probe!["probe"] == "login" && (string?)probe["outcome"] == "failed" && probe["hint"] is not null);
    }

    [Fact]
    public async Task Doctor_finds_a_role_that_redshift_may_not_take()
    {
        await using var redshift = await BoatsAsync(roles: ["arn:aws:iam::123456789012:role/other"]);
        using var aws = new AwsEndpoint();
        using var starlift = new StarliftProcess(redshift, aws, ByPassword);
        var (exitCode, output, _) = await starlift.RunAsync("doctor");
        Assert.Equal(5, exitCode);
        Assert.Contains("failed  copy boats", output, StringComparison.Ordinal);
        Assert.Contains("hint: attach the role to the cluster or namespace", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workgroup: lake", "GetCredentials", """{"dbUser":"USER","dbPassword":"PASSWORD","expiration":1.7E9}""", "\"workgroupName\":\"lake\"")]
    [InlineData("cluster: lake", "GetClusterCredentialsWithIAM", "XML", "ClusterIdentifier=lake")]
    [InlineData("cluster: lake\nuser: ada", "GetClusterCredentials", "XML", "DbUser=ada")]
    [InlineData("secret: lake-login", "GetSecretValue", """{"ARN":"a","SecretString":"{\"username\":\"USER\",\"password\":\"PASSWORD\"}"}""", "\"SecretId\":\"lake-login\"")]
    public async Task A_login_comes_from_AWS(string settings, string action, string answer, string asked)
    {
        await using var redshift = await BoatsAsync(password: "temporary-1");
        var body = answer == "XML"
            ? $"<{action}Response xmlns=\"http://redshift.amazonaws.com/doc/2012-12-01/\"><{action}Result><DbUser>USER</DbUser><DbPassword>PASSWORD</DbPassword></{action}Result></{action}Response>"
            : answer;
        using var aws = new AwsEndpoint().Answer(action, body.Replace("USER", "ada", StringComparison.Ordinal).Replace("PASSWORD", "temporary-1", StringComparison.Ordinal));
        using var starlift = new StarliftProcess(redshift, aws, settings);
        var (exitCode, output, error) = await starlift.RunAsync("query", "select 1 as one", "-o", "csv");
        Assert.True(exitCode == 0, error);
        Assert.Equal("one\n1\n", output);
        Assert.Contains(asked, Assert.Single(aws.Requests, request => request.Action == action).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_AWS_refuses_is_told_with_the_way_out()
    {
        await using var redshift = await BoatsAsync();
        using var aws = new AwsEndpoint().Answer(
            "GetCredentials", """{"__type":"com.amazonaws.redshiftserverless#AccessDeniedException","message":"not authorized"}""", 400);
        using var starlift = new StarliftProcess(redshift, aws, "workgroup: lake");
        var (exitCode, _, error) = await starlift.RunAsync("query", "select 1");
        Assert.Equal(5, exitCode);
        Assert.Contains("redshift-serverless:GetCredentials", error, StringComparison.Ordinal);
        Assert.Contains("hint: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_does_not_say_who_logs_in_is_a_matter_of_configuration()
    {
        await using var redshift = await BoatsAsync();
        using var aws = new AwsEndpoint();
        using var starlift = new StarliftProcess(redshift, aws, "database: dev");
        var (exitCode, _, error) = await starlift.RunAsync("query", "select 1");
        Assert.Equal(2, exitCode);
        Assert.Contains("does not say who logs in", error, StringComparison.Ordinal);
    }

    static async Task<ScratchRedshift> BoatsAsync(string? password = null, IReadOnlyList<string>? roles = null)
    {
        var redshift = await ScratchRedshift.StartAsync(options => options with
        {
            Password = password ?? options.Password,
            Roles = roles ?? options.Roles,
        });
        redshift.Put("s3://lake/boats/1.json", """{"id":1,"name":"Ada"} {"id":2}""");
        return redshift;
    }

    [GeneratedRegex(@"(?<=localhost:)\d+|(?<=reached at ).*|(?<=until )\d{4}-\d\d-\d\d|(?<=within )\d+(?= s )|Tls1\d")]
    private static partial Regex Changing();
}
