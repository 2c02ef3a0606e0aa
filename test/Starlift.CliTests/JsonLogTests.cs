using System.Text.Json;

namespace Starlift.CliTests;

public sealed class JsonLogTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task Every_line_of_stderr_is_an_object_and_what_a_run_does_has_figures()
    {
        using var folder = new SparkifyFolder();
        folder.Add("checks/mine.sql", "-- description: There are no users.\n\nselect user_id from users");
        var (exitCode, output, error) = await folder.RunAsync("run", "--var", $"data={generated.First}", "--log-format", "json");
        Assert.Equal((3, ""), (exitCode, output));
        var entries = Entries(error);
        Assert.All(entries, entry => Assert.True(entry.GetProperty("time").TryGetDateTime(out _) && entry.GetProperty("message").GetString()!.Length > 0));
        var loaded = entries.Single(entry => Event(entry) == "load_finished" && entry.GetProperty("load").GetString() == "staging_songs");
        Assert.Equal((120, 0, "info"), (loaded.GetProperty("rows").GetInt64(), loaded.GetProperty("rejects").GetInt64(), loaded.GetProperty("level").GetString()));
        var broken = entries.Single(entry => Event(entry) == "check_broken");
        Assert.Equal(("mine", 5), (broken.GetProperty("check").GetString(), broken.GetProperty("examples").GetArrayLength()));
        Assert.Equal("error", entries[^1].GetProperty("level").GetString());
        Assert.EndsWith("checks/mine.sql:3:1", entries[^1].GetProperty("place").GetString());
    }

    [Fact]
    public async Task A_wrong_command_line_is_told_as_an_object_too()
    {
        var (exitCode, _, error) = await StarliftProcess.RunAsync("rnu", "--log-format", "json");
        Assert.Equal(2, exitCode);
        var entry = Assert.Single(Entries(error));
        Assert.Equal(("'rnu' is no command of starlift", "did you mean 'run'?"), (entry.GetProperty("message").GetString(), entry.GetProperty("hint").GetString()));
    }

    [Fact]
    public async Task Commands_that_make_something_up_tell_it_as_JSON()
    {
        using var folder = new SparkifyFolder();
        var output = await StarliftProcess.SucceedAsync(
            "generate", Path.Combine(folder.Path, "made"), "--songs", "5", "--days", "1", "--events", "20", "-o", "json");
        var made = JsonDocument.Parse(output).RootElement;
        Assert.Equal((5, 20), (made.GetProperty("songs").GetInt64(), made.GetProperty("events").GetInt64()));
    }

    static List<JsonElement> Entries(string error) =>
        [.. error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    static string? Event(JsonElement entry) => entry.TryGetProperty("event", out var name) ? name.GetString() : null;
}
