using System.Diagnostics;

namespace Starlift.ServerTests;

/// <summary>A script as those of the Sparkify exercise, which talk to Redshift by psycopg2.</summary>
public sealed class Psycopg2Tests
{
    const string Python = "/usr/bin/python3";

    [Fact]
    public async Task A_script_of_the_exercise_runs_unmodified()
    {
        var cancel = TestContext.Current.CancellationToken;
        var isThere = await IsThereAsync(cancel);
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", "there is no psycopg2 to test with: run ./build services start");
        Assert.True(isThere);
        await using var server = await TestServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(server.Bucket, "log_data"));
        await File.WriteAllTextAsync(Path.Combine(server.Bucket, "paths.json"), """{"jsonpaths": ["$.artist", "$.firstName", "$.lastName", "$.level", "$.page", "$.song", "$.ts", "$.userId"]}""", cancel);
        await File.WriteAllTextAsync(
            Path.Combine(server.Bucket, "log_data", "events.json"),
            """
            {"artist":"A","firstName":"Ada","lastName":"O'Neill\\","level":"free","page":"NextSong","song":"S","ts":1541121934796,"userId":"7"}
            {"artist":null,"firstName":"Ada","lastName":"O'Neill\\","level":"free","page":"Home","song":null,"ts":1541121934000,"userId":"7"}
            {"artist":"B","firstName":"Bo","lastName":"Li","level":"paid","page":"NextSong","song":"T","ts":1541121935796,"userId":"8"}
            """,
            cancel);

        var (exitCode, output, error) = await RunAsync([Path.Combine(AppContext.BaseDirectory, "sparkify.py"), $"{server.Port}"], cancel);
        Assert.Equal("", error);
        Assert.Equal(
            [
                "(2,)", "[(7, 'Ada')] ['user_id', 'first_name']", "(datetime.datetime(2018, 11, 2, 1, 25, 34), 2)",
                "42703 column \"nothing\" does not exist", "1", "(0,)",
            ],
            output.TrimEnd().Split('\n'));
        Assert.Equal(0, exitCode);
    }

    static async Task<bool> IsThereAsync(CancellationToken cancel) => File.Exists(Python) && (await RunAsync(["-c", "import psycopg2"], cancel)).ExitCode == 0;

    static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }
}
