[assembly: AssemblyFixture(typeof(Starlift.CliTests.GeneratedSparkify))]

namespace Starlift.CliTests;

/// <summary>Generated once for all tests, which only read it: two sets of data, and a project that has run on the first.</summary>
public sealed class GeneratedSparkify : IAsyncLifetime
{
    public const int Songs = 120;
    public const int Events = 1_500;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-generated-");

    public string First => Path.Combine(_folder.FullName, "first");

    /// <summary>Other songs, other plays: a run on it, after one on the first, has everything to load.</summary>
    public string Second => Path.Combine(_folder.FullName, "second");

    /// <summary>What the run on the first data wrote to stdout.</summary>
    public string Summary { get; private set; } = "";

    internal SparkifyFolder Published { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Task.WhenAll(GenerateAsync(First, 7), GenerateAsync(Second, 8));
        Summary = await Published.SucceedAsync("run", "--var", $"data={First}");
    }

    public ValueTask DisposeAsync()
    {
        Published.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    static Task<string> GenerateAsync(string folder, int seed) => StarliftProcess.SucceedAsync(
        "generate", folder, "--songs", $"{Songs}", "--days", "3", "--events", $"{Events}", "--seed", $"{seed}");
}
