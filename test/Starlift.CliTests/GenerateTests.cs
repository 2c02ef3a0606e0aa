namespace Starlift.CliTests;

public sealed class GenerateTests
{
    [Fact]
    public async Task Generated_data_is_summed_up_in_one_line_and_may_be_generated_again()
    {
        using var folder = new SparkifyFolder();
        string[] arguments = ["generate", "bucket", "--songs", "30", "--days", "2", "--events", "1000", "--seed", "3"];
        for (var time = 1; time <= 2; time++)
        {
            var (exitCode, output, error) = await StarliftProcess.RunInAsync(folder.Path, arguments);
            Assert.Equal(0, exitCode);
            Assert.Matches(@"^generated 30 songs and 1,000 events of 2 days into bucket: \d+\.\d kB in \d+ ms \(.+/s\)\n$", output);
            Assert.Matches(@"^songs   30, \d\.\d kB\nevents  1,000 of 1,000, \d+\.\d kB\n$", error);
        }

        Assert.Equal(30, Directory.GetFiles(Path.Combine(folder.Path, "bucket", "song_data"), "*.json", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task All_options_out_of_range_are_told_at_once()
    {
        var (exitCode, output, error) = await StarliftProcess.RunAsync("generate", "never-made", "--songs", "0", "--days", "-1");
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Equal("starlift: --songs is 0; it can be 1 to 5000000\nstarlift: --days is -1; it can be 1 to 3650\n", error);
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_refused()
    {
        using var folder = new SparkifyFolder();
        var (exitCode, _, error) = await StarliftProcess.RunAsync("generate", folder.Path);
        Assert.Equal(2, exitCode);
        Assert.Matches("is not empty and was not generated.*\nhint: name an empty or a new folder\n$", error);
    }
}
