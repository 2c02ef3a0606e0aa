using Starlift.ServedRedshift;

namespace Starlift.CloudTests;

/// <summary>A project whose warehouse is up and is reached over the Data API alone: nobody listens at its port.</summary>
sealed class DataApiProject : IAsyncDisposable
{
    public const string Host = "host: lake.123456789012.us-west-2.redshift-serverless.amazonaws.com";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-data-api-");
    ServedCluster _redshift = null!;

    DataApiProject(CloudProject project) => Project = project;

    public CloudProject Project { get; }

    public ScriptedDataApi Api => Project.Aws.DataApi!;

    /// <summary>Statements as Redshift got them.</summary>
    public IEnumerable<string> Statements => _redshift.Statements;

    /// <summary>Without those that open a session.</summary>
    public IEnumerable<string> Sent => Statements.Where(sql => sql != "select current_user" && !sql.StartsWith("set ", StringComparison.Ordinal));

    /// <summary>On the warehouse of a stack.</summary>
    /// <param name="kind">serverless or provisioned.</param>
    public static Task<DataApiProject> UpAsync(string kind = "serverless") => OpenAsync("stack: sparkify", kind);

    /// <summary>On a warehouse that is there.</summary>
    /// <param name="target">What the target states besides type and via.</param>
    public static Task<DataApiProject> StartAsync(string target = Host) => OpenAsync(target, kind: null);

    static async Task<DataApiProject> OpenAsync(string target, string? kind)
    {
        var project = new CloudProject();
        project.Write(
            $$"""
            name: harbour
            targets:
              redshift: { type: redshift, {{target}}, via: data-api }
            cloud: { region: us-west-2, data_buckets: [lake], kind: {{kind ?? "serverless"}} }

            """);
        project.WriteFile("tables/boats.sql", "create table boats (id integer, name varchar(20))");
        project.WriteFile("loads/boats.sql", "copy boats from 's3://lake/boats/' iam_role default json 'auto'");
        project.Aws.S3.Make("lake", project.Aws.Region);
        project.Aws.S3.Put("s3://lake/boats/1.json", """{"id":1,"name":"Ada"}""");
        var all = new DataApiProject(project);
        all._redshift = await ServedCluster.StartAsync(new ServedOptions
        {
            Path = Path.Combine(all._folder.FullName, "redshift.duckdb"),
            Store = project.Aws.S3,
            User = "starlift",
        });
        if (kind is not null)
        {
            await project.SucceedAsync("up", "-y");
        }

        project.Aws.DataApi = new ScriptedDataApi(all._redshift);
        return all;
    }

    /// <summary>Runs statements as a script of the user's.</summary>
    public Task<(int ExitCode, string Out, string Error)> SqlAsync(string script, params IReadOnlyList<string> options)
    {
        Project.WriteFile("script.sql", script);
        return Project.RunAsync(["sql", "script.sql", .. options]);
    }

    /// <summary>As <see cref="SqlAsync"/>; it has to succeed.</summary>
    public async Task<string> SucceedAsync(string script)
    {
        var (exitCode, output, error) = await SqlAsync(script);
        Assert.True(exitCode == 0, error);
        return output;
    }

    /// <summary>Waits until Redshift has got a statement.</summary>
    public async Task HasSentAsync(string sql)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!Statements.Contains(sql))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public Task<(int ExitCode, string Out, string Error)> QueryAsync(string sql, params IReadOnlyList<string> options) => Project.RunAsync(["query", sql, .. options]);

    /// <summary>Every request but those to S3, held against AWS's own models.</summary>
    public Task<string> CheckCallsAsync() =>
        Botocore.CheckAsync(Project.Endpoint.Captured.Where(call => call.Service != "s3").Select(call => call.ToJson(Project.Aws.Region)));

    public async ValueTask DisposeAsync()
    {
        Project.Dispose();
        await Api.DisposeAsync();
        await _redshift.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
