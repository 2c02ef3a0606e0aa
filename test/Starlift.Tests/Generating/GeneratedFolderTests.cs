using Starlift.Cli.Generating;
using Starlift.Errors;

namespace Starlift.Tests.Generating;

public sealed class GeneratedFolderTests : IDisposable
{
    static readonly GeneratorOptions Tiny = new() { Songs = 30, Days = 2, Events = 100 };

    readonly string _folder = Directory.CreateTempSubdirectory("starlift-folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_whole_output_is_laid_out_like_the_bucket()
    {
        await Generate(Tiny);
        Assert.Equal(["generated.json", "log_data", "log_json_path.json", "song_data"], Entries());
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_refused_and_left_alone()
    {
        File.WriteAllText(Path.Combine(_folder, "thesis.txt"), "mine");
        var exception = await Assert.ThrowsAsync<ConfigurationException>(() => Generate(Tiny));
        Assert.Contains("thesis.txt", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Entries());
    }

    [Fact]
    public async Task A_bucket_that_was_not_generated_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "song_data", "A"));
        await Assert.ThrowsAsync<ConfigurationException>(() => Generate(Tiny));
        Assert.True(Directory.Exists(Path.Combine(_folder, "song_data", "A")));
    }

    [Fact]
    public async Task Output_of_other_options_is_refused_and_left_alone()
    {
        await Generate(Tiny);
        await Assert.ThrowsAsync<ConfigurationException>(() => Generate(Tiny with { Songs = 31 }));
        Assert.Equal(30, Directory.GetFiles(Path.Combine(_folder, "song_data"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Output_of_the_same_options_is_made_whole_again()
    {
        await Generate(Tiny);
        var file = Directory.GetFiles(Path.Combine(_folder, "song_data"), "*", SearchOption.AllDirectories)[0];
        var content = File.ReadAllBytes(file);
        File.Delete(file);
        await Generate(Tiny);
        Assert.Equal(content, File.ReadAllBytes(file));
        Assert.Equal(["generated.json", "log_data", "log_json_path.json", "song_data"], Entries());
    }

    [Fact]
    public async Task A_folder_is_complete_when_all_of_it_is_there()
    {
        Assert.False(new GeneratedFolder(_folder, Tiny).IsComplete);
        await Generate(Tiny);
        Assert.True(new GeneratedFolder(_folder, Tiny).IsComplete);
        Directory.Delete(Path.Combine(_folder, "log_data"), recursive: true);
        Assert.False(new GeneratedFolder(_folder, Tiny).IsComplete);
    }

    [Fact]
    public async Task A_file_is_refused()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "mine");
        await Assert.ThrowsAsync<ConfigurationException>(
            () => new SparkifyGenerator(Tiny).GenerateAsync(file, null, TestContext.Current.CancellationToken));
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_cancelled_output_leaves_nothing()
    {
        var data = Path.Combine(_folder, "data");
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SparkifyGenerator(Tiny with { Events = 1_000_000 }).GenerateAsync(
            data, new Cancelling(cancellation), cancellation.Token));
        Assert.Empty(Entries());
    }

    [Fact]
    public async Task A_cancelled_output_keeps_the_earlier_one()
    {
        await Generate(Tiny);
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new SparkifyGenerator(Tiny).GenerateAsync(_folder, new Cancelling(cancellation), cancellation.Token));
        Assert.Equal(["generated.json", "log_data", "log_json_path.json", "song_data"], Entries());
    }

    [Fact]
    public async Task What_a_killed_generator_left_is_replaced()
    {
        await Generate(Tiny);
        var unfinished = Directory.CreateDirectory(Path.Combine(_folder, ".starlift-unfinished")).FullName;
        File.Move(Path.Combine(_folder, "generated.json"), Path.Combine(unfinished, "generated.json"));
        Directory.Move(Path.Combine(_folder, "log_data"), Path.Combine(unfinished, "log_data"));
        await Generate(Tiny);
        Assert.Equal(["generated.json", "log_data", "log_json_path.json", "song_data"], Entries());
    }

    Task Generate(GeneratorOptions options) =>
        new SparkifyGenerator(options).GenerateAsync(_folder, cancellationToken: TestContext.Current.CancellationToken);

    IEnumerable<string?> Entries() => Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    sealed class Cancelling : IProgress<GeneratorProgress>
    {
        readonly CancellationTokenSource _cancellation;

        public Cancelling(CancellationTokenSource cancellation) => _cancellation = cancellation;

        public void Report(GeneratorProgress value) => _cancellation.Cancel();
    }
}
