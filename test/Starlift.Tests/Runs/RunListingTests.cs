using System.Runtime.CompilerServices;
using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Sql;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Runs;

public sealed class RunListingTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_found_before_anybody_asked_is_told_all_the_same()
    {
        var store = new GatedStore();
        await using var listing = Begin(store, RunOptions.Default);
        store.Open("a");
        store.Open("b");
        var told = new List<string>();
        var steps = new RunSteps(TimeProvider.System);
        var listings = await listing.WaitAsync((load, objects) => told.Add($"{load.Name} {objects}"), steps);
        Assert.Equal(["a", "b"], listings.Keys);
        Assert.Equal("s3://x/a/1", Assert.Single(listings["a"]).Uri);
        Assert.Equal(["a 1", "b 1"], told);
        Assert.Equal([(StepKind.List, "a", 1L), (StepKind.List, "b", 1L)], steps.Ended.Select(step => (step.Kind, step.Name, step.RowsRead)));
    }

    [Fact]
    public async Task Only_selected_loads_are_listed()
    {
        var store = new GatedStore();
        await using var listing = Begin(store, RunOptions.Default with { Select = ["b"] });
        store.Open("b");
        Assert.Equal(["b"], (await listing.WaitAsync(Ignore, new RunSteps(TimeProvider.System))).Keys);
    }

    [Fact]
    public void A_load_that_the_project_does_not_have_is_told_before_anything_is_listed()
    {
        var error = Assert.Throws<ConfigurationException>(() => Begin(new GatedStore(), RunOptions.Default with { Select = ["c"] }));
        Assert.Equal("the project has no load 'c'", Assert.Single(error.Problems).What);
    }

    [Fact]
    public async Task A_failure_is_told_to_whoever_waits_with_the_steps_so_far()
    {
        var store = new GatedStore();
        await using var listing = Begin(store, RunOptions.Default);
        store.Open("a");
        store.Break("b");
        var steps = new RunSteps(TimeProvider.System);
        await Assert.ThrowsAsync<StarliftException>(() => listing.WaitAsync(Ignore, steps));
        Assert.Equal([("a", 1L), ("b", 0L)], steps.Ended.Select(step => (step.Name, step.RowsRead)));
    }

    [Fact]
    public async Task Disposing_ends_what_nobody_waits_for()
    {
        var store = new GatedStore();
        var listing = Begin(store, RunOptions.Default);
        await listing.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing.WaitAsync(Ignore, new RunSteps(TimeProvider.System)));
        Assert.DoesNotContain("b", store.Listed);
    }

    static void Ignore(Load load, long objects)
    {
    }

    static RunListing Begin(IObjectStore store, RunOptions options) => RunListing.Begin(Project(), options, store, TimeProvider.System, Stop);

    static Project Project() => new()
    {
        Name = "p",
        Folder = "/p",
        Tables = [],
        Loads = [LoadOf("a"), LoadOf("b")],
        Models = [],
        Checks = [],
        Targets = [],
        DefaultTarget = "local",
        Vars = new Dictionary<string, string>(),
    };

    static Load LoadOf(string name) => new(name, SqlSamples.Parse<CopyStatement>($"copy {name} from 's3://x/{name}/' iam_role default json 'auto'"));

    sealed class GatedStore : IObjectStore
    {
        readonly Dictionary<string, TaskCompletionSource> _gates = new() { ["a"] = new(), ["b"] = new() };

        public List<string> Listed { get; } = [];

        public void Open(string load) => _gates[load].SetResult();

        public void Break(string load) => _gates[load].SetException(new StarliftException(ExitCode.Access, new Problem("no access")));

        public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var name = prefix.Split('/')[^2];
            Listed.Add(name);
            await _gates[name].Task.WaitAsync(cancellationToken);
            yield return new ObjectVersion($"{prefix}1", "v", 10);
        }

        public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
