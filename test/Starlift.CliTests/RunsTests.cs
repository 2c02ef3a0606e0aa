using System.Text.Json;

namespace Starlift.CliTests;

public sealed class RunsTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task Runs_are_listed_with_what_became_of_them_and_shown_with_their_steps()
    {
        using var folder = SparkifyFolder.Published(generated);
        folder.Add("checks/mine.sql", "-- description: There are no users.\nselect user_id from users");
        Assert.Equal(3, (await folder.RunAsync("run", "--changed", "merge", "--var", $"data={generated.Second}")).ExitCode);

        var who = $"{Environment.UserName}@{Environment.MachineName}";
        var list = JsonDocument.Parse(await folder.SucceedAsync("runs", "-o", "json")).RootElement.EnumerateArray().ToList();
        Assert.Equal([2, 1], list.Select(run => run.GetProperty("run_id").GetInt64()));
        Assert.Equal(["checks_failed", "done"], list.Select(run => run.GetProperty("outcome").GetString()!));
        Assert.All(list, run => Assert.Equal((who, "local"), (run.GetProperty("started_by").GetString(), run.GetProperty("target").GetString())));
        Assert.Equal((1, 0), (list[0].GetProperty("checks_failed").GetInt64(), list[1].GetProperty("checks_failed").GetInt64()));
        Assert.Equal((123, GeneratedSparkify.Events + GeneratedSparkify.Songs), (list[0].GetProperty("objects").GetInt64(), list[0].GetProperty("rows").GetInt64()));
        Assert.Matches($@"(?m)^  2 +\S+ \S+ +{who} +checks failed +123 +1,620 +0 +1 failed +\d", await folder.SucceedAsync("runs", "--most", "1"));

        var failed = await folder.SucceedAsync("runs", "show");
        Assert.Matches(@"^run 2: checks failed after ", failed);
        Assert.Matches(@"(?m)^  load +staging_songs +120 +120 +0 +0 +\d", failed);
        Assert.Matches(@"(?m)^failed mine: \d+ violations\. There are no users\.\n(    user_id = \d+\n){5}", failed);
        Assert.Contains("\nerror    ", failed);

        var done = JsonDocument.Parse(await folder.SucceedAsync("runs", "show", "1", "-o", "json")).RootElement;
        Assert.Equal("done", done.GetProperty("outcome").GetString());
        var steps = done.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()!).ToList();
        Assert.Equal(["list", "load", "model", "check", "commit"], steps.Distinct());
        Assert.All(done.GetProperty("checks").EnumerateArray(), check => Assert.Equal("passed", check.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_told()
    {
        using var folder = new SparkifyFolder();
        Assert.Equal("no runs yet\n", await folder.SucceedAsync("runs"));
        var (exitCode, _, error) = await folder.RunAsync("runs", "show", "7");
        Assert.Equal((2, "starlift: the target remembers no run 7\nhint: starlift runs lists those there are\n"), (exitCode, error));
        var (wrong, _, told) = await folder.RunAsync("runs", "shwo");
        Assert.Equal((2, "starlift: 'shwo' is no command of starlift runs\nhint: did you mean 'show'?\n"), (wrong, told));
    }
}
