namespace Starlift.CliTests;

public sealed class PlanTests
{
    const string Hint = "nothing was loaded so far: starlift doctor tries the first object of each load, and tells how many of its records would be rejected\n";

    [Fact]
    public async Task Before_anything_was_loaded_a_plan_points_to_what_counts_rejects()
    {
        using var folder = new ScriptFolder("""{"id":1,"name":"Alba"}{"id":"x"}{"id":2,"name":"too long"}""").AddProject("copy boats from '${data}/' iam_role default json 'auto' maxerror 9");

        Assert.Contains(Hint, (await folder.RunAsync("plan")).Out, StringComparison.Ordinal);
        Assert.Contains("2 of its records would be rejected", (await folder.RunAsync("doctor")).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        folder.Add("buckets/harbour/more.json", """{"id":3,"name":"Brise"}""");
        Assert.DoesNotContain(Hint, (await folder.RunAsync("plan")).Out, StringComparison.Ordinal);
    }
}
