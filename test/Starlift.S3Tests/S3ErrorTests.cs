using System.Diagnostics;

namespace Starlift.S3Tests;

/// <summary>What the real binary says where S3 can't be read: one sentence, a hint, exit code 5, and soon.</summary>
public sealed class S3ErrorTests
{
    /// <summary>Far more than it takes, so that a busy machine fails no test, and less than for ever.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string?, string> WrongVariables => new()
    {
        { "AWS_SECRET_ACCESS_KEY", "wrong", "the secret access key of the AWS credentials found is wrong" },
        { "AWS_ACCESS_KEY_ID", "AKIANOBODY", "does not know the access key of the AWS credentials found" },
        { "AWS_ACCESS_KEY_ID", null, "is not public, and no AWS credentials were found" },
        { "AWS_ENDPOINT_URL_S3", "http://localhost:1", "http://localhost:1 refuses the connection" },
        { "AWS_ENDPOINT_URL_S3", "http://ada:a-secret@localhost:1", "http://***@localhost:1 refuses the connection" },
        { "AWS_ENDPOINT_URL_S3", "http://nowhere.invalid", "http://nowhere.invalid has no address" },
        { "AWS_ENDPOINT_URL_S3", "localhost", "the address of the S3 server can't be used: " },
        { "AWS_PROFILE", "nobody", "there is no AWS profile 'nobody'" },
    };

    public static TheoryData<string, string> WrongProfiles => new()
    {
        {
            "sso_start_url = https://example.com/start\nsso_region = us-west-2\nsso_account_id = 111122223333\nsso_role_name = Reader",
            "logs in with single sign-on, and the login is missing or has expired"
        },
        { "region = us-west-2", "the AWS profile 'mine' has no credentials" },
        { "credential_process = /bin/false", "the credential_process of the AWS profile 'mine' failed" },
        { "role_arn = arn:aws:iam::111122223333:role/x\nsource_profile = other", "the AWS profile 'mine'" },
    };

    public static TheoryData<Fault> EveryAnswer => [Fault.SlowDown, Fault.Reset, Fault.Stall, Fault.CutBody, Fault.WrongRegion];

    [Theory]
    [MemberData(nameof(WrongVariables))]
    public async Task A_wrong_variable_is_told(string name, string? value, string expected)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        var variables = new Dictionary<string, string>(bucket.Server.Variables);
        if (name is "AWS_PROFILE" || value is null)
        {
            variables.Remove("AWS_ACCESS_KEY_ID");
            variables.Remove("AWS_SECRET_ACCESS_KEY");
        }

        if (value is not null)
        {
            variables[name] = value;
        }

        using var starlift = new StarliftProcess(variables);
        await FailsAsync(starlift, bucket.Uri(), expected);
    }

    [Theory]
    [MemberData(nameof(WrongProfiles))]
    public async Task A_profile_that_gives_no_credentials_is_told(string profile, string expected)
    {
        var server = S3Server.Get();
        using var starlift = new StarliftProcess(server.Variables);
        starlift.WriteConfig($"[profile mine]\n{profile}\n");

        await FailsAsync(starlift, "s3://bucket", expected, "--aws-profile", "mine");
    }

    [Fact]
    public async Task A_profile_gives_credentials_and_endpoint()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        using var starlift = new StarliftProcess(new Dictionary<string, string>());
        starlift.WriteConfig($"""
            [profile mine]
            aws_access_key_id = {bucket.Server.AccessKey}
            aws_secret_access_key = {bucket.Server.SecretKey}
            endpoint_url = {bucket.Server.Endpoint}
            region = eu-central-1
            """);

        await FailsAsync(starlift, bucket.Uri("none"), "The specified S3 prefix 'none/log_data/' does not exist", "--aws-profile", "mine");
    }

    [Fact]
    public async Task A_missing_bucket_is_told()
    {
        var server = S3Server.Get();
        using var starlift = new StarliftProcess(server.Variables);
        await FailsAsync(starlift, "s3://no-such-bucket", $"there is no bucket 'no-such-bucket' at {server.Endpoint.ToString().TrimEnd('/')}");
    }

    [Fact]
    public async Task A_missing_prefix_is_told()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        using var starlift = new StarliftProcess(bucket.Server.Variables);
        await FailsAsync(starlift, bucket.Uri("nothing"), "The specified S3 prefix 'nothing/log_data/' does not exist");
    }

    [Theory]
    [MemberData(nameof(EveryAnswer))]
    public async Task A_fault_in_every_answer_is_told(Fault fault)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, _ => fault);
        using var starlift = new StarliftProcess(new Dictionary<string, string>(bucket.Server.Variables) { ["AWS_ENDPOINT_URL_S3"] = proxy.Endpoint.ToString() });
        await FailsAsync(starlift, bucket.Uri(), $"{bucket.Uri()}log_data/ can't be read: ");
    }

    static async Task FailsAsync(StarliftProcess starlift, string data, string expected, params IReadOnlyList<string> options)
    {
        var started = Stopwatch.StartNew();
        var (exitCode, output, error) = await starlift.RunAsync(["run", "--var", $"data={data.TrimEnd('/')}", .. options]);

        var problem = Assert.Single(error.Split('\n'), line => line.Contains(expected, StringComparison.Ordinal) && !line.Contains("; attempt ", StringComparison.Ordinal));
        Assert.StartsWith("starlift: ", problem, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", error, StringComparison.Ordinal);
        Assert.Equal(5, exitCode);
        Assert.Equal("", output);
        Assert.InRange(started.Elapsed, TimeSpan.Zero, Soon);
    }
}
