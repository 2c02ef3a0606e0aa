using Starlift.Cli.Policies;
using Starlift.Cli.Settings;
using Starlift.Projects;
using Starlift.Tests.Projects;

namespace Starlift.Tests.Cli.Policies;

public sealed class IamTests
{
    [Theory]
    [InlineData("serverless", "host: lake.123456789012.us-west-2.redshift-serverless.amazonaws.com, manifests: s3://own/m")]
    [InlineData("cluster", "host: lake.abc.us-west-2.redshift.amazonaws.com, manifests: s3://own/m/, user: ada")]
    [InlineData("secret", "host: lake.example, secret: lake-login")]
    public void Whoever_runs_is_allowed_what_the_project_needs(string name, string settings) => Snapshot.Match($"run-{name}", Policy(settings, PolicyPurpose.Run));

    [Theory]
    [InlineData("serverless", "host: lake.123456789012.us-west-2.redshift-serverless.amazonaws.com")]
    [InlineData("cluster", "host: proxy.example, cluster: lake, secret: lake-login")]
    [InlineData("china", "host: lake.abc.cn-north-1.redshift.amazonaws.com.cn, user: ada")]
    public void Whoever_asks_over_the_Data_API_may_send_statements_and_read_results(string name, string settings)
    {
        var json = Policy($"{settings}, via: data-api", PolicyPurpose.Run, looks: true);
        Snapshot.Match($"data-api-{name}", json);
    }

    [Fact]
    public void The_role_of_the_copy_reads_the_data_and_the_manifests() =>
        Snapshot.Match("copy-role", Policy("host: lake.example, user: ada, password: x, manifests: s3://own/m", PolicyPurpose.CopyRole));

    [Fact]
    public void The_role_of_a_probe_s_copy_reads_by_prefix_where_manifests_go() =>
        Snapshot.Match("probe-role", Policy("host: lake.example, user: ada, password: x, manifests: s3://own/m", PolicyPurpose.ProbeRole));

    /// <param name="settings">Of the target.</param>
    /// <param name="purpose">Whose policy.</param>
    /// <param name="looks">Some of its actions know no resource.</param>
    static string Policy(string settings, PolicyPurpose purpose, bool looks = false)
    {
        using var scratch = ScratchProject.With($"name: music\ntargets:\n  cloud: {{ type: redshift, {settings} }}\n")
            .Add("tables/a.sql", "create table a (x int)").Add("loads/a.sql", "copy a from 's3://data/log_data/' json 's3://data/paths.json'")
            .Add("tables/b.sql", "create table b (x int)").Add("loads/b.sql", "copy b from 's3://data/song_data/A' json 'auto'")
            .Add("tables/c.sql", "create table c (x int)").Add("loads/c.sql", "copy c from './data/' json 'auto'");
        var project = ProjectReader.Read(scratch.Folder, ProjectOverrides.None, KnownTargetTypes.All);
        var json = ProjectPolicies.Of(project, project.Target(null), purpose).ToJson();
        Assert.True(looks || !json.Contains("\"*\"", StringComparison.Ordinal), json);
        return json + "\n";
    }
}
