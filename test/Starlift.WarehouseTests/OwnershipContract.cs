using Starlift.Errors;
using Starlift.History;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Which tables are a project's own and what is in them, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract class OwnershipContract : ProjectContract
{
    const string Things = "select id, name from things order by id";

    /// <summary>The warehouse knows a table from another of its name that was made in its place.</summary>
    private protected virtual bool TellsTablesApart => false;

    [Fact]
    public async Task A_table_that_Starlift_did_not_make_is_neither_written_to_nor_emptied_nor_dropped()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await warehouse.ExecuteAsync("create table things (thing_id bigint identity(1,1), id int not null, name varchar(20) not null); insert into things (id, name) values (7, 'theirs')", Stop);
        foreach (var attempt in new Func<Task>[]
        {
            () => PlanAsync(project, target, warehouse), () => RunAsync(project, target, warehouse),
            () => RunAsync(project, target, warehouse, new RunOptions { FullRefresh = true }), () => ResetAsync(project, warehouse),
        })
        {
            var error = await Assert.ThrowsAsync<ConfigurationException>(attempt);
            Assert.Contains("table things is on the target already, and Starlift did not make it", error.Message, StringComparison.Ordinal);
            Assert.Contains("starlift run --adopt things", error.Hint!, StringComparison.Ordinal);
            Assert.Equal(["7|theirs"], await LinesAsync(warehouse, Things));
        }

        var report = await RunAsync(project, target, warehouse, new RunOptions { Adopt = ["things"] });
        Assert.Equal(TableState.TakenAsTold, Assert.Single(report.Plan.Tables).State);
        Assert.Equal(["1|a", "2|b", "7|theirs"], await LinesAsync(warehouse, Things));
        Assert.True((await RunAsync(project, target, warehouse)).NothingNew);
        await ResetAsync(project, warehouse);
        Assert.Empty(await LinesAsync(warehouse, Things));
    }

    [Fact]
    public async Task A_table_that_only_has_the_name_of_temporary_staging_is_left_alone()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using (var warehouse = await OpenAsync(target, project))
        {
            await warehouse.ExecuteAsync("create table arrivals (id int, name varchar(20)); insert into arrivals values (7, 'theirs')", Stop);
            await RunAsync(project, target, warehouse);
        }

        await using (var warehouse = await OpenAsync(target, project))
        {
            Assert.Equal(["things: 2"], (await ResetAsync(project, warehouse)).Dropped.Select(dropped => $"{dropped.Table}: {dropped.Rows}"));
        }

        await using var later = await OpenAsync(target, project);
        Assert.Equal(["7|theirs"], await LinesAsync(later, "select id, name from arrivals"));
    }

    [Fact]
    public async Task A_table_without_rows_that_fits_is_taken_and_one_that_does_not_fit_is_refused()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await warehouse.ExecuteAsync("create table things (thing_id bigint identity(1,1), id bigint not null, name varchar(20) not null)", Stop);
        await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        await warehouse.ExecuteAsync("drop table things; create table things (thing_id bigint identity(1,1), id int not null, name varchar(20) not null)", Stop);
        Assert.Equal(TableState.TakenEmpty, Assert.Single((await RunAsync(project, target, warehouse)).Plan.Tables).State);
        Assert.Equal(["1|a", "2|b"], await LinesAsync(warehouse, Things));
        Assert.Equal(TableState.Own, Assert.Single((await PlanAsync(project, target, warehouse)).Tables).State);
    }

    [Fact]
    public async Task A_view_in_the_way_is_refused()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await warehouse.ExecuteAsync("create view things as select 1 as id", Stop);
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        Assert.Contains("things is a view on the target", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConfigurationException>(() => ResetAsync(project, warehouse));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select id from things"));
    }

    [Fact]
    public async Task A_table_that_was_dropped_and_made_by_another_is_not_the_projects_own()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        await warehouse.ExecuteAsync(
            "drop table things; create table things (thing_id bigint identity(1,1), id int not null, name varchar(20) not null); insert into things (id, name) values (7, 'theirs')", Stop);
        Assert.SkipUnless(TellsTablesApart, "the warehouse does not number its tables");
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
        Assert.Contains("table things on the target is not the one that Starlift made", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConfigurationException>(() => ResetAsync(project, warehouse));
        Assert.Equal(["7|theirs"], await LinesAsync(warehouse, Things));
    }

    [Fact]
    public async Task Two_projects_with_a_load_of_the_same_name_load_beside_each_other()
    {
        await using var target = await MakeTargetAsync();
        await using (var warehouse = await OpenAsync(target, Make(target)))
        {
            await RunAsync(ScratchProject.Read(target), target, warehouse);
        }

        Rename(target, "others");
        target.Put("tables/things.sql", "create table things (id int not null primary key)");
        var refused = ScratchProject.Read(target);
        await using (var warehouse = await OpenAsync(target, refused))
        {
            var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(refused, target, warehouse));
            Assert.Contains("table things on the target is the project things's, and this is the project others", error.Message, StringComparison.Ordinal);
            Assert.Contains("starlift run --renamed-from things", error.Hint!, StringComparison.Ordinal);
        }

        File.Delete(Path.Combine(target.Folder, "tables/things.sql"));
        File.Delete(Path.Combine(target.Folder, "models/things.sql"));
        AddModel(target, "names");
        var other = ScratchProject.Read(target);
        await using var second = await OpenAsync(target, other);
        await RunAsync(other, target, second);
        Assert.Equal(["a", "b"], await LinesAsync(second, "select name from names order by name"));
        Assert.Equal(["1", "1"], await LinesAsync(second, "select count(*) from starlift.ledger group by project"));
        await RunAsync(other, target, second, new RunOptions { FullRefresh = true });
        Assert.Equal(["others", "things"], await LinesAsync(second, "select project from starlift.ledger order by project"));
        Assert.Equal(["1"], (await new LedgerSummary(other, second).LoadsAsync(Stop)).Rows.Select(row => $"{row[1]}"));
    }

    [Fact]
    public async Task A_project_with_a_new_name_takes_over_what_it_has_and_loads_nothing_twice()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        Rename(target, "renamed");
        var renamed = ScratchProject.Read(target);
        await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(renamed, target, warehouse));
        Assert.True((await PlanAsync(renamed, target, warehouse, new RunOptions { RenamedFrom = "things" })).IsEmpty);
        Assert.True((await RunAsync(renamed, target, warehouse, new RunOptions { RenamedFrom = "things" })).NothingNew);
        Assert.True((await RunAsync(renamed, target, warehouse)).NothingNew);
        Assert.Equal(["renamed"], await LinesAsync(warehouse, "select project from starlift.ledger"));
        await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse));
    }

    [Fact]
    public async Task A_table_that_was_dropped_is_made_and_filled_again()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        target.Put("data/2.json", "{\"id\":3,\"name\":\"c\"}");
        await RunAsync(project, target, warehouse);
        File.Delete(Path.Combine(target.Folder, "data/1.json"));
        await warehouse.ExecuteAsync("drop table things", Stop);
        var plan = await PlanAsync(project, target, warehouse);
        Assert.Equal([new MissingHistory(new(null, "things"), "arrivals", 1, 1)], plan.Lacking);
        Assert.Equal((0, 1, 1), (plan.Loads[0].New.Count, plan.Loads[0].Again.Count, plan.Loads[0].Vanished.Count));
        await RunAsync(project, target, warehouse);
        Assert.Equal(["3|c"], await LinesAsync(warehouse, Things));
        plan = await PlanAsync(project, target, warehouse);
        Assert.True(plan.IsEmpty);
        Assert.Equal([new MissingHistory(new(null, "things"), "arrivals", 0, 1)], plan.Lacking);
        Assert.True((await Reconciliation.OfAsync(plan, project, warehouse, Stop)).IsComplete);
    }

    [Fact]
    public async Task A_model_that_is_added_later_is_filled_with_what_was_loaded_before()
    {
        await using var target = await MakeTargetAsync();
        await using (var warehouse = await OpenAsync(target, Make(target)))
        {
            await RunAsync(ScratchProject.Read(target), target, warehouse);
        }

        AddModel(target, "names");
        target.Put("data/2.json", "{\"id\":3,\"name\":\"c\"}");
        var project = ScratchProject.Read(target);
        await using var later = await OpenAsync(target, project);
        var report = await RunAsync(project, target, later);
        Assert.Equal([new MissingHistory(new(null, "names"), "arrivals", 1, 0)], report.Plan.Lacking);
        Assert.Equal(["a", "b", "c"], await LinesAsync(later, "select name from names order by name"));
        Assert.Equal(["1|a", "2|b", "3|c"], await LinesAsync(later, Things));
        Assert.Equal(["2"], await LinesAsync(later, "select count(*) from starlift.ledger"));
        Assert.True((await RunAsync(project, target, later)).NothingNew);
    }

    [Fact]
    public async Task A_table_in_another_schema_is_filled_with_what_was_loaded_before()
    {
        await using var target = await MakeTargetAsync();
        await using (var warehouse = await OpenAsync(target, Make(target)))
        {
            await RunAsync(ScratchProject.Read(target), target, warehouse);
            await warehouse.ExecuteAsync("create schema elsewhere", Stop);
        }

        target.Put("tables/things.sql", "create table elsewhere.things (id int not null, name varchar(20) not null, unique (id))");
        var project = ScratchProject.Read(target);
        await using var later = await OpenAsync(target, project);
        await RunAsync(project, target, later);
        Assert.Equal(["1|a", "2|b"], await LinesAsync(later, "select id, name from elsewhere.things order by id"));
        Assert.True((await RunAsync(project, target, later)).NothingNew);
    }

    [Fact]
    public async Task A_full_refresh_drops_what_vanished_objects_brought_only_where_it_was_told_so()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        target.Put("data/2.json", "{\"id\":3,\"name\":\"c\"}");
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        File.Delete(Path.Combine(target.Folder, "data/2.json"));
        var full = new RunOptions { FullRefresh = true };
        Assert.Single((await PlanAsync(project, target, warehouse, full)).Loads[0].Vanished);
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, warehouse, full));
        Assert.Contains("--full-refresh would drop what one object brought that is no longer there: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("2.json", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|a", "2|b", "3|c"], await LinesAsync(warehouse, Things));
        await RunAsync(project, target, warehouse, full with { DropVanished = true });
        Assert.Equal(["1|a", "2|b"], await LinesAsync(warehouse, Things));
        Assert.Equal(["1"], await LinesAsync(warehouse, "select count(*) from starlift.ledger"));
    }

    [Theory]
    [InlineData("name varchar(40) not null, primary key (thing_id), unique (id)", "column name of table things is varchar(20) not null on the target and varchar(40) not null here", "alter table things alter column name type varchar(40)")]
    [InlineData("name varchar(20) not null, size decimal(10,2), primary key (thing_id), unique (id)", "table things has no column size on the target", "alter table things add column size decimal(10,2)")]
    [InlineData("name varchar(20) not null, primary key (thing_id), unique (id, name)", "the key of table things is (id, name) here, and its rows on the target were merged by (id)", "make it anew with starlift reset")]
    [InlineData("name varchar(20), primary key (thing_id), unique (id)", "column name of table things is varchar(20) not null on the target and varchar(20) here", "alter table things rename column name_new to name")]
    public async Task A_table_that_is_declared_otherwise_than_it_was_made_is_refused_with_what_mends_it(string columns, string what, string hint)
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using (var warehouse = await OpenAsync(target, project))
        {
            await RunAsync(project, target, warehouse);
        }

        target.Put("tables/things.sql", $"create table things (thing_id bigint identity(1,1), id int not null, {columns})");
        project = ScratchProject.Read(target);
        await using var later = await OpenAsync(target, project);
        target.Put("data/2.json", "{\"id\":3,\"name\":\"c\"}");
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, later));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Hint!, StringComparison.Ordinal);
        Assert.Equal(["1|a", "2|b"], await LinesAsync(later, Things));
        await ResetAsync(project, later);
    }

    [Fact]
    public async Task A_type_that_rounds_is_refused()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("tables/arrivals.sql", "create table arrivals (id int, name varchar(20), size decimal(12,5))");
        target.Put("tables/things.sql", "create table things (id int not null primary key, size decimal(10,2))");
        target.Put("models/things.sql", "select id, size from arrivals");
        var project = ScratchProject.Read(target);
        await using (var warehouse = await OpenAsync(target, project))
        {
            await RunAsync(project, target, warehouse);
        }

        target.Put("tables/things.sql", "create table things (id int not null primary key, size decimal(12,5))");
        project = ScratchProject.Read(target);
        await using var later = await OpenAsync(target, project);
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => RunAsync(project, target, later));
        Assert.Contains("column size of table things is decimal(10,2) on the target and decimal(12,5) here", error.Message, StringComparison.Ordinal);
        var statements = error.Hint!["exchange it there: ".Length..error.Hint!.IndexOf("; or make", StringComparison.Ordinal)];
        await foreach (var _ in new Sessions.ScriptRunner(later, target.Store, TimeProvider.System).RunAsync(Sql.SqlScript.Parse("mend.sql", statements), Stop))
        {
        }

        await PlanAsync(project, target, later);
    }

    [Fact]
    public async Task Every_type_compares_equal_to_itself()
    {
        await using var target = await MakeTargetAsync();
        Make(target);
        target.Put("tables/things.sql", """
            create table things (
                "Order" bigint identity(1,1), id int not null primary key, a smallint, b bigint, c decimal(38,10), d real, e double precision, f boolean, g char(5),
                h varchar(max), i varchar(7), j date, k time, m timestamp, n timestamptz, o super, p varbyte(20), q decimal, r float(10), s bigint default 7 not null
            )
            """);
        target.Put("models/things.sql", """
            select id, cast(null as smallint) as a, cast(null as bigint) as b, cast(null as decimal(38,10)) as c, cast(null as real) as d,
                cast(null as double precision) as e, cast(null as boolean) as f, cast(null as char(5)) as g, name as h, cast(null as varchar(7)) as i,
                cast(null as date) as j, cast(null as time) as k, cast(null as timestamp) as m, cast(null as timestamptz) as n, json_parse('1') as o,
                cast(null as varbyte(20)) as p, cast(null as decimal) as q, cast(null as real) as r, 7 as s
            from arrivals
            """);
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse);
        Assert.True((await PlanAsync(project, target, warehouse)).IsEmpty);
        await using var later = await OpenAsync(target, project);
        Assert.True((await PlanAsync(project, target, later)).IsEmpty);
    }

    [Fact]
    public async Task What_an_earlier_version_left_is_taken_over_and_not_loaded_again()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using (var warehouse = await OpenAsync(target, project))
        {
            await RunAsync(project, target, warehouse);
            await warehouse.ExecuteAsync(
                """
                drop table starlift.tables; drop table starlift.fills;
                alter table starlift.runs drop column project; alter table starlift.ledger drop column project; alter table starlift.ledger drop column schema_name
                """,
                Stop);
        }

        await using var later = await OpenAsync(target, project);
        Assert.True((await PlanAsync(project, target, later)).IsEmpty);
        Assert.True((await RunAsync(project, target, later)).NothingNew);
        target.Put("data/2.json", "{\"id\":3,\"name\":\"c\"}");
        var report = await RunAsync(project, target, later);
        Assert.Equal(TableState.TakenFromEarlierVersion, Assert.Single(report.Plan.Tables).State);
        Assert.Equal(1, report.Loads[0].Objects);
        Assert.Equal(["things|2"], await LinesAsync(later, "select project, count(*) from starlift.ledger group by project"));
        Assert.Equal(["things"], await LinesAsync(later, "select distinct project from starlift.runs"));
        Assert.Equal(TableState.Own, Assert.Single((await PlanAsync(project, target, later)).Tables).State);
    }

    static Project Make(ScratchTarget target)
    {
        var project = ScratchProject.Make(target);
        target.Put("data/1.json", "{\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"b\"}");
        return project;
    }

    static void Rename(ScratchTarget target, string name) =>
        target.Put("starlift.yaml", $"name: {name}\ntargets:\n  local: {{ type: duckdb, path: things.duckdb }}\n");

    static void AddModel(ScratchTarget target, string name)
    {
        target.Put($"tables/{name}.sql", $"create table {name} (name varchar(20) not null primary key)");
        target.Put($"models/{name}.sql", "select distinct name from arrivals");
    }

    static Task<ResetReport> ResetAsync(Project project, IWarehouse warehouse) => new Reset(project, warehouse, TimeProvider.System).RunAsync(Stop);
}
