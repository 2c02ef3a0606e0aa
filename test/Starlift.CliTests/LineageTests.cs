using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Starlift.CliTests;

/// <summary>OpenLineage's events of runs, as a backend gets them.</summary>
public sealed class LineageTests
{
    [Fact]
    public async Task A_run_tells_what_its_loads_and_models_read_and_write()
    {
        using var receiver = new LineageReceiver();
        using var folder = Harbour();
        var run = await folder.ShellAsync($"OPENLINEAGE_URL={receiver.Url} starlift run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            ["START harbour", "START harbour.load.boats", "START harbour.model.names", "COMPLETE harbour.load.boats", "COMPLETE harbour.model.names", "COMPLETE harbour"],
            receiver.States);
        Assert.All(receiver.Received, received => Assert.Equal(("/api/v1/lineage", null), (received.Path, received.Authorization)));
        Assert.Empty(receiver.Received.SelectMany(received => OpenLineageSchema.Faults(received.Event)));
        var load = receiver["COMPLETE harbour.load.boats"];
        Assert.Equal(("file", $"{folder.Path}/buckets/harbour"), NameOf(load["inputs"]![0]!));
        Assert.Equal(($"duckdb://{folder.Path}/boats.duckdb", "boats.main.boats"), NameOf(load["outputs"]![0]!));
        Assert.Equal((1, 2), ((int)load["inputs"]![0]!["inputFacets"]!["inputStatistics"]!["fileCount"]!, (int)load["outputs"]![0]!["outputFacets"]!["outputStatistics"]!["rowCount"]!));
        var star = receiver["COMPLETE harbour.model.names"]["outputs"]![0]!;
        Assert.Equal("boats.main.names", (string)star["name"]!);
        Assert.Equal(["name varchar(5)"], star["facets"]!["schema"]!["fields"]!.AsArray().Select(field => $"{field!["name"]} {field["type"]}"));
        Assert.Equal(
            """{"inputFields":[{"namespace":"N","name":"boats.main.boats","field":"name","transformations":[{"type":"DIRECT","subtype":"IDENTITY"}]}]}""",
            star["facets"]!["columnLineage"]!["fields"]!["name"]!.ToJsonString().Replace($"duckdb://{folder.Path}/boats.duckdb", "N", StringComparison.Ordinal));
        Assert.Equal("INDIRECT FILTER", string.Join(", ", star["facets"]!["columnLineage"]!["dataset"]!.AsArray().Select(column => $"{column!["transformations"]![0]!["type"]} {column["transformations"]![0]!["subtype"]}")));
    }

    [Fact]
    public async Task Runs_are_told_apart_by_ids_that_begin_with_the_time_and_parts_name_the_run_they_belong_to()
    {
        using var receiver = new LineageReceiver();
        using var folder = Harbour();
        const string Parent = "airflow://cluster/daily.sparkify/0192d3c5-6b1f-7a53-8b2c-0a4a7e1d9f00";
        var run = await folder.ShellAsync(
            $"OPENLINEAGE_URL={receiver.Url}/base/ OPENLINEAGE_ENDPOINT=/events?x=1 OPENLINEAGE_API_KEY=the-key-of-all OPENLINEAGE_NAMESPACE=shop OPENLINEAGE_PARENT_ID={Parent} starlift run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(receiver.Received, received => Assert.Equal(("/base/events?x=1", "Bearer the-key-of-all"), (received.Path, received.Authorization)));
        Assert.All(receiver.Received, received => Assert.Equal("shop", (string)received.Event["job"]!["namespace"]!));
        Assert.DoesNotContain(receiver.Received, received => received.Event.ToJsonString().Contains("the-key-of-all", StringComparison.Ordinal));
        var ids = receiver.Received.Select(received => Guid.Parse((string)received.Event["run"]!["runId"]!)).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, id.Version));
        Assert.Empty(receiver.Received.SelectMany(received => OpenLineageSchema.Faults(received.Event)));
        var own = receiver["START harbour"]["run"]!["facets"]!["parent"]!;
        Assert.Equal(("airflow://cluster", "daily.sparkify"), ((string)own["job"]!["namespace"]!, (string)own["job"]!["name"]!));
        var part = receiver["START harbour.model.names"]["run"]!["facets"]!["parent"]!;
        Assert.Equal(((string)receiver["START harbour"]["run"]!["runId"]!, "harbour"), ((string)part["run"]!["runId"]!, (string)part["job"]!["name"]!));
        Assert.Equal("daily.sparkify", (string)part["root"]!["job"]!["name"]!);
    }

    [Fact]
    public async Task A_run_that_fails_says_why_and_takes_back_what_its_parts_had_done()
    {
        using var receiver = new LineageReceiver();
        using var folder = Harbour().Add("starlift.yaml", "name: harbour\nvars:\n  data: ./buckets/harbour\n  api_token: of-the-api\ndefault_target: local\ntargets:\n  local: { type: duckdb, path: boats.duckdb }\n")
            .Add("models/names.sql", "select distinct name || '${api_token}' as name from boats where id = cast('${api_token}' || name as int)");
        var run = await folder.ShellAsync($"OPENLINEAGE_URL={receiver.Url} starlift run");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["START harbour", "START harbour.load.boats", "START harbour.model.names", "ABORT harbour.load.boats", "FAIL harbour.model.names", "FAIL harbour"],
            receiver.States);
        Assert.Empty(receiver.Received.SelectMany(received => OpenLineageSchema.Faults(received.Event)));
        Assert.Contains("***", (string)receiver["FAIL harbour"]["run"]!["facets"]!["errorMessage"]!["message"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.Received, received => received.Event.ToJsonString().Contains("of-the-api", StringComparison.Ordinal));
        Assert.Null(receiver["ABORT harbour.load.boats"]["outputs"]![0]!["outputFacets"]);
    }

    [Fact]
    public async Task Failed_checks_publish_nothing_and_no_part_is_complete()
    {
        using var receiver = new LineageReceiver();
        using var folder = Harbour().Add("checks/none.sql", "-- description: No names.\nselect name from names");
        Assert.Equal(3, (await folder.ShellAsync($"OPENLINEAGE_URL={receiver.Url} starlift run")).ExitCode);
        Assert.Equal(["ABORT harbour.load.boats", "ABORT harbour.model.names", "FAIL harbour"], receiver.States.Skip(3));
    }

    [Theory]
    [InlineData("OPENLINEAGE_URL=http://127.0.0.1:9", "OpenLineage: the backend can't be reached (ConnectionError); 0 of ")]
    [InlineData("OPENLINEAGE_URL=ftp://somewhere", "OpenLineage: OPENLINEAGE_URL is no http or https address")]
    [InlineData("OPENLINEAGE_URL=nonsense", "OpenLineage: OPENLINEAGE_URL is no http or https address")]
    public async Task A_backend_that_is_not_there_fails_no_run_and_is_told_in_one_line(string variable, string told)
    {
        using var folder = Harbour();
        var run = await folder.ShellAsync($"{variable} starlift run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith($"starlift: {told}", Assert.Single(run.Error.Split('\n'), line => line.Contains("OpenLineage", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backend_that_does_not_answer_holds_no_run_up()
    {
        using var receiver = new LineageReceiver(_ => Task.CompletedTask);
        using var folder = Harbour();
        var clock = Stopwatch.StartNew();
        var run = await folder.ShellAsync($"OPENLINEAGE_URL={receiver.Url} starlift run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("run 1: done in ", run.Out);
        Assert.Matches("OpenLineage: the backend (did not answer within 5 s|was too slow)", run.Error);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(25), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData(500, "answered 500")]
    [InlineData(302, "answered 302")]
    public async Task A_backend_that_refuses_is_left_alone(int status, string told)
    {
        using var other = new LineageReceiver();
        using var receiver = new LineageReceiver(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["Location"] = other.Url;
            context.Response.Close(new byte[100_000], willBlock: false);
            return Task.CompletedTask;
        });
        using var folder = Harbour();
        var run = await folder.ShellAsync($"OPENLINEAGE_URL={receiver.Url} OPENLINEAGE_API_KEY=the-key-of-all starlift run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(told, run.Error);
        Assert.Single(receiver.Received);
        Assert.Empty(other.Received);
    }

    [Theory]
    [InlineData("OPENLINEAGE_DISABLED=true OPENLINEAGE_URL=URL")]
    [InlineData("OPENLINEAGE_URL=")]
    public async Task Nothing_is_sent_where_nobody_asks_for_it(string variables)
    {
        using var receiver = new LineageReceiver();
        using var folder = Harbour();
        var run = await folder.ShellAsync($"{variables.Replace("URL=URL", $"URL={receiver.Url}", StringComparison.Ordinal)} starlift run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain("OpenLineage", run.Error);
        Assert.Empty(receiver.Received);
    }

    static ScriptFolder Harbour() => new ScriptFolder("""{"id":1,"name":"Alba"}{"id":2}""").AddProject();

    static (string, string) NameOf(JsonNode dataset) => ((string)dataset["namespace"]!, (string)dataset["name"]!);
}
