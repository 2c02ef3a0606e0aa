using System.Diagnostics;
using System.Text.Json.Nodes;
using Starlift.Cli.Generating;

namespace Starlift.S3Tests;

/// <summary>The Sparkify pipeline by the real binary, from S3 and from a folder: the same star.</summary>
public sealed class SparkifyFromS3Tests
{
    static readonly string[] Stars =
    [
        "select start_time, user_id, level, song_id, artist_id, session_id, item_in_session, song_title from songplays order by 1, 2, 6, 7",
        "select * from users order by user_id",
        "select * from songs order by song_id",
        "select * from artists order by artist_id",
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_the_data_gives_the_same_star_as_from_a_folder_and_is_loaded_once()
    {
        var folder = Directory.CreateTempSubdirectory("starlift-").FullName;
        try
        {
            await FillAsync(folder);
            using var bucket = await S3Server.Get().MakeBucketAsync();
            await bucket.PutFolderAsync(folder);
            using var local = new StarliftProcess(new Dictionary<string, string>());
            using var s3 = new StarliftProcess(bucket.Server.Variables);

            Assert.Equal(await RunAsync(local, folder), await RunAsync(s3, bucket.Uri()));
            await SameStarAsync(local, s3);

            var again = await s3.RunAsync("run", "--var", $"data={bucket.Uri().TrimEnd('/')}", "-o", "json");
            Assert.Equal(0, again.ExitCode);
            Assert.Equal("nothing", (string?)JsonNode.Parse(again.Out)!["outcome"]);

            await bucket.PutAsync("log_data/2030/01/2030-01-01-events.json", "");
            Assert.Contains("1 new", (await s3.RunAsync("run", "--var", $"data={bucket.Uri().TrimEnd('/')}")).Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Faults_in_5_percent_of_the_answers_give_the_same_star()
    {
        var folder = Directory.CreateTempSubdirectory("starlift-").FullName;
        try
        {
            await new SparkifyGenerator(new GeneratorOptions { Songs = 250, Days = 20, Events = 3_000 }).GenerateAsync(folder, cancellationToken: Cancel);
            await SameStarDespiteFaultsAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fifteen thousand requests through a proxy take a minute: run it with -explicit only.</summary>
    [Fact(Explicit = true)]
    public async Task Faults_in_5_percent_of_the_answers_for_all_of_the_data_give_the_same_star()
    {
        var folder = Directory.CreateTempSubdirectory("starlift-").FullName;
        try
        {
            await FillAsync(folder);
            await SameStarDespiteFaultsAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task SameStarDespiteFaultsAsync(string folder)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutFolderAsync(folder);
        await using var proxy = new FaultProxy(
            bucket.Server.Endpoint, FaultProxy.Sometimes(0.05, [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.WrongRegion)]));
        using var local = new StarliftProcess(new Dictionary<string, string>());
        using var s3 = new StarliftProcess(
            new Dictionary<string, string>(bucket.Server.Variables) { ["AWS_ENDPOINT_URL_S3"] = proxy.Endpoint.ToString() });

        Assert.Equal(await RunAsync(local, folder), await RunAsync(s3, bucket.Uri()));
        await SameStarAsync(local, s3);
        Assert.NotEqual(0, proxy.Faults);
    }

    /// <summary>The real data set where it is at hand, else as much of a made-up one.</summary>
    static async Task FillAsync(string folder)
    {
        var script = Path.Combine(S3Server.RepositoryRoot, "../shared/data/make-bucket");
        if (!File.Exists(script))
        {
            await new SparkifyGenerator(new GeneratorOptions { Songs = 14_896 }).GenerateAsync(folder, cancellationToken: Cancel);
            return;
        }

        using var process = Process.Start(new ProcessStartInfo(script, [folder]) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>What was loaded and built, without times.</summary>
    static async Task<string> RunAsync(StarliftProcess starlift, string data)
    {
        var (exitCode, output, error) = await starlift.RunAsync("run", "--var", $"data={data.TrimEnd('/')}", "-o", "json");
        Assert.True(exitCode == 0, error);
        var report = JsonNode.Parse(output)!;
        var parts = report["loads"]!.AsArray().Concat(report["stars"]!.AsArray()).Select(part => part!.AsObject()).ToList();
        parts.ForEach(part => part.Remove("seconds"));
        return string.Join('\n', parts.Select(part => part.ToJsonString()));
    }

    static async Task SameStarAsync(StarliftProcess expected, StarliftProcess actual)
    {
        foreach (var star in Stars)
        {
            var (_, rows, error) = await expected.RunAsync("query", star, "-o", "csv");
            Assert.True(rows.Length > 1_000, error);
            Assert.Equal(rows, (await actual.RunAsync("query", star, "-o", "csv")).Out);
        }
    }
}
