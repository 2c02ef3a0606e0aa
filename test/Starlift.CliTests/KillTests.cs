using System.Diagnostics;

namespace Starlift.CliTests;

public sealed class KillTests(GeneratedSparkify generated)
{
    const int Kills = 20;

    /// <summary>The star by content: identity values depend on how often a load was tried.</summary>
    const string Star = """
        SELECT 'songplays', count(*), bit_xor(hash(start_time, user_id, level, song_id, artist_id, session_id, location, user_agent, item_in_session, song_title, artist_name, duration)) FROM songplays
        UNION ALL SELECT 'users', count(*), bit_xor(hash(COLUMNS(*)::VARCHAR)) FROM (SELECT CAST(u AS VARCHAR) AS r FROM users AS u)
        UNION ALL SELECT 'songs', count(*), bit_xor(hash(COLUMNS(*)::VARCHAR)) FROM (SELECT CAST(s AS VARCHAR) AS r FROM songs AS s)
        UNION ALL SELECT 'artists', count(*), bit_xor(hash(COLUMNS(*)::VARCHAR)) FROM (SELECT CAST(a AS VARCHAR) AS r FROM artists AS a)
        UNION ALL SELECT 'time', count(*), bit_xor(hash(COLUMNS(*)::VARCHAR)) FROM (SELECT CAST(t AS VARCHAR) AS r FROM time AS t)
        ORDER BY 1
        """;

    [Fact]
    public async Task A_run_killed_at_any_moment_leaves_the_old_star_or_the_new_and_the_next_run_completes_it()
    {
        using var undisturbed = SparkifyFolder.Published(generated);
        var old = Content(undisturbed);
        var clock = Stopwatch.StartNew();
        await RunAsync(undisturbed);
        var whole = clock.Elapsed;
        var expected = Content(undisturbed);
        Assert.NotEqual(old, expected);
        var random = new Random(20);
        for (var killed = 0; killed < Kills;)
        {
            using var folder = SparkifyFolder.Published(generated);
            using (var running = StarliftProcess.Start(folder.Path, folder.Arguments("run", "--var", $"data={generated.Second}")))
            {
                await Task.Delay(whole * random.NextDouble(), TestContext.Current.CancellationToken);
                running.Kill();
                if ((await running.EndAsync()).ExitCode == 0)
                {
                    // The machine is faster than it was: the moments must lie within a run.
                    whole *= 0.9;
                    continue;
                }

                killed++;
            }

            // Opening for writing replays what the killed run had committed, as any next user of the file would.
            await folder.SucceedAsync("query", "select 1");
            Assert.Contains(Content(folder), new[] { old, expected });
            await RunAsync(folder);
            Assert.Equal(expected, Content(folder));
            Assert.Equal(["0"], StarContent.Query(folder.Database, "SELECT count(*) FROM starlift.runs WHERE outcome = 'running'"));
        }
    }

    static string Content(SparkifyFolder folder) => string.Join('\n', StarContent.Query(folder.Database, Star));

    Task<string> RunAsync(SparkifyFolder folder) => folder.SucceedAsync("run", "--var", $"data={generated.Second}");
}
