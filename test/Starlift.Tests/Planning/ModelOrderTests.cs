using Starlift.Errors;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Planning;

public sealed class ModelOrderTests
{
    [Fact]
    public async Task A_model_comes_after_those_whose_tables_it_reads()
    {
        await using var runs = Arrivals()
            .Star("a", "id int primary key", "select id from b")
            .Star("b", "id int primary key", "select id from c")
            .Star("c", "id int primary key", "select id from arrivals");
        Assert.Equal(["c", "b", "a"], Order(runs));
    }

    [Fact]
    public async Task A_model_comes_after_those_whose_tables_its_own_refers_to()
    {
        await using var runs = Arrivals()
            .Star("a", "id int primary key, z int references z (id)", "select id, id as z from arrivals")
            .Star("z", "id int primary key", "select id from arrivals");
        Assert.Equal(["z", "a"], Order(runs));
    }

    [Fact]
    public async Task Models_that_do_not_depend_on_each_other_come_by_name()
    {
        await using var runs = Arrivals()
            .Star("b", "id int primary key", "select id from arrivals")
            .Star("a", "id int primary key", "select id from arrivals");
        Assert.Equal(["a", "b"], Order(runs));
    }

    [Fact]
    public async Task Reading_or_referring_to_one_s_own_table_is_no_circle()
    {
        await using var runs = Arrivals().Star(
            "a", "id int primary key, parent int references a (id)", "select id, id as parent from arrivals where id not in (select id from a)");
        Assert.Equal(["a"], Order(runs));
    }

    [Fact]
    public async Task A_circle_is_told_with_all_its_models()
    {
        await using var runs = Arrivals()
            .Star("a", "id int primary key", "select id from b")
            .Star("b", "id int primary key", "select id from c")
            .Star("c", "id int primary key, b int references b (id)", "select id, id as b from arrivals")
            .Star("d", "id int primary key", "select id from a");
        var error = Assert.Throws<ConfigurationException>(() => Order(runs));
        Assert.Equal("the models read each other in a circle: b → c → b", Assert.Single(error.Problems).What);
        Assert.EndsWith("models/b.sql:1:1", error.Problems[0].Place.ToString(), StringComparison.Ordinal);
    }

    static ScratchRuns Arrivals() => ScratchRuns.With("id int");

    static IEnumerable<string> Order(ScratchRuns runs) => Planner
        .Plan(runs.Read(), RunOptions.Default, new Dictionary<string, IReadOnlyList<ObjectVersion>> { ["arrivals"] = [] }, [], [], [], ObjectChoice.None)
        .Models.Select(model => model.Name);
}
