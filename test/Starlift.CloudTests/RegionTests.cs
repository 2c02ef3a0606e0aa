using Starlift.ServedRedshift;

namespace Starlift.CloudTests;

/// <summary>The whole life of a warehouse in regions of all partitions, its run on Starlift's own server over TLS with objects of the scripted S3; and every call held against botocore.</summary>
public sealed class RegionTests : IAsyncLifetime
{
    const string Yaml = """
        name: harbour
        targets:
          redshift: { type: redshift, stack: sparkify, root_certificate: CERTIFICATE }
          api: { type: redshift, stack: sparkify, via: data-api }
        default_target: redshift
        cloud: { region: REGION, data_buckets: [lake], kind: KIND }

        """;

    readonly string _folder = Directory.CreateTempSubdirectory("starlift-region-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("us-west-2", "serverless")]
    [InlineData("us-west-2", "provisioned")]
    [InlineData("us-east-1", "serverless")]
    [InlineData("us-east-1", "provisioned")]
    [InlineData("eu-central-1", "serverless")]
    [InlineData("eu-central-1", "provisioned")]
    [InlineData("cn-north-1", "serverless")]
    [InlineData("cn-north-1", "provisioned")]
    [InlineData("us-gov-west-1", "serverless")]
    [InlineData("us-gov-west-1", "provisioned")]
    public async Task A_warehouse_lives_in_every_region(string region, string kind)
    {
        var aws = new ScriptedAws { Region = region, RefusesLogin = false };
        await using var redshift = await StartAsync(aws);
        using var project = Harbour(aws, redshift, kind);

        Assert.Contains($"starlift: new stack starlift-sparkify in {region}, account {ScriptedAws.Account}, as arn:{aws.Partition}:iam::", await project.SucceedAsync("up", "-y"));
        Assert.Matches($@"^stack +starlift-sparkify in {region}\nstate +CREATE_COMPLETE", (await project.RunAsync("status")).Out);
        await project.SucceedAsync("extend", "1h");
        if (kind == "provisioned")
        {
            Assert.EndsWith("starlift: starlift-sparkify is paused\nstarlift: it still deletes itself at", (await project.SucceedAsync("pause"))[..^"yyyy-MM-dd HH:mm UTC\n".Length].TrimEnd(' '));
            Assert.EndsWith("starlift: starlift-sparkify is available\n", await project.SucceedAsync("resume"));
        }

        await project.SucceedAsync("plan");
        await project.SucceedAsync("run");
        Assert.Equal("id,name\n1,Ada\n2,\n", (await project.RunAsync("query", "select id, name from fleet order by id", "-o", "csv")).Out.ReplaceLineEndings("\n"));
        await using (aws.DataApi = new ScriptedDataApi(redshift))
        {
            var (asked, rows, refusal) = await project.RunAsync("query", "select id, name from fleet order by id", "-o", "csv", "-t", "api");
            Assert.True(asked == 0, refusal);
            Assert.Equal("id,name\n1,Ada\n2,\n", rows.ReplaceLineEndings("\n"));
        }

        aws.DataApi = null;
        var (doctored, probes, _) = await project.RunAsync("doctor");
        Assert.True(doctored == 0, probes);
        Assert.Matches($@"(?m)^ok +region +{region}$", probes);
        Assert.Contains("\n1 as expected, 0 otherwise, 0 not asked\n", await ProbedAsync(project));
        Assert.DoesNotContain(aws.S3.Keys($"{CloudProject.Name}-bucket-1x2y3z"), key => key.EndsWith(".manifest", StringComparison.Ordinal) || key.Contains("/probe-", StringComparison.Ordinal));
        var (_, _, kept) = await project.RunAsync("session", "-y");
        Assert.EndsWith("starlift: starlift-sparkify was up before the session and stays; starlift down takes it down\n", kept);
        Assert.Contains("starlift: starlift-sparkify is gone; nothing that bears its tag is left", await project.SucceedAsync("down", "-y"));
        Assert.Matches($@"^stack +there is no starlift-sparkify in {region}\n$", (await project.RunAsync("status")).Out);

        // The calls differ by kind and by partition.
        if (region != "us-east-1" && region != "eu-central-1")
        {
            Assert.Equal("", await Botocore.CheckAsync(project.Endpoint.Captured.Where(call => call.Service != "s3").Select(call => call.ToJson(region))));
        }
    }

    [Fact]
    public async Task A_session_goes_up_runs_reports_and_goes_down()
    {
        var aws = new ScriptedAws { RefusesLogin = false };
        await using var redshift = await StartAsync(aws);
        using var project = Harbour(aws, redshift, "serverless");
        var (exitCode, output, error) = await project.RunAsync("session", "-y");
        Assert.True(exitCode == 0, error);
        Assert.Contains("fleet", output);
        Assert.Contains("CREATE_COMPLETE              starlift-sparkify", error);
        Assert.Matches(@"starlift: starlift-sparkify is gone; nothing that bears its tag is left; AWS counted 0\.42 RPU hours, \$0\.15, in 0 min\n$", error);
        Assert.Null(aws.Live(CloudProject.Name));
        Assert.Empty(aws.Buckets);
    }

    /// <summary>What a probe of one case tells; whatever it asks of AWS is held against the policies.</summary>
    static async Task<string> ProbedAsync(CloudProject project)
    {
        var (exitCode, output, error) = await project.RunAsync("probe", "--only", "bzip2");
        Assert.True(exitCode == 0, error);
        return output;
    }

    /// <summary>The warehouse, which listens where the scripted AWS says.</summary>
    async Task<ServedCluster> StartAsync(ScriptedAws aws)
    {
        var redshift = await ServedCluster.StartAsync(new ServedOptions
        {
            Path = Path.Combine(_folder, "redshift.duckdb"),
            Store = aws.S3,
            Prefixes = true,
            User = "starlift",
            Password = ScriptedAws.AdminPassword,
            Roles = [$"arn:{aws.Partition}:iam::{ScriptedAws.Account}:role/starlift/{CloudProject.Name}-CopyRole-ABC123"],
        });
        aws.Port = redshift.Port;
        return redshift;
    }

    /// <summary>A project with a table of two boats, whose object is in the region.</summary>
    static CloudProject Harbour(ScriptedAws aws, ServedCluster redshift, string kind)
    {
        var project = new CloudProject(aws: aws, inProcess: true);
        project.Write(Yaml.Replace("REGION", aws.Region, StringComparison.Ordinal).Replace("KIND", kind, StringComparison.Ordinal).Replace("CERTIFICATE", redshift.RootCertificate, StringComparison.Ordinal));
        project.WriteFile("tables/boats.sql", "create table boats (id integer, name varchar(20))");
        project.WriteFile("tables/fleet.sql", "create table fleet (id integer not null, name varchar(20), primary key (id))");
        project.WriteFile("loads/boats.sql", "copy boats from 's3://lake/boats/' iam_role default json 'auto'");
        project.WriteFile("models/fleet.sql", "select id, name from boats");
        aws.S3.Make("lake", aws.Region);
        aws.S3.Put("s3://lake/boats/1.json", """{"id":1,"name":"Ada"} {"id":2}""");
        return project;
    }
}
