using Starlift.Errors;

namespace Starlift.Tests.Runs;

public sealed class RunnerTests
{
    const string Runs = "select run_id, outcome, objects, rows_loaded, rejects from starlift.runs order by run_id";

    [Fact]
    public async Task A_run_tells_what_it_does_in_its_order()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        Assert.Equal(["listing arrivals 1", "planned", "load arrivals", "loaded 1", "model things", "built things", "checked 2"], runs.Told);
    }

    [Fact]
    public async Task A_run_is_remembered_with_its_outcome_and_counts()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}{"id":2}""");
        await runs.RunAsync();
        await runs.RunAsync();
        Assert.Equal(["1|done|1|2|0", "2|nothing|0|0|0"], await runs.QueryAsync(Runs));
        Assert.Equal(["1.2.3|local"], await runs.QueryAsync("select version, target from starlift.runs where run_id = 1 and finished_at >= started_at"));
    }

    [Fact]
    public async Task Staging_holds_the_records_of_the_current_run_only()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        runs.Add("data/2.json", """{"id":2}""");
        await runs.RunAsync();
        Assert.Equal(["2"], await runs.QueryAsync("select id from arrivals"));
        Assert.Equal(["1", "2"], await runs.QueryAsync("select id from things order by id"));
    }

    [Fact]
    public async Task A_changed_object_is_loaded_again_and_known_once()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        runs.Add("data/1.json", """{"id":1}{"id":2}""");
        var report = await runs.RunAsync();
        Assert.Single(report.Plan.Loads[0].Changed);
        Assert.Equal(["1|2"], await runs.QueryAsync("select count(*), max(rows_loaded) from starlift.ledger"));
        Assert.True((await runs.RunAsync()).NothingNew);
    }

    [Fact]
    public async Task What_the_earlier_version_of_an_object_brought_goes_with_it()
    {
        await using var runs = Things().Add("data/1.json", string.Concat(Enumerable.Range(1, 40).Select(id => $"{{\"id\":{id}}}"))).Add("data/2.json", """{"id":41}""");
        await runs.RunAsync();
        runs.Add("data/1.json", string.Concat(Enumerable.Range(31, 10).Select(id => $"{{\"id\":{id}}}")));
        await runs.RunAsync();
        Assert.Equal(["11|31|41"], await runs.QueryAsync("select count(*), min(id), max(id) from things"));
    }

    [Fact]
    public async Task A_run_that_ended_without_a_word_is_marked_as_killed_by_the_next()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        await runs.ExecuteAsync("update starlift.runs set outcome = 'running', finished_at = null");
        await runs.RunAsync();
        Assert.Equal(["1|killed|1|1|0", "2|nothing|0|0|0"], await runs.QueryAsync(Runs));
    }

    [Fact]
    public async Task The_rejects_and_the_record_of_a_failed_run_survive_its_rollback()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        runs.Add("data/2.json", """
            {"id":2}
            {"id":"x"}
            """);
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal(ExitCode.Rejects, exitCode);
        Assert.Matches("^Load into table 'arrivals' failed[.].*  p/data/2.json:2, column id: ", Assert.Single(problems));
        Assert.Equal(["1|done|1|1|0", "2|rejected|1|0|1"], await runs.QueryAsync(Runs));
        Assert.Equal(["2|2|id|x|{\"id\":\"x\"}"], await runs.QueryAsync("select load_id, last_line, column_name, raw_value, raw_record from starlift.rejects"));
        Assert.Equal(["1|completed", "2|aborted"], await runs.QueryAsync("select load_id, status from starlift.loads order by load_id"));
        Assert.Equal(["1"], await runs.QueryAsync("select id from things"));
        Assert.Equal(["1"], await runs.QueryAsync("select count(*) from starlift.ledger"));
    }

    [Fact]
    public async Task A_run_whose_checks_fail_publishes_nothing_of_any_table()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}{"id":1}""")
            .Star("all_things", "id int primary key", "select distinct id from arrivals");
        Assert.Equal(ExitCode.ChecksFailed, (await runs.FailAsync()).ExitCode);
        Assert.Equal(["1|checks_failed|1|2|0"], await runs.QueryAsync(Runs));
        Assert.Equal(["0"], await runs.QueryAsync("select count(*) from starlift.ledger"));
        Assert.Null(await (await runs.WarehouseAsync()).ColumnsOfAsync(new(null, "all_things"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_interrupted_run_is_rolled_back_and_remembered_as_such()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        using var source = new CancellationTokenSource();
        runs.OnModel = _ => source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runs.RunAsync(source.Token));
        Assert.Equal(["1|interrupted|1|1|0"], await runs.QueryAsync(Runs));
        runs.OnModel = null;
        await runs.RunAsync();
        Assert.Equal(["1"], await runs.QueryAsync("select id from things"));
    }

    [Fact]
    public async Task A_failed_run_can_be_run_again()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}{"id":1}""");
        await runs.FailAsync();
        runs.Add("models/things.sql", "select distinct id from arrivals");
        Assert.Equal(1, Assert.Single((await runs.RunAsync()).Stars).Inserted);
    }

    [Fact]
    public async Task Where_nothing_matches_and_nothing_was_loaded_from_there_FROM_is_a_slip()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        await runs.RunAsync();
        runs.Add("loads/arrivals.sql", "copy arrivals from './dta/' iam_role default format as json 'auto'");
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("no file's path starts with './dta/'", Assert.Single(problems));
    }

    [Fact]
    public async Task Where_all_objects_have_vanished_what_they_brought_stays()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}""");
        var folder = (await runs.RunAsync()).Plan.Loads[0].New[0].Uri;
        File.Delete(folder);
        var report = await runs.RunAsync();
        Assert.True(report.NothingNew);
        Assert.Single(report.Plan.Loads[0].Vanished);
        Assert.Equal(["1"], await runs.QueryAsync("select id from things"));
    }

    static ScratchRuns Things() => ScratchRuns.With("id int").Star("things", "id int primary key", "select id from arrivals");
}
