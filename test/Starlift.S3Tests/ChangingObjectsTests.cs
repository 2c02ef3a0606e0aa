using System.Text.Json.Nodes;
using Amazon.S3.Model;
using Starlift.Cli.Generating;

namespace Starlift.S3Tests;

/// <summary>Objects that come, change and go, and runs that are disturbed: what the real binary makes of them.</summary>
public sealed class ChangingObjectsTests
{
    const string Songs = "select count(*), min(title), max(title) from songs";
    const string Ledger = "select count(*), sum(records), max(load_id) from starlift.ledger";
    const string Song = "song_data/A/A/A/TRAAAAA128F0000000.json";

    static readonly string[] Star =
    [
        "select start_time, user_id, level, song_id, artist_id, session_id, item_in_session, song_title from songplays order by 1, 2, 6, 7",
        "select * from users order by user_id", "select * from songs order by song_id", "select * from artists order by artist_id",
        "select * from time order by start_time",
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_tells_new_changed_unchanged_and_vanished_objects_and_writes_nothing()
    {
        using var bucket = await FilledAsync();
        using var starlift = new StarliftProcess(bucket.Server.Variables);
        await SucceedAsync(starlift, bucket);
        var keys = (await bucket.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket.Name, Prefix = "song_data/" }, Cancel)).S3Objects;
        await bucket.PutAsync(keys[0].Key, "{}");
        await bucket.Client.DeleteObjectAsync(bucket.Name, keys[1].Key, Cancel);
        await bucket.PutAsync("song_data/new.json", "{}\n");
        await bucket.PutAsync("song_data/newer.json", "{}\n\n");
        var before = await QueryAsync(starlift, Ledger);

        var (exitCode, output, error) = await starlift.RunAsync("plan", "--changed", "merge", "--var", Data(bucket), "-o", "json");

        Assert.True(exitCode == 0, error);
        var songs = JsonNode.Parse(output)!["loads"]!.AsArray().Single(load => (string)load!["name"]! == "staging_songs")!;
        Assert.Equal((2, 7), (Count(songs, "new"), (int)songs["new"]!["bytes"]!));
        Assert.Equal((1, 2), (Count(songs, "changed"), (int)songs["changed"]!["bytes"]!));
        Assert.Equal((keys.Count - 2, 1), (Count(songs, "unchanged"), Count(songs, "vanished")));
        Assert.Equal(before, await QueryAsync(starlift, Ledger));
    }

    [Theory]
    [InlineData(false, "changed between listing and reading")]
    [InlineData(true, "vanished between listing and reading")]
    public async Task An_object_that_changes_or_vanishes_between_listing_and_reading_fails_the_run_and_not_the_next(bool vanishes, string expected)
    {
        using var bucket = await FilledAsync();
        using var direct = new StarliftProcess(bucket.Server.Variables);
        await SucceedAsync(direct, bucket);
        var before = await QueryAsync(direct, Songs) + await QueryAsync(direct, Ledger);
        await bucket.PutAsync(Song, SongOf("old"));
        var disturbed = 0;
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, request =>
        {
            if (request.IsGet && request.FirstLine.Contains($"/{Song} ", StringComparison.Ordinal) && Interlocked.Exchange(ref disturbed, 1) == 0)
            {
                (vanishes ? bucket.Client.DeleteObjectAsync(bucket.Name, Song, Cancel) : bucket.PutAsync(Song, SongOf("new"))).Wait(Cancel);
            }

            return null;
        });

        var (exitCode, output, error) = await direct.RunAsync(proxy, "run", "--var", Data(bucket));

        Assert.True(error.Contains($"starlift: {bucket.Uri(Song)} {expected}\nhint: run again", StringComparison.Ordinal), error);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(before, await QueryAsync(direct, Songs) + await QueryAsync(direct, Ledger));
        await SucceedAsync(direct, bucket);
        Assert.Equal(vanishes ? "0" : "1", (await QueryAsync(direct, "select count(*) from songs where title = 'new'")).Split('\n')[1].Trim());
    }

    [Fact]
    public async Task A_fault_in_every_answer_changes_nothing()
    {
        using var bucket = await FilledAsync();
        using var starlift = new StarliftProcess(bucket.Server.Variables);
        await SucceedAsync(starlift, bucket);
        var before = await QueryAsync(starlift, Songs) + await QueryAsync(starlift, Ledger);
        await bucket.PutAsync(Song, SongOf("new"));
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, FaultProxy.Sometimes(1, Fault.SlowDown, Fault.InternalError, Fault.Reset, Fault.Stall, Fault.CutBody));

        var (exitCode, _, error) = await starlift.RunAsync(proxy, "run", "--var", Data(bucket));

        Assert.True(exitCode == 5, error);
        Assert.Contains("can't be read: ", error, StringComparison.Ordinal);
        Assert.Equal(before, await QueryAsync(starlift, Songs) + await QueryAsync(starlift, Ledger));
    }

    [Fact]
    public async Task Whoever_may_read_a_public_bucket_needs_no_credentials()
    {
        using var bucket = await FilledAsync();
        await bucket.Client.PutBucketPolicyAsync(
            bucket.Name,
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:ListBucket","s3:GetObject"],
              "Resource":["arn:aws:s3:::{{bucket.Name}}","arn:aws:s3:::{{bucket.Name}}/*"]}]}
            """,
            Cancel);
        using var anonymous = new StarliftProcess(new Dictionary<string, string> { ["AWS_ENDPOINT_URL_S3"] = bucket.Server.Endpoint.ToString() });
        await SucceedAsync(anonymous, bucket);
    }

    [Fact]
    public async Task A_run_killed_at_any_moment_is_completed_by_the_next()
    {
        using var bucket = await FilledAsync();
        using var undisturbed = new StarliftProcess(bucket.Server.Variables);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await SucceedAsync(undisturbed, bucket);
        var whole = clock.Elapsed;
        var random = new Random(5);
        using var killed = new StarliftProcess(bucket.Server.Variables);
        for (var i = 0; i < 4; i++)
        {
            await killed.KillAsync(whole * random.NextDouble(), "run", "--var", Data(bucket));
        }

        await SucceedAsync(killed, bucket);
        foreach (var sql in Star)
        {
            Assert.Equal(await QueryAsync(undisturbed, sql), await QueryAsync(killed, sql));
        }
    }

    static async Task<ScratchBucket> FilledAsync()
    {
        var folder = Directory.CreateTempSubdirectory("starlift-").FullName;
        try
        {
            await new SparkifyGenerator(new GeneratorOptions { Songs = 40, Days = 3, Events = 300 }).GenerateAsync(folder, cancellationToken: Cancel);
            var bucket = await S3Server.Get().MakeBucketAsync();
            await bucket.PutFolderAsync(folder);
            return bucket;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static string SongOf(string title) =>
        $$"""{"num_songs":1,"artist_id":"ARTEST","artist_name":"x","song_id":"SOTEST","title":"{{title}}","duration":1.5,"year":2001}""";

    static string Data(ScratchBucket bucket) => $"data={bucket.Uri().TrimEnd('/')}";

    static int Count(JsonNode load, string kind) => (int)load[kind]!["objects"]!;

    static async Task SucceedAsync(StarliftProcess starlift, ScratchBucket bucket)
    {
        var (exitCode, _, error) = await starlift.RunAsync("run", "--var", Data(bucket));
        Assert.True(exitCode == 0, error);
    }

    static async Task<string> QueryAsync(StarliftProcess starlift, string sql)
    {
        var (exitCode, rows, error) = await starlift.RunAsync("query", sql, "-o", "csv");
        Assert.True(exitCode == 0, error);
        return rows;
    }
}
