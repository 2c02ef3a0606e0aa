using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Starlift.CliTests;

/// <summary>Commands whose database a server holds: the server executes them.</summary>
public sealed partial class ServedCommandsTests(GeneratedSparkify generated)
{
    const string Counts = "select (select count(*) from songplays), (select count(*) from users), (select count(*) from songs), (select count(*) from artists), (select count(*) from time)";
    const string Endless = "select count(*) from songs a, songs b, songs c, songs d, songs e, songs f";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_beside_a_run_see_the_old_star_or_the_new()
    {
        using var project = SparkifyFolder.Published(generated);
        using var served = await ServeAsync(project);
        using var isRun = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var seen = new ConcurrentDictionary<string, int>();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAsync(served, seen, isRun.Token)).ToList();
        while (seen.IsEmpty)
        {
            await Task.Delay(5, Stop);
        }

        await project.SucceedAsync("run", "--var", $"data={generated.Second}", "--drop-vanished");
        var after = await project.SucceedAsync("query", Counts, "-o", "csv");
        await isRun.CancelAsync();
        await Task.WhenAll(readers);

        var old = await generated.Published.SucceedAsync("query", Counts, "-o", "csv");
        Assert.Equal(LastLine(old), seen.Keys.First(key => key == LastLine(old)));
        Assert.NotEqual(LastLine(old), LastLine(after));
        Assert.Empty(seen.Keys.Except([LastLine(old), LastLine(after)]));

        // the rest of the commands, and what was made through the server is there without it
        foreach (var command in new[] { "report", "doctor" })
        {
            var (exitCode, _, error) = await project.RunAsync(command, "--var", $"data={generated.Second}");
            Assert.True(exitCode == 0, $"{command}: {exitCode}\n{error}");
        }

        served.Running.Interrupt();
        Assert.Equal(0, (await served.Running.EndAsync()).ExitCode);
        Assert.False(File.Exists($"{project.Database}.serve"));
        Assert.Equal(after, await project.SucceedAsync("query", Counts, "-o", "csv"));
        Assert.True(File.Exists(Path.Combine(project.Path, "out", "report.html")));
    }

    [Fact]
    public async Task A_command_has_its_own_folder_input_and_exit_code()
    {
        using var project = SparkifyFolder.Published(generated).Change("starlift.yaml", "vars:", "vars:\n  word: stated");
        using var served = await ServeAsync(project);
        var (exitCode, output, error) = await StarliftProcess.ShellAsync(project.Path, "echo \"select '\\${word}' as word\" | starlift sql --var word=typed - -o json");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("\"typed\"", output, StringComparison.Ordinal);
        (exitCode, output, error) = await StarliftProcess.RunInAsync(project.Path, "query", "select nothing from songplays");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("nothing", error, StringComparison.Ordinal);

        var (code, _, told) = await project.RunAsync("serve", "--port", "0");
        Assert.Equal(6, code);
        Assert.Contains("in use by", told, StringComparison.Ordinal);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode($"{project.Database}.serve"));
        }
    }

    [Fact]
    public async Task What_is_interrupted_or_killed_leaves_nothing()
    {
        using var project = SparkifyFolder.Published(generated);
        project.Add("slow.sql", $"begin; delete from songplays; {Endless}; commit;");
        using var served = await ServeAsync(project);
        var before = await project.SucceedAsync("query", Counts, "-o", "csv");

        using (var interrupted = StarliftProcess.Start(project.Path, ["query", Endless]))
        {
            await IsBusyAsync(served);
            interrupted.Interrupt();
            var (exitCode, _, error) = await interrupted.EndAsync();
            Assert.Equal(130, exitCode);
            Assert.Contains("interrupted; nothing was published", error, StringComparison.Ordinal);
        }

        using (var killed = StarliftProcess.Start(project.Path, ["sql", "slow.sql"]))
        {
            await IsBusyAsync(served);
            killed.Kill();
            await killed.EndAsync();
        }

        Assert.Equal(before, await project.SucceedAsync("query", Counts, "-o", "csv"));
        await project.SucceedAsync("sql", Path.Combine(project.Path, "delete.sql"));

        using var orphan = StarliftProcess.Start(project.Path, ["query", Endless]);
        await IsBusyAsync(served);
        served.Running.Kill();
        var (code, _, told) = await orphan.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("the server that executed the command ended before it", told, StringComparison.Ordinal);

        // its note is there yet, and nobody holds the file
        Assert.True(File.Exists($"{project.Database}.serve"));
        Assert.Equal("0", LastLine(await project.SucceedAsync("query", "select count(*) from songplays", "-o", "csv")));
    }

    static async Task ReadAsync(Served served, ConcurrentDictionary<string, int> seen, CancellationToken isRun)
    {
        await using var connection = new NpgsqlConnection(served.Connection);
        await connection.OpenAsync(Stop);
        while (!isRun.IsCancellationRequested)
        {
            await using var command = new NpgsqlCommand(Counts, connection);
            await using var reader = await command.ExecuteReaderAsync(Stop);
            Assert.True(await reader.ReadAsync(Stop));
            seen.AddOrUpdate(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetInt64(column).ToString(CultureInfo.InvariantCulture))), 1, (_, times) => times + 1);
        }
    }

    // The command's statement is executed: it takes the server's time.
    static async Task IsBusyAsync(Served served)
    {
        var idle = served.ProcessorTime();
        while (served.ProcessorTime() - idle < TimeSpan.FromSeconds(0.3))
        {
            await Task.Delay(10, Stop);
        }
    }

    static async Task<Served> ServeAsync(SparkifyFolder project)
    {
        project.Add("delete.sql", "delete from songplays;");
        var running = StarliftProcess.Start(project.Path, ["serve", "--port", "0"]);
        await running.HasToldAsync("serving on ");
        return new Served(running, int.Parse(Told().Match(running.Error()).Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1];

    sealed record Served(RunningStarlift Running, int Port) : IDisposable
    {
        public string Connection => $"Host=127.0.0.1;Port={Port};Username=ada;Database=dev;Pooling=false;Server Compatibility Mode=NoTypeLoading";

        public TimeSpan ProcessorTime()
        {
            using var process = System.Diagnostics.Process.GetProcessById(Running.Id);
            return process.TotalProcessorTime;
        }

        public void Dispose() => Running.Dispose();
    }

    [GeneratedRegex("serving on 127.0.0.1:(?<port>[0-9]+): psql ", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
