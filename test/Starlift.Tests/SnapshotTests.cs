namespace Starlift.Tests;

public sealed class SnapshotTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("starlift-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_snapshot_is_written_on_a_laptop_and_fails_in_CI()
    {
        Assert.ThrowsAny<Exception>(() => Snapshot.Match(_folder, "a", "text", isCi: true));
        Assert.Equal("text", File.ReadAllText(Path.Combine(_folder, "a.received.txt")));

        Snapshot.Match(_folder, "a", "text", isCi: false);
        Assert.Equal("text", File.ReadAllText(Path.Combine(_folder, "a.txt")));
    }

    [Fact]
    public void A_difference_fails_and_is_kept_beside_the_snapshot_until_it_is_gone()
    {
        Snapshot.Match(_folder, "a", "old", isCi: false);
        Assert.ThrowsAny<Exception>(() => Snapshot.Match(_folder, "a", "new", isCi: false));
        Assert.Equal("new", File.ReadAllText(Path.Combine(_folder, "a.received.txt")));

        Snapshot.Match(_folder, "a", "old", isCi: true);
        Assert.False(File.Exists(Path.Combine(_folder, "a.received.txt")));
    }
}
