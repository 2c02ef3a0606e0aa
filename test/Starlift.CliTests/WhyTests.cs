using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Starlift.CliTests;

public sealed class WhyTests(GeneratedSparkify generated)
{
    const string Boats = """
        {"id":1,"name":"Alba"}
        {
          "id": 2,
          "name": "Bora", "note": "} of a text"
        } {"id":10,"name":"Cora"}
        {"id":4,"name":"much too long"}
        """;

    [Fact]
    public async Task A_play_comes_from_the_record_that_stands_there()
    {
        using var folder = SparkifyFolder.Published(generated);
        string[] data = ["--var", $"data={generated.First}"];
        var key = StarContent.Query(folder.Database, "SELECT concat_ws('|', user_id, session_id, item_in_session) FROM songplays ORDER BY start_time DESC LIMIT 1")[0].Split('|');
        var why = JsonNode.Parse(await folder.SucceedAsync(["why", "songplays", .. key, "-o", "json", .. data]))!;
        Assert.True(why["published"]!.GetValue<bool>());
        Assert.Equal(key[0], why["row"]!["user_id"]!.ToString());
        var record = Assert.Single(why["sources"]!.AsArray(), source => source!["load"]!.ToString() == "staging_events")!["records"]!.AsArray().Single()!;
        Assert.Equal(1, record["run"]!.GetValue<long>());
        Assert.Equal("NextSong", record["filtered_by"]!["page"]!.ToString());
        var file = record["object"]!.ToString().Replace("${data}", generated.First, StringComparison.Ordinal);
        var text = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[record["line"]!.GetValue<int>() - 1];
        Assert.Equal(text, record["record"]!.ToString());
        var json = JsonDocument.Parse(text).RootElement;
        string[] ids = [json.GetProperty("userId").GetString()!, .. new[] { "sessionId", "itemInSession" }.Select(name => json.GetProperty(name).GetInt64().ToString(CultureInfo.InvariantCulture))];
        Assert.Equal(key, ids);
    }

    [Fact]
    public async Task What_left_a_row_out_is_told_as_far_as_that_can_be()
    {
        using var folder = new ScriptFolder(Boats).AddProject("copy boats from '${data}/' iam_role default json 'auto' maxerror 9")
            .Add("models/names.sql", "select distinct name from boats where id < 9");
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        var (exitCode, output, error) = await folder.RunAsync("why", "names", "Bora");
        Assert.True(exitCode == 0, error);
        Assert.StartsWith("names, name Bora: published\n    name: Bora\nmodel names, of boats: name is name\nrecord ${data}/boats.json:2, loaded by run 1, id is 2\n    {\n      \"id\": 2,\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\"} of a text\"\n    }\n", output);
        Assert.Contains("reads 1 object of boats again, ", error);

        (_, output, _) = await folder.RunAsync("why", "names", "Cora");
        Assert.Contains("names, name Cora: not published\n", output);
        Assert.Contains("record ${data}/boats.json:5, loaded by run 1, id is 10\n    {\"id\":10,\"name\":\"Cora\"}\n", output);
        Assert.Contains("a record is there and no row, so a model left it out: rows of model names are filtered by boats.id\n", output);

        (_, output, _) = await folder.RunAsync("why", "names", "much too long");
        Assert.Contains("boats.json:6, column name: ", output);
        Assert.Contains("no record of boats that became a row has it; the rejects above have its values in their text\n", output);
        Assert.Contains("no object of boats that is there has it\n", (await folder.RunAsync("why", "names", "Dora")).Out);
    }

    [Fact]
    public async Task What_can_not_be_told_is_said()
    {
        using var folder = new ScriptFolder(Boats).AddProject("copy boats from '${data}/' iam_role default json 'auto' maxerror 9")
            .Add("tables/sizes.sql", "create table sizes (size int primary key, name varchar(5))")
            .Add("models/sizes.sql", "select len(name) as size, min(name) as name from boats group by len(name)");
        Assert.Contains("starlift: table sizes is not published yet\n", (await folder.RunAsync("why", "sizes", "4")).Error);
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        Assert.Contains("no record can be told: model sizes calculates size\n", (await folder.RunAsync("why", "sizes", "4")).Out);
        File.Move(Path.Combine(folder.Path, "buckets/harbour/boats.json"), Path.Combine(folder.Path, "buckets/harbour/other.json"));
        var (_, output, _) = await folder.RunAsync("why", "names", "Alba");
        Assert.Contains("record ${data}/other.json:1, not loaded yet", output);
        Assert.Contains("what is not loaded in this version the next starlift run loads\n", output);
        Assert.Contains("1 object that boats has loaded is no longer there: what it brought can't be read\n", output);
        Assert.Contains("starlift: 'x' is no integer, which size of table sizes is\n", (await folder.RunAsync("why", "sizes", "x")).Error);
        Assert.Contains("starlift: the key of sizes is size, and 2 values are given\nhint: write starlift why sizes SIZE\n", (await folder.RunAsync("why", "sizes", "1", "2")).Error);
        Assert.Contains("starlift: the project has no star table 'size'\nhint: did you mean 'sizes'?\n", (await folder.RunAsync("why", "size", "1")).Error);
    }
}
