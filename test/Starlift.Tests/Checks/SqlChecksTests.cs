using Starlift.Checks;
using Starlift.Errors;
using Starlift.Runs;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Checks;

public sealed class SqlChecksTests
{
    const string Checks = "select name, severity, outcome, violations, threshold from starlift.checks where kind = 'sql' order by run_id, name";

    [Fact]
    public async Task A_check_that_fails_rolls_back_and_shows_up_to_five_rows()
    {
        await using var runs = Things("""{"id":1,"name":"a"}""").Add("checks/small.sql", "-- description: Ids are small.\n\nselect id, name from things where id > 2");
        await runs.RunAsync();
        runs.Add("data/2.json", string.Concat(Enumerable.Range(3, 7).Select(id => $"{{\"id\":{id},\"name\":\"n{id}\"}}")));
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal(ExitCode.ChecksFailed, exitCode);
        var lines = Assert.Single(problems).Split('\n');
        Assert.Equal("check small: 7 rows break the rule: Ids are small.", lines[0]);
        Assert.Equal(5, lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.Matches("^    id = [3-9], name = 'n[3-9]'$", line));
        Assert.Equal(["1|a"], await runs.QueryAsync("select id, name from things"));
        Assert.Equal(["small|error|passed|0|0", "small|error|failed|7|0"], await runs.QueryAsync(Checks));
        Assert.Equal(["checks_failed"], await runs.QueryAsync("select outcome from starlift.runs where run_id = 2 and error like '%check small: 7 rows%'"));
        Assert.Equal(["check|small"], await runs.QueryAsync("select step, name from starlift.steps where run_id = 2 order by position desc limit 1"));
    }

    [Fact]
    public async Task All_checks_run_and_all_that_fail_are_told()
    {
        await using var runs = Things("""{"id":1,"name":"a"}""")
            .Add("checks/a.sql", "-- description: One.\nselect 1 as one")
            .Add("checks/b.sql", "-- description: Two.\nselect 2 as two where 1 = 0")
            .Add("checks/c.sql", "-- description: Three.\nselect 3 as three");
        Assert.Equal(
            ["check a: 1 row breaks the rule: One.\n    one = 1", "check c: 1 row breaks the rule: Three.\n    three = 3"], (await runs.FailAsync()).Problems);
        Assert.Equal(["a|error|failed|1|0", "b|error|passed|0|0", "c|error|failed|1|0"], await runs.QueryAsync(Checks));
    }

    [Fact]
    public async Task A_warning_is_recorded_and_the_run_goes_on()
    {
        await using var runs = Things("""{"id":1,"name":"a"}{"id":2}""")
            .Add("checks/named.sql", "-- description: Things have names.\n-- severity: warn\nselect id from things where name is null");
        var report = await runs.RunAsync();
        var check = report.Checks[^1];
        Assert.Equal((CheckOutcome.Warned, "id = 2"), (check.Outcome, check.Examples));
        Assert.Equal(["named|warn|warned|1|0"], await runs.QueryAsync(Checks));
        Assert.Equal(["2"], await runs.QueryAsync("select count(*) from things"));
    }

    [Theory]
    [InlineData("1", "failed|2|1")]
    [InlineData("2", "passed|2|2")]
    [InlineData("49% of things", "failed|2|1")]
    [InlineData("50% of things", "passed|2|2")]
    public async Task Some_rows_are_tolerated(string threshold, string expected)
    {
        await using var runs = Things("""{"id":1}{"id":2}{"id":3,"name":"a"}{"id":4,"name":"b"}""")
            .Add("checks/named.sql", $"-- description: x\n-- threshold: {threshold}\nselect id from things where name is null");
        if (expected[0] == 'f')
        {
            Assert.Contains("check named: 2 rows break the rule (1 tolerated): x", Assert.Single((await runs.FailAsync()).Problems));
        }
        else
        {
            await runs.RunAsync();
        }

        Assert.Equal([$"named|error|{expected}"], await runs.QueryAsync(Checks));
    }

    [Fact]
    public async Task A_check_may_read_the_rows_that_the_run_has_changed_and_those_it_has_staged()
    {
        await using var runs = Things("""{"id":1,"name":"a"}{"id":2,"name":"b"}""")
            .Add("checks/changed.sql", "-- description: x\n-- severity: warn\nselect changed_things.id from changed_things")
            .Add("checks/staged.sql", "-- description: x\n-- severity: warn\nselect id from arrivals");
        Assert.Equal(["id = 1\nid = 2", "id = 1\nid = 2"], await ExamplesAsync());
        runs.Add("data/2.json", """{"id":2,"name":"b"}{"id":1,"name":"c"}{"id":3,"name":"d"}""");
        Assert.Equal(["id = 1\nid = 3", "id = 1\nid = 2\nid = 3"], await ExamplesAsync());
        runs.Add("data/3.json", """{"id":3,"name":"d"}""");
        Assert.Equal(["", "id = 3"], await ExamplesAsync());

        async Task<IEnumerable<string>> ExamplesAsync() => (await runs.RunAsync()).Checks
            .Where(check => check.Kind == CheckKind.Sql)
            .Select(check => string.Join('\n', check.Examples.Split('\n').Order()));
    }

    [Fact]
    public async Task A_check_that_the_warehouse_refuses_is_told_at_its_place()
    {
        await using var runs = Things("""{"id":1}""").Add("checks/odd.sql", "-- description: x\n\nselect name from elsewhere");
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => runs.RunAsync());
        Assert.Equal(ExitCode.RunFailed, error.ExitCode);
        Assert.StartsWith("check odd: ", error.Problems[0].What, StringComparison.Ordinal);
        Assert.EndsWith("checks/odd.sql:3:18", error.Problems[0].Place.ToString(), StringComparison.Ordinal);
        Assert.Equal(["failed"], await runs.QueryAsync("select outcome from starlift.runs"));
    }

    [Fact]
    public async Task UNIQUE_that_rows_are_not_merged_by_is_checked_on_what_the_run_changed()
    {
        await using var runs = ScratchRuns.With("id int, name varchar(10)").Add("data/1.json", """{"id":1,"name":"a"}{"id":2}{"id":3}""")
            .Star("things", "id int, name varchar(10), unique (id), unique (name)", "select id, name from arrivals");
        await runs.RunAsync();
        runs.Add("data/2.json", """{"id":4,"name":"a"}{"id":5}""");
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal(ExitCode.ChecksFailed, exitCode);
        Assert.Equal("things has several rows with the same name: name = 'a', rows_with_this_key = 2", Assert.Single(problems));
        Assert.Equal(["3"], await runs.QueryAsync("select count(*) from things"));
        runs.Add("data/2.json", """{"id":4,"name":"b"}{"id":5}""");
        await runs.RunAsync();
    }

    [Fact]
    public async Task What_is_published_is_checked_as_a_whole()
    {
        await using var runs = ScratchRuns.With("id int, name varchar(10), parent int").Add("data/1.json", """{"id":1,"name":"a"}{"id":2,"name":"b","parent":1}""")
            .Star("things", "id int primary key, name varchar(10) not null, parent int references things (id)", "select id, name, parent from arrivals")
            .Add("checks/changed.sql", "-- description: x\nselect id from changed_things where id > 2")
            .Add("checks/warned.sql", "-- description: x\n-- severity: warn\n-- threshold: 1\nselect id from things");
        await runs.RunAsync();
        await runs.ExecuteAsync("insert into things values (2, 'c', null), (3, 'd', 9)");
        Assert.Equal(
            [
                "things key (id) Failed 1 id = 2, rows_with_this_key = 2", "things not null Passed 0 ", "things (parent) references things Failed 1 parent = 9",
                "changed Failed 1 id = 3", "warned Warned 4 ",
            ],
            (await PublishedAsync(runs)).Select(check => $"{check.Name} {check.Outcome} {check.Violations} {(check.Name == "warned" ? "" : check.Examples)}"));
        Assert.Equal(["1"], await runs.QueryAsync("select count(*) from starlift.runs"));
    }

    [Fact]
    public async Task Nothing_published_is_nothing_to_check()
    {
        await using var runs = Things("""{"id":1}""");
        var error = await Assert.ThrowsAsync<StarliftException>(() => PublishedAsync(runs));
        Assert.Equal("nothing is published yet: the target has no table things", error.Problems[0].What);
    }

    static async Task<IReadOnlyList<CheckResult>> PublishedAsync(ScratchRuns runs) =>
        await new PublishedChecks(runs.Read(), await runs.WarehouseAsync()).RunAsync(TestContext.Current.CancellationToken);

    static ScratchRuns Things(string records) => ScratchRuns.With("id int, name varchar(10)").Add("data/1.json", records)
        .Star("things", "id int primary key, name varchar(10)", "select id, name from arrivals");
}
