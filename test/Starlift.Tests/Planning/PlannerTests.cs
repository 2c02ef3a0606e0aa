using Starlift.History;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Planning;

public sealed class PlannerTests
{
    [Fact]
    public async Task Objects_are_new_changed_unchanged_or_vanished()
    {
        await using var runs = Things();
        var plan = Plan(
            runs.Read(),
            [new("b", "1", 10), new("a", "1", 10), new("d", "2", 10), new("c", "1", 10)],
            [new("arrivals", "c", "1", 10), new("arrivals", "d", "1", 10), new("arrivals", "z", "1", 10), new("arrivals", "y", "1", 10)],
            options: new RunOptions { Changed = ChangedObjects.Merge });

        var load = Assert.Single(plan.Loads);
        Assert.Equal(["a", "b"], load.New.Select(version => version.Uri));
        Assert.Equal(["d"], load.Changed.Select(version => version.Uri));
        Assert.Equal(["c"], load.Unchanged.Select(version => version.Uri));
        Assert.Equal(["y", "z"], load.Vanished.Select(entry => entry.Uri));
        Assert.Equal(["a", "b", "d"], load.ToLoad.Select(version => version.Uri));
        Assert.False(plan.IsEmpty);
    }

    [Fact]
    public async Task The_same_input_in_another_order_gives_the_same_plan()
    {
        await using var runs = Things();
        var project = runs.Read();
        ObjectVersion[] listing = [new("a", "1", 10), new("b", "2", 10), new("c", "1", 10)];
        LedgerEntry[] ledger = [new("arrivals", "b", "1", 10), new("arrivals", "x", "1", 10), new("arrivals", "y", "1", 10)];
        Assert.Equivalent(Plan(project, listing, ledger), Plan(project, [.. listing.Reverse()], [.. ledger.Reverse()]), strict: true);
    }

    [Fact]
    public async Task What_another_load_has_loaded_is_new_to_this_one()
    {
        await using var runs = Things();
        var load = Assert.Single(Plan(runs.Read(), [new("a", "1", 10)], [new("departures", "a", "1", 10)]).Loads);
        Assert.Equal(["a"], load.New.Select(version => version.Uri));
        Assert.Empty(load.Vanished);
    }

    [Fact]
    public async Task With_nothing_new_or_changed_there_is_nothing_to_do()
    {
        await using var runs = Things();
        var plan = Plan(runs.Read(), [new("a", "1", 10)], [new("arrivals", "a", "1", 10), new("arrivals", "gone", "1", 10)]);
        Assert.True(plan.IsEmpty);
        Assert.Empty(plan.Loads[0].ToLoad);
    }

    [Fact]
    public async Task What_a_star_table_has_not_been_given_is_loaded_again()
    {
        await using var runs = Things();
        var plan = Plan(
            runs.Read(),
            [new("a", "1", 10), new("b", "1", 10), new("c", "2", 10)],
            [new("arrivals", "a", "1", 10, 1), new("arrivals", "b", "1", 10, 3), new("arrivals", "c", "1", 10, 1), new("arrivals", "z", "1", 10, 2)],
            [new(new(null, "things"), "arrivals", 3), new(new(null, "others"), "arrivals", 1)],
            options: new RunOptions { Changed = ChangedObjects.Merge });
        var load = Assert.Single(plan.Loads);
        Assert.Equal(["a"], load.Again.Select(version => version.Uri));
        Assert.Equal(["b"], load.Unchanged.Select(version => version.Uri));
        Assert.Equal(["c"], load.Changed.Select(version => version.Uri));
        Assert.Equal(["c", "a"], load.ToLoad.Select(version => version.Uri));
        Assert.Equal([new MissingHistory(new(null, "things"), "arrivals", 2, 1)], plan.Lacking);
        Assert.False(plan.IsEmpty);
    }

    [Fact]
    public async Task A_table_that_lacks_only_what_has_vanished_gives_nothing_to_do_and_is_told()
    {
        await using var runs = Things();
        var plan = Plan(
            runs.Read(),
            [new("a", "1", 10)],
            [new("arrivals", "a", "1", 10, 2), new("arrivals", "z", "1", 10, 1)],
            [new(new(null, "things"), "arrivals", 2)]);
        Assert.True(plan.IsEmpty);
        Assert.Equal([new MissingHistory(new(null, "things"), "arrivals", 0, 1)], plan.Lacking);
    }

    [Fact]
    public async Task A_full_refresh_counts_what_it_drops_against_the_ledger()
    {
        await using var runs = Things();
        var options = new RunOptions { FullRefresh = true, Changed = ChangedObjects.Ignore };
        var plan = Plan(
            runs.Read(),
            [new("a", "1", 10), new("b", "2", 10), new("c", "1", 10)],
            [new("arrivals", "a", "1", 10, 1), new("arrivals", "b", "1", 10, 1), new("arrivals", "z", "1", 10, 1)],
            options: options);
        var load = Assert.Single(plan.Loads);
        Assert.Equal(["c"], load.New.Select(version => version.Uri));
        Assert.Equal(["b"], load.Changed.Select(version => version.Uri));
        Assert.Equal(["a"], load.Again.Select(version => version.Uri));
        Assert.Equal(["z"], load.Vanished.Select(entry => entry.Uri));
        Assert.Equal(3, load.ToLoad.Count);
    }

    [Fact]
    public async Task A_changed_object_has_all_that_feeds_its_tables_loaded_again()
    {
        await using var runs = Things();
        var plan = Plan(
            runs.Read(),
            [new("2018-11-01", "1", 10), new("2018-11-02", "2", 10), new("2018-11-03", "2", 10), new("2018-12-01", "1", 10), new("2018-11-04", "1", 10)],
            [new("arrivals", "2018-11-01", "1", 10), new("arrivals", "2018-11-02", "1", 10), new("arrivals", "2018-11-03", "1", 10), new("arrivals", "z", "1", 10)],
            options: new RunOptions { Since = new DateOnly(2018, 11, 3), Until = new DateOnly(2018, 11, 30) });
        var load = Assert.Single(plan.Loads);
        Assert.Equal(["things"], plan.Rebuild.Tables.Select(table => table.Name));
        Assert.Equal(["2018-11-04"], load.New.Select(version => version.Uri));
        Assert.Equal(["2018-11-02", "2018-11-03"], load.Changed.Select(version => version.Uri));
        Assert.Equal(["2018-11-01"], load.Again.Select(version => version.Uri));
        Assert.Equal(["2018-12-01"], load.Left.Select(version => version.Uri));
        Assert.Equal(["z"], plan.Lost.Select(entry => entry.Uri));
    }

    static ScratchRuns Things() => ScratchRuns.With("id int").Star("things", "id int primary key", "select id from arrivals");

    static RunPlan Plan(Project project, IReadOnlyList<ObjectVersion> listing, IReadOnlyList<LedgerEntry> ledger, IReadOnlyList<StarFill>? fills = null, RunOptions? options = null) =>
        Planner.Plan(project, options ?? RunOptions.Default, new Dictionary<string, IReadOnlyList<ObjectVersion>> { ["arrivals"] = listing }, ledger, fills ?? [], [], ObjectChoice.None);
}
