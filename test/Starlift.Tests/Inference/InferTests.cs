using System.Text;
using System.Text.Json;
using Starlift.Errors;

namespace Starlift.Tests.Inference;

/// <summary>What infer writes, keeps and refuses.</summary>
public sealed class InferTests : IDisposable
{
    const string Small = """{"id":1,"name":"Alba","at":"2024-03-01T10:00:00Z"}""";

    readonly ScratchProject _project = new();

    [Fact]
    public async Task A_second_call_on_newer_objects_shows_the_difference_and_keeps_the_files()
    {
        await _project.Put("data/boats/1.json", Small).SucceedAsync("infer", "data/boats");
        var before = _project.Read("tables/staging_boats.sql");
        _project.Put("data/boats/2.json", $$$"""{"id":3000000000,"name":"{{{new string('x', 100)}}}","at":"2024-03-02T10:00:00Z","masts":2}""");

        var (output, _) = await _project.SucceedAsync("infer", "data/boats");
        Assert.Contains("kept          tables/staging_boats.sql", output, StringComparison.Ordinal);
        Assert.Contains("alter table staging_boats add column masts integer;", output, StringComparison.Ordinal);
        Assert.Contains("alter table staging_boats alter column name type varchar(256);", output, StringComparison.Ordinal);
        Assert.Contains("-- id is integer, and no statement makes it bigint: declare it so.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("column at", output, StringComparison.Ordinal);
        Assert.Equal(before, _project.Read("tables/staging_boats.sql"));

        Assert.Contains("written over  tables/staging_boats.sql", (await _project.SucceedAsync("infer", "data/boats", "-y")).Out, StringComparison.Ordinal);
        Assert.Contains("masts integer", _project.Read("tables/staging_boats.sql"), StringComparison.Ordinal);
        Assert.Contains("unchanged     tables/staging_boats.sql", (await _project.SucceedAsync("infer", "data/boats")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_holds_all_of_newer_objects_needs_no_change()
    {
        await _project.Put("data/boats/1.json", Small).SucceedAsync("infer", "data/boats");
        _project.Put("tables/staging_boats.sql", "create table staging_boats (id bigint, name varchar(9), at timestamptz, more super)");
        var (output, _) = await _project.SucceedAsync("infer", "data/boats", "-o", "json");
        Assert.Empty(JsonDocument.Parse(output).RootElement.GetProperty("changes").EnumerateArray());
    }

    [Fact]
    public async Task A_project_that_is_there_lends_its_variables()
    {
        _project.Put("starlift.yaml", "name: harbour\nvars: { data: ./data, boats: s3://harbour/boats }\ntargets: { local: { type: duckdb, path: x.duckdb } }\n").Put("data/eu/boats/1.json", Small).Put("s3/harbour/boats/b/1.json", Small).Put("elsewhere/1.json", Small);
        await _project.SucceedAsync("infer", "data/eu/boats");
        Assert.Contains("from '${data}/eu/boats/'", _project.Read("loads/staging_boats.sql"), StringComparison.Ordinal);
        await _project.SucceedAsync("infer", "s3://harbour/boats/b/", "--name", "ships", "--s3-root", Path.Combine(_project.Folder, "s3"));
        Assert.Contains("from '${boats}/b/'", _project.Read("loads/staging_ships.sql"), StringComparison.Ordinal);
        await _project.SucceedAsync("infer", "elsewhere");
        Assert.Contains("from './elsewhere/'", _project.Read("loads/staging_elsewhere.sql"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await _project.RunAsync("plan", "--s3-root", Path.Combine(_project.Folder, "s3"))).ExitCode);
    }

    [Fact]
    public async Task Numbers_that_lose_digits_are_kept_another_way()
    {
        _project.Put("data/n/1.json", """
            {"big":123456789012345678901,"fine":0.12345678901234567,"cents":0.1,"text":"1.10","price":"19.90","zip":"01234","count":"7","mixed":1,"when":"2024-03-01T10:00:00.1234567Z","ts":1709251200,"whole":1541077528796.0}
            {"big":1,"fine":1,"cents":19.99,"text":"1.9","price":"5","zip":"98765","count":"12","mixed":"x","when":"2024-03-01T10:00:00.1234567Z","ts":1709251201,"whole":1541077528797.0}
            """);
        await _project.SucceedAsync("infer", "data/n");
        var table = _project.Read("tables/staging_n.sql");
        foreach (var column in new[] { "big   decimal(38,0)", "fine  super", "cents decimal(18,4)", "text  varchar(64)", "price decimal(18,4)", "zip   varchar(64)", "count integer", "mixed varchar(64)", "\"when\" varchar(64)", "ts     timestamp", "whole bigint" })
        {
            Assert.Contains(string.Join(' ', column.Split(' ', StringSplitOptions.RemoveEmptyEntries)), string.Join(' ', table.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }

        Assert.EndsWith("timeformat 'epochsecs'\nroundec;\n", _project.Read("loads/staging_n.sql"), StringComparison.Ordinal);
        await _project.SucceedAsync("run", "--keep-staging");
        var rows = await _project.QueryAsync("select cast(big as varchar(64)) as big, json_serialize(fine) as fine, cast(cents as varchar(9)) as cents from staging_n order by cents desc");
        Assert.Equal("""{"big":"1","fine":"1","cents":"19.9900"}""", JsonSerializer.Serialize(rows[0]));
        Assert.Equal("""{"big":"123456789012345678901","fine":"0.12345678901234567","cents":"0.1000"}""", JsonSerializer.Serialize(rows[1]));
    }

    [Fact]
    public async Task Keys_that_are_no_names_are_found_by_paths()
    {
        _project.Put("data/k/1.json", """{"user-agent":"x","@timestamp":"2024-03-01 10:00:00","ID":1,"id":2,"it's":3,"order":4,"oid":5}""");
        await _project.SucceedAsync("infer", "data/k");
        Assert.Contains("copy staging_k (user_agent, timestamp_, id, id_2, it_s, \"order\", oid_2)".Replace("timestamp_", "\"timestamp\"", StringComparison.Ordinal), _project.Read("loads/staging_k.sql"), StringComparison.Ordinal);
        Assert.True(_project.Has("data/staging_k.jsonpaths"));
        await _project.SucceedAsync("run", "--keep-staging");
        Assert.Equal(15, await _project.CountAsync("select id + id_2 + it_s + \"order\" + oid_2 from staging_k where user_agent = 'x'"));
    }

    [Fact]
    public async Task Sampled_objects_are_the_first_the_last_the_largest_the_smallest_and_some_between()
    {
        for (var number = 10; number < 60; number++)
        {
            _project.Put($"data/many/{number}.json", number == 33 ? $$"""{"a":"{{new string('x', 300)}}"}""" : """{"a":"b"}""");
        }

        var (output, _) = await _project.SucceedAsync("infer", "data/many", "--objects", "6");
        Assert.StartsWith("looked at 6 of 50 objects: 6 records", output, StringComparison.Ordinal);
        Assert.Contains("a varchar(1024)", _project.Read("tables/staging_many.sql"), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "csv", Encoding.UTF8.GetBytes("id,name\n1,Alba\n"), "is no JSON" },
        { "parquet", [.. "PAR1"u8, 0, 0, 0, 0], "is Parquet, and Starlift loads JSON in UTF-8" },
        { "lzo", [0x89, .. "LZO"u8, 0, 13, 10, 26], "is compressed by LZOP, which only Redshift reads" },
        { "utf-16", [0xff, 0xfe, (byte)'{', 0], "is UTF-16, and Starlift loads JSON in UTF-8" },
        { "numbers", "1 2 3"u8.ToArray(), "hold no JSON object" },
        { "nothing", [], "are empty" },
        { "long array", [(byte)'[', .. Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("""{"a":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}""", 100_000))), (byte)']'], "write its elements one a line, as jq -c '.[]' does" },
        { "cut off GZIP", Feed.Gzip(Encoding.UTF8.GetBytes(Small))[..20], "can't be decompressed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_one_COPY_can_t_load_is_refused_in_a_sentence_and_nothing_is_written(string name, byte[] bytes, string expected)
    {
        var (code, output, error) = await _project.Put("data/x/1", bytes).RunAsync("infer", "data/x");
        Assert.True(code is ExitCode.Usage or ExitCode.RunFailed, $"{name}: {code}, {error}");
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", error, StringComparison.Ordinal);
        Assert.Equal("", output);
        Assert.False(_project.Has("starlift.yaml"));
    }

    [Fact]
    public async Task An_empty_project_is_filled_by_infer()
    {
        var folder = Path.Combine(_project.Folder, "shop");
        var surroundings = new Starlift.Cli.Terminals.Surroundings(new Starlift.Cli.Terminals.Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null), _ => null, _project.Folder);
        Assert.Equal(ExitCode.Done, await new Starlift.Cli.Commands.App(surroundings).RunAsync(["init", "--empty", folder], TestContext.Current.CancellationToken));
        Assert.StartsWith("name: shop\nvars:\n  data: ./data\n", _project.Read("shop/starlift.yaml"), StringComparison.Ordinal);
        _project.Put("shop/data/boats/1.json", Small);
        Assert.Equal(ExitCode.Done, await new Starlift.Cli.Commands.App(surroundings).RunAsync(["infer", Path.Combine(folder, "data/boats"), "--star", "-p", folder], TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Done, await new Starlift.Cli.Commands.App(surroundings).RunAsync(["run", "-p", folder], TestContext.Current.CancellationToken));
        Assert.Contains("from '${data}/boats/'", _project.Read("shop/loads/staging_boats.sql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_SQL_says_what_to_do()
    {
        _project.Put("starlift.yaml", "name: harbour\ntargets: { local: { type: duckdb, path: x.duckdb } }\n");
        Assert.StartsWith("the project has no loads and no models: starlift infer PREFIX looks at objects", (await _project.SucceedAsync("plan")).Out, StringComparison.Ordinal);
        var (code, _, error) = await _project.RunAsync("run", "boats");
        Assert.Equal((ExitCode.Usage, "starlift: 'boats' is no argument of starlift run\nhint: to load one table only: starlift run --select boats\n"), (code, error));
    }

    [Fact]
    public async Task What_data_and_keys_say_is_neither_SQL_nor_a_variable()
    {
        _project.Put("data/x${y}/1\ndrop table t;.json", """{"id":1,"inner":{"${secret}":"${a}","it's":"'; drop table t; --"}}""" + "\n{oops");
        await _project.SucceedAsync("infer", "data/x${y}", "--name", "x", "--star");
        Assert.DoesNotContain("\ndrop", _project.Read("loads/staging_x.sql"), StringComparison.Ordinal);
        File.Delete(Path.Combine(_project.Folder, "data/x${y}/1\ndrop table t;.json"));
        _project.Put("data/x${y}/1.json", """{"id":1,"inner":{"${secret}":"${a}","it's":"'; drop table t; --"}}""");
        await _project.SucceedAsync("run");
        Assert.Equal(1, await _project.CountAsync("select count(*) from x where inner_secret = '$' || '{a}' and inner_it_s like '%drop table t%'"));
    }

    [Fact]
    public async Task Objects_of_two_compressions_are_told_apart()
    {
        var (code, _, error) = await _project.Put("data/x/1.json", Small).Put("data/x/2.json.gz", Feed.Gzip(Encoding.UTF8.GetBytes(Small))).RunAsync("infer", "data/x");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Matches("1.json is not compressed while .*2.json.gz is compressed by GZIP", error);
    }

    [Fact]
    public async Task A_record_that_is_no_JSON_is_told_with_its_place()
    {
        var (_, error) = await _project.Put("data/x/1.json", Small + "\n{\"id\":oops}\n").SucceedAsync("infer", "data/x");
        Assert.Matches("warning: .*1.json has text that is no JSON at byte 5[0-9]: COPY rejects that record", error);
    }

    [Fact]
    public async Task The_files_of_Sparkify_load_as_its_own_statements_load_them()
    {
        await _project.SucceedAsync("generate", Path.Combine(_project.Folder, "data"), "--songs", "20", "--days", "1", "--events", "400");
        await _project.SucceedAsync("infer", "data/log_data", "--name", "events");
        await _project.SucceedAsync("infer", "data/song_data", "--name", "songs");
        await _project.SucceedAsync("run", "--keep-staging");
        using var own = new ScratchProject();
        foreach (var file in Repository.Files("pipelines/sparkify", "staging_*.sql"))
        {
            own.Put(file["pipelines/sparkify/".Length..], Repository.Read(file));
        }

        own.Put("starlift.yaml", $"name: own\nvars: {{ data: {Path.Combine(_project.Folder, "data")} }}\ntargets: {{ local: {{ type: duckdb, path: own.duckdb }} }}\n");
        await own.SucceedAsync("run", "--keep-staging");
        foreach (var (table, order) in new[] { ("staging_events", "sessionid, iteminsession, ts, song"), ("staging_songs", "song_id") })
        {
            var columns = own.Read($"tables/{table}.sql").Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]);
            var sql = $"select {string.Join(", ", columns)} from {table} order by {order}";
            var expected = await own.QueryAsync(sql);
            Assert.NotEmpty(expected);
            Assert.Equal(expected.Select(row => row.GetRawText()), (await _project.QueryAsync(sql)).Select(row => row.GetRawText()));
        }
    }

    public void Dispose() => _project.Dispose();
}
