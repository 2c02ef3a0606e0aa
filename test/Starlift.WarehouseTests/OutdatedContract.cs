using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What was changed in a project since it built what is published is told, and altered where that loses nothing. One empty subclass a warehouse.</summary>
public abstract class OutdatedContract : ProjectContract
{
    [Fact]
    public async Task A_model_that_was_changed_is_told_until_its_table_is_built_anew()
    {
        await using var target = await MakeTargetAsync();
        await RunAsync(target, Make(target));
        Assert.Empty((await PlanAsync(target)).Outdated);

        target.Put("models/things.sql", "-- the same\nSELECT id,   name FROM arrivals");
        Assert.Empty((await PlanAsync(target)).Outdated);

        target.Put("models/things.sql", "select id, upper(name) as name from arrivals");
        var plan = await PlanAsync(target);
        Assert.True(plan.IsEmpty);
        var outdated = Assert.Single(plan.Outdated);
        Assert.Equal(("things", true), (outdated.Model, outdated.HasOtherModel));
        Assert.Empty(outdated.OtherLoads);

        target.Put("data/2.json", """{"id":3,"name":"c"}""");
        await RunAsync(target);
        Assert.Equal(["1|a", "2|b", "3|C"], await LinesAsync(target));
        Assert.Single((await PlanAsync(target)).Outdated);

        // What the other text has brought stays, so going back to the first makes nothing right.
        target.Put("models/things.sql", "select id, name from arrivals");
        Assert.Single((await PlanAsync(target)).Outdated);
        var rebuild = new RunOptions { Rebuild = ["things"] };
        Assert.Empty((await PlanAsync(target, rebuild)).Outdated);
        await RunAsync(target, options: rebuild);
        Assert.Equal(["1|a", "2|b", "3|c"], await LinesAsync(target));
        Assert.Empty((await PlanAsync(target)).Outdated);
    }

    [Fact]
    public async Task A_load_that_was_changed_is_told_with_the_tables_that_it_fed()
    {
        await using var target = await MakeTargetAsync();
        await RunAsync(target, Make(target));
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default json 'auto' maxerror 20");
        Assert.Empty((await PlanAsync(target)).Outdated);
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default json 'auto ignorecase' maxerror 10");
        Assert.Equal(["arrivals"], Assert.Single((await PlanAsync(target)).Outdated).OtherLoads);
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default json 'auto' maxerror 10");
        target.Put("tables/arrivals.sql", "create table arrivals (id int, name varchar(20), more int)");
        Assert.Equal(["arrivals"], Assert.Single((await PlanAsync(target)).Outdated).OtherLoads);
        await RunAsync(target, options: new RunOptions { Rebuild = ["things"] });
        Assert.Empty((await PlanAsync(target)).Outdated);
    }

    [Fact]
    public async Task A_check_that_is_new_or_was_changed_is_told_until_a_run_held_it()
    {
        await using var target = await MakeTargetAsync();
        await RunAsync(target, Make(target));
        target.Put("checks/named.sql", "-- description: All have names.\nselect id from things where name = ''");
        Assert.Equal([("named", true)], Assert.Single((await PlanAsync(target)).Outdated).OtherChecks);
        Assert.False(Assert.Single((await PlanAsync(target)).Outdated).HasOtherRows);
        target.Put("data/2.json", """{"id":3,"name":"c"}""");
        await RunAsync(target);
        Assert.Empty((await PlanAsync(target)).Outdated);
        target.Put("checks/named.sql", "-- description: All have names.\nselect id from things where name = 'none'");
        Assert.Equal([("named", false)], Assert.Single((await PlanAsync(target)).Outdated).OtherChecks);
    }

    [Fact]
    public async Task Of_what_an_earlier_version_built_nothing_is_told_before_a_run_has_seen_it()
    {
        await using var target = await MakeTargetAsync();
        var project = Make(target);
        await using (var warehouse = await OpenAsync(target, project))
        {
            await RunAsync(project, target, warehouse);
            await warehouse.ExecuteAsync("alter table starlift.tables drop column built_from", Stop);
        }

        target.Put("models/things.sql", "select id, upper(name) as name from arrivals");
        Assert.Empty((await PlanAsync(target)).Outdated);
        target.Put("data/2.json", """{"id":3,"name":"c"}""");
        await RunAsync(target);
        Assert.Empty((await PlanAsync(target)).Outdated);
        target.Put("models/things.sql", "select id, lower(name) as name from arrivals");
        Assert.Single((await PlanAsync(target)).Outdated);
    }

    [Fact]
    public async Task Added_columns_and_longer_texts_are_migrated()
    {
        await using var target = await MakeTargetAsync();
        await RunAsync(target, Make(target));
        target.Put("tables/arrivals.sql", "create table arrivals (id int, name varchar(40), size int)");
        target.Put("tables/things.sql", "create table things (thing_id bigint identity(1,1), id int not null, name varchar(40) not null, size int, primary key (thing_id), unique (id))");
        target.Put("models/things.sql", "select id, name, size from arrivals");
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => PlanAsync(target));
        Assert.All(error.Problems, problem => Assert.StartsWith("run starlift migrate, or ", problem.Hint, StringComparison.Ordinal));
        var project = ScratchProject.Read(target);
        await using (var warehouse = await OpenAsync(target, project))
        {
            var migration = new Migration(project, warehouse, TimeProvider.System);
            string[] statements = ["alter table things add column size int", "alter table things alter column name type varchar(40)"];
            Assert.Equal(statements, (await migration.StatementsAsync(Stop)).Select(statement => statement.Replace("integer", "int", StringComparison.Ordinal)));
            Assert.Equal(2, (await migration.RunAsync(Stop)).Count);
            Assert.Empty(await migration.StatementsAsync(Stop));
            Assert.Empty(await migration.RunAsync(Stop));
        }

        Assert.True(Assert.Single((await PlanAsync(target)).Outdated).HasOtherModel);
        target.Put("data/2.json", $$"""{"id":3,"name":"{{new string('c', 30)}}","size":4}""");
        await RunAsync(target);
        Assert.Equal(["1|a", "2|b", $"3|{new string('c', 30)}"], await LinesAsync(target));
        await RunAsync(target, options: new RunOptions { Rebuild = ["things"] });
        Assert.Empty((await PlanAsync(target)).Outdated);
    }

    [Fact]
    public async Task What_can_not_be_altered_without_loss_is_refused_before_anything_is()
    {
        await using var target = await MakeTargetAsync();
        await RunAsync(target, Make(target));
        target.Put("tables/things.sql", "create table things (thing_id bigint identity(1,1), id int not null, name varchar(10) not null, size int, primary key (thing_id), unique (id))");
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        var migration = new Migration(project, warehouse, TimeProvider.System);
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => migration.RunAsync(Stop));
        Assert.Contains("column name of table things is varchar(20)", Assert.Single(error.Problems).What, StringComparison.Ordinal);
        Assert.DoesNotContain("size", await warehouse.ColumnsOfAsync(new Sql.TableName(null, "things"), Stop) ?? []);
    }

    private protected static Project Make(ScratchTarget target)
    {
        ScratchProject.Make(target);
        target.Put("data/1.json", """{"id":1,"name":"a"}{"id":2,"name":"b"}""");
        return ScratchProject.Read(target);
    }

    private protected static async Task RunAsync(ScratchTarget target, Project? project = null, RunOptions? options = null)
    {
        project ??= ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        await RunAsync(project, target, warehouse, options);
    }

    private protected static async Task<RunPlan> PlanAsync(ScratchTarget target, RunOptions? options = null)
    {
        var project = ScratchProject.Read(target);
        await using var warehouse = await OpenAsync(target, project);
        return await PlanAsync(project, target, warehouse, options);
    }

    private protected static async Task<IReadOnlyList<string>> LinesAsync(ScratchTarget target)
    {
        await using var warehouse = await OpenAsync(target, ScratchProject.Read(target));
        return await LinesAsync(warehouse, "select id, name from things order by id");
    }
}
