using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.Objects;

public sealed class OneVersionTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_object_that_is_listed_twice_is_one() =>
        Assert.Equal(["a", "b"], OneVersion.Of([new("a", "1", 1), new("b", "1", 1), new("a", "1", 1)]).Select(version => version.Uri));

    [Fact]
    public void An_object_that_is_listed_in_two_versions_has_changed()
    {
        var exception = Assert.Throws<StarliftException>(() => OneVersion.Of([new("a", "1", 1), new("a", "2", 1)]));

        Assert.Equal(("a changed while it was listed", ExitCode.RunFailed), (exception.Message, exception.ExitCode));
    }

    [Fact]
    public async Task A_file_by_several_names_and_spellings_is_one()
    {
        _folder.Write("d/a.json", "{}");
        _folder.Write("d/b.json", "{}");
        _folder.Link("d/link.json", "a.json");
        _folder.Link("folder", "d");
        var store = new LocalObjectStore(_folder.Path);
        var found = new List<ObjectVersion>();
        foreach (var name in (string[])["d/link.json", "d/../d/link.json", "d/b.json", "folder/link.json", "./d//b.json"])
        {
            found.Add((await store.FindAsync(name, Stop))!);
        }

        Assert.Equal(["link.json", "b.json"], OneVersion.Of(found).Select(version => Path.GetFileName(version.Uri)));
    }
}
