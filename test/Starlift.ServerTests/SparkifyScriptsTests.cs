using System.Diagnostics;
using System.Globalization;

namespace Starlift.ServerTests;

/// <summary>Programs as those of the Sparkify exercise, in Sparkify/: tables, loads and questions by psycopg2, with a dwh.cfg that leads them to the server.</summary>
public sealed class SparkifyScriptsTests
{
    const string Python = "/usr/bin/python3";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Scripts => Path.Combine(AppContext.BaseDirectory, "Sparkify");

    [Fact]
    public async Task The_scripts_run_on_a_few_records()
    {
        await RequirePsycopg2Async();
        await using var server = await TestServer.StartAsync();
        await PutAsync(server, "log_json_path.json", """
            {"jsonpaths": ["$['artist']", "$['auth']", "$['firstName']", "$['gender']", "$['itemInSession']", "$['lastName']", "$['length']", "$['level']", "$['location']",
             "$['method']", "$['page']", "$['registration']", "$['sessionId']", "$['song']", "$['status']", "$['ts']", "$['userAgent']", "$['userId']"]}
            """);
        await PutAsync(server, "song_data/A/A/1.json", Song("S1", "Tide", "A1", "Ada", "Oslo", 200.5));
        await PutAsync(server, "song_data/A/B/2.json", Song("S2", "Ebb", "A1", "Ada", "", 100));
        await PutAsync(server, "log_data/2018/11/1.json", $"{Event("NextSong", "Tide", "Ada", 200.5, "free", 1541121934796, "7")}\n{Event("Home", null, null, null, "free", 1541121934000, "7")}\n{Event("Home", null, null, null, "free", 1541121934000, "")}");
        await PutAsync(server, "log_data/2018/11/2.json", $"{Event("NextSong", "Ebb", "Ada", 99, "paid", 1541121935796, "7")}\n{Event("NextSong", "Tide", "Ada", 200.5, "paid", 1541121936796, "7")}");

        Assert.Equal(
            [
                "staging_events 5", "staging_songs 2", "songplays 2", "users 2", "songs 2", "artists 2", "time 3",
                "('Tide', 'Ada', 2)", "[('free', 1, 1), ('paid', 1, 1)]", "2",
            ],
            await RunAllAsync(server));
        Assert.Equal(["artists 1", "songs 2", "users 1", "time 3", "songplays 3"], await RunAsync(server, "models.py", Path.Combine(Scripts, "project")));
    }

    [Fact]
    public async Task The_scripts_give_what_is_known_of_the_whole_data_set()
    {
        await RequirePsycopg2Async();
        // artifacts/bin/TESTS/CONFIGURATION/ → beside the repository
        var make = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../shared/data/make-bucket"));
        Assert.SkipUnless(File.Exists(make), "the whole data set is not at hand");
        await using var server = await TestServer.StartAsync();
        var (exitCode, _, error) = await ExecuteAsync(server.Bucket, Python, make, server.Bucket);
        Assert.True(exitCode == 0, error);

        Assert.Equal(
            [
                "staging_events 8056", "staging_songs 14896", "songplays 319", "users 104", "songs 14896", "artists 10025", "time 6813",
                "(\"You're The One\", 'Dwight Yoakam', 37)", "[('free', 39, 58), ('paid', 20, 261)]", "319",
            ],
            await RunAllAsync(server));
        Assert.Equal(["artists 9553", "songs 14896", "users 97", "time 6813", "songplays 6820"], await RunAsync(server, "models.py", Path.Combine(Scripts, "project")));
    }

    static async Task<IReadOnlyList<string>> RunAllAsync(TestServer server)
    {
        Assert.Empty(await RunAsync(server, "create_tables.py"));
        Assert.Empty(await RunAsync(server, "etl.py"));
        return await RunAsync(server, "analytics.py");
    }

    /// <summary>Runs a script in a folder that has its dwh.cfg.</summary>
    static async Task<IReadOnlyList<string>> RunAsync(TestServer server, string script, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("starlift-scripts-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "dwh.cfg"),
                string.Create(CultureInfo.InvariantCulture, $"""
                    [CLUSTER]
                    HOST=127.0.0.1
                    DB_NAME=dev
                    DB_USER=awsuser
                    DB_PASSWORD=Passw0rd
                    DB_PORT={server.Port}

                    [IAM_ROLE]
                    ARN=arn:aws:iam::123456789012:role/dwhRole

                    [S3]
                    LOG_DATA='s3://bucket/log_data'
                    LOG_JSONPATH='s3://bucket/log_json_path.json'
                    SONG_DATA='s3://bucket/song_data'
                    DATA=s3://bucket

                    """),
                Stop);
            var (exitCode, output, error) = await ExecuteAsync(folder.FullName, Python, [Path.Combine(Scripts, script), .. arguments]);
            Assert.True(exitCode == 0, $"{script}: {error}");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task RequirePsycopg2Async()
    {
        var isThere = File.Exists(Python) && (await ExecuteAsync("/", Python, "-c", "import psycopg2")).ExitCode == 0;
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", "there is no psycopg2 to test with: run ./build services start");
        Assert.True(isThere);
    }

    static async Task<(int ExitCode, string Output, string Error)> ExecuteAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, await error);
    }

    static async Task PutAsync(TestServer server, string key, string text)
    {
        var path = Path.Combine(server.Bucket, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Stop);
    }

    static string Song(string id, string title, string artist, string name, string location, double duration) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"num_songs":1,"artist_id":"{{artist}}","artist_latitude":null,"artist_longitude":null,"artist_location":"{{location}}","artist_name":"{{name}}","song_id":"{{id}}","title":"{{title}}","duration":{{duration}},"year":0}""");

    static string Event(string page, string? song, string? artist, double? length, string level, long ts, string user)
    {
        static string Text(string? value) => value is null ? "null" : $"\"{value}\"";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"artist":{{Text(artist)}},"auth":"Logged In","firstName":"Bo","gender":"F","itemInSession":{{ts % 1000 + ts / 1000 % 100}},"lastName":"Li","length":{{length?.ToString(CultureInfo.InvariantCulture) ?? "null"}},"level":"{{level}}","location":"Oslo","method":"PUT","page":"{{page}}","registration":1540919166796.0,"sessionId":38,"song":{{Text(song)}},"status":200,"ts":{{ts}},"userAgent":"\"Mozilla\/5.0\"","userId":"{{user}}"}""");
    }
}
