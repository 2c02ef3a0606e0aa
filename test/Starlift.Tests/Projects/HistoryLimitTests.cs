using Starlift.Projects;

namespace Starlift.Tests.Projects;

public sealed class HistoryLimitTests
{
    [Theory]
    [InlineData("400 runs", "400 runs")]
    [InlineData("1 run", "1 runs")]
    [InlineData("90 days", "90 days")]
    [InlineData("90days", "90 days")]
    public void Runs_or_days_are_counted(string text, string read) => Assert.Equal(read, HistoryLimit.TryRead(text)!.ToString());

    [Theory]
    [InlineData("0 runs")]
    [InlineData("400")]
    [InlineData("runs")]
    [InlineData("-1 days")]
    [InlineData("90 weeks")]
    public void Anything_else_is_told_with_its_place(string text)
    {
        Assert.Null(HistoryLimit.TryRead(text));
        using var project = ScratchProject.Sound();
        project.Add("starlift.yaml", $"{File.ReadAllText(Path.Combine(project.Folder, "starlift.yaml")).TrimEnd()}\nhistory: {text}\n");
        Assert.Contains(project.Problems(), problem => problem.Contains($"'{text}' is no value for 'history' | write a number of runs or of days", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_that_states_none_keeps_a_thousand_runs()
    {
        using var project = ScratchProject.Sound();
        Assert.Equal("1000 runs", project.Read().History.ToString());
    }
}
