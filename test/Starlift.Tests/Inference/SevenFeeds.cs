namespace Starlift.Tests.Inference;

/// <summary>One project with all feeds, as infer makes it, after its first run.</summary>
public sealed class SevenFeeds : IAsyncLifetime
{
    internal ScratchProject Project { get; } = new();

    /// <summary>What the run said.</summary>
    internal string Told { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Feeds.All.ToList().ForEach(feed => Project.Put(feed));
        foreach (var feed in Feeds.All)
        {
            await Project.SucceedAsync("infer", $"data/{feed.Name}", "--star");
        }

        var (output, error) = await Project.SucceedAsync("run", "--keep-staging");
        Told = output + error;
    }

    public ValueTask DisposeAsync()
    {
        Project.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Classes that read the same project.</summary>
[CollectionDefinition(nameof(SevenFeeds))]
public sealed class SevenFeedsCollection : ICollectionFixture<SevenFeeds>;
