using Starlift.Errors;
using Starlift.Projects;
using Starlift.Runs;

namespace Starlift.WarehouseTests;

/// <summary>What a load leaves out of its records is told and remembered, where the warehouse tells it. One empty subclass a warehouse.</summary>
public abstract class FindingsContract : ProjectContract
{
    const string Envelope = """{"Records":[{"id":1,"name":"a"},{"id":2,"name":"b"}]}""";

    /// <summary>The warehouse's COPY tells nothing of what it leaves out.</summary>
    private protected virtual bool ReadsByItself => false;

    [Fact]
    public async Task A_key_that_no_column_takes_is_told_and_remembered()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "");
        target.Put("data/1.json", Envelope);
        await using var warehouse = await OpenAsync(target, project);
        var load = Assert.Single((await RunAsync(project, target, warehouse)).Loads);
        var told = await LinesAsync(warehouse, "select told from starlift.loads where told is not null");
        if (ReadsByItself)
        {
            Assert.Null(load.Findings);
            Assert.Empty(told);
            return;
        }

        Assert.Equal(
            "no column takes the key Records (1 record): add a column or a path, or set unknown_keys: allow in starlift.yaml; "
                + "no column has a value in 1 row of 1: the COPY finds nothing where its records have it; mend it, then starlift run --rebuild things reads the objects again",
            load.Told);
        Assert.Equal([load.Told!], told);
        var detail = await History.PastRuns.FindAsync(warehouse, null, Stop);
        Assert.Equal([new History.ToldLoad("arrivals", load.Told!)], detail!.Told);
    }

    [Fact]
    public async Task A_project_may_let_unknown_keys_fail_the_run()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "unknown_keys: fail\n");
        target.Put("data/1.json", """{"id":1,"name":"a","more":1}""");
        await using var warehouse = await OpenAsync(target, project);
        if (ReadsByItself)
        {
            await RunAsync(project, target, warehouse);
            return;
        }

        var error = await Assert.ThrowsAsync<RejectsException>(() => RunAsync(project, target, warehouse));
        Assert.Equal(ExitCode.Rejects, error.ExitCode);
        Assert.Equal("load arrivals has no column for the key more (1 record), and unknown_keys is 'fail'", error.Problems[0].What);
        target.Put("data/1.json", """{"id":1,"name":"a"}""");
        await RunAsync(project, target, warehouse);
        Assert.Equal(["1|a"], await LinesAsync(warehouse, "select id, name from things"));
    }

    [Fact]
    public async Task A_project_may_allow_unknown_keys()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "unknown_keys: allow\n");
        target.Put("data/1.json", """{"id":1,"name":"a","more":1}""");
        await using var warehouse = await OpenAsync(target, project);
        Assert.Null(Assert.Single((await RunAsync(project, target, warehouse)).Loads).Told);
    }

    [Fact]
    public async Task A_load_without_rows_of_objects_that_hold_records_is_told()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target, "");
        target.Put("data/1.json", """{"id":"no number"}""");
        await using var warehouse = await OpenAsync(target, project);
        var load = Assert.Single((await RunAsync(project, target, warehouse)).Loads);
        Assert.Equal(
            "no row came of 1 record: starlift rejects shows why; mend the COPY, then starlift run --rebuild things reads the objects again", load.Told);
    }

    [Fact]
    public async Task Digits_that_a_DECIMAL_does_not_hold_are_told()
    {
        await using var target = await MakeTargetAsync();
        Make(target, "");
        target.Put("tables/arrivals.sql", "create table arrivals (id int, name varchar(20), price decimal(8,2))");
        target.Put("data/1.json", """{"id":1,"name":"a","price":1.239}""");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        var load = Assert.Single((await RunAsync(project, target, warehouse)).Loads);
        Assert.Equal(
            ReadsByItself
                ? null
                : "digits were cut off in price (1 value): ROUNDEC in the COPY rounds them, and a DECIMAL of a larger scale keeps them",
            load.Told);
    }

    static Project Make(ScratchTarget target, string settings)
    {
        ScratchProject.Make(target);
        target.Put("starlift.yaml", $"name: things\ntargets:\n  local: {{ type: duckdb, path: things.duckdb }}\n{settings}");
        target.Put("models/things.sql", "select id, name from arrivals where id is not null");
        return ScratchProject.Read(target);
    }
}
