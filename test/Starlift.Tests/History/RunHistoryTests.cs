using Starlift.Errors;
using Starlift.Tests.Runs;

namespace Starlift.Tests.History;

/// <summary>What starlift.runs, starlift.steps and starlift.checks hold after a run, whatever became of it.</summary>
public sealed class RunHistoryTests
{
    const string Steps = "select run_id, position, step, name, rows_read, rows_inserted, rows_updated, rejects from starlift.steps order by run_id, position";
    const string Checks = "select run_id, name, kind, table_name, severity, outcome, violations, threshold, examples from starlift.checks order by run_id, name";

    [Fact]
    public async Task Each_step_of_a_run_is_remembered_with_its_counts()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1,"name":"a"}{"id":2,"name":"b"}""");
        await runs.RunAsync();
        runs.Add("data/2.json", """{"id":2,"name":"c"}{"id":3,"name":"d"}""");
        await runs.RunAsync();
        Assert.Equal(
            [
                "1|1|list|arrivals|1|0|0|0", "1|2|load|arrivals|2|2|0|0", "1|3|model|things|2|2|0|0", "1|4|commit|commit|0|0|0|0",
                "2|1|list|arrivals|2|0|0|0", "2|2|load|arrivals|2|2|0|0", "2|3|model|things|2|1|1|0", "2|4|commit|commit|0|0|0|0",
            ],
            await runs.QueryAsync(Steps));
        Assert.Equal(["0"], await runs.QueryAsync("""
            select count(*) from starlift.steps as s join starlift.runs as r on r.run_id = s.run_id
            where s.started_at < r.started_at or s.started_at > r.finished_at or s.duration_ms < 0
            """));
    }

    [Fact]
    public async Task A_run_that_found_nothing_new_has_listed_and_no_more()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1,"name":"a"}""");
        await runs.RunAsync();
        await runs.RunAsync();
        Assert.Equal(["2|1|list|arrivals|1|0|0|0"], (await runs.QueryAsync(Steps)).Where(step => step[0] == '2'));
    }

    [Fact]
    public async Task Checks_that_passed_are_remembered_too()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1,"name":"a"}""");
        var report = await runs.RunAsync();
        Assert.Equal(
            ["1|things key (id)|key|things|error|passed|0|0|", "1|things not null|not null|things|error|passed|0|0|"], await runs.QueryAsync(Checks));
        Assert.Equal(2, report.Checks.Count);
        Assert.Equal(
            ["No two rows of things have the same id.", "These columns of things always hold a value: id, name."],
            await runs.QueryAsync("select description from starlift.checks order by name"));
    }

    [Fact]
    public async Task A_run_whose_check_fails_is_remembered_with_the_step_and_the_rows_that_broke_it()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1}{"id":2,"name":"b"}{"id":3}""");
        Assert.Equal(ExitCode.ChecksFailed, (await runs.FailAsync()).ExitCode);
        Assert.Equal(
            ["1|things key (id)|key|things|error|passed|0|0|", "1|things not null|not null|things|error|failed|2|0|id = 1, name = NULL\nid = 3, name = NULL"],
            (await runs.QueryAsync(Checks)).Select(InOrder));
        Assert.Equal(["1|1|list|arrivals|1|0|0|0", "1|2|load|arrivals|3|3|0|0", "1|3|model|things|0|0|0|0"], await runs.QueryAsync(Steps));
        var error = Assert.Single(await runs.QueryAsync("select error from starlift.runs where outcome = 'checks_failed'"));
        Assert.Contains("things.name is NOT NULL, and the model yields NULL: ", error);
    }

    [Fact]
    public async Task A_run_that_can_not_list_is_remembered()
    {
        await using var runs = Things();
        await runs.FailAsync();
        Assert.Equal(["1|failed|ada@desk"], await runs.QueryAsync("select run_id, outcome, started_by from starlift.runs where error like '%no %' and finished_at >= started_at"));
        Assert.Equal(["1|1|list|arrivals|0|0|0|0"], await runs.QueryAsync(Steps));
    }

    [Fact]
    public void Text_that_a_column_can_not_hold_is_cut_between_characters()
    {
        Assert.Equal("a\uFFFDb", Starlift.History.HistoryText.Of("a\0b"));
        Assert.Equal("aä", Starlift.History.HistoryText.Of("aää", mostBytes: 4));
        Assert.Equal("a", Starlift.History.HistoryText.Of("a🎵", mostBytes: 4));
        Assert.Equal("a🎵", Starlift.History.HistoryText.Of("a🎵", mostBytes: 5));
    }

    [Fact]
    public async Task A_target_that_an_earlier_version_used_gets_what_it_lacks_and_keeps_its_history()
    {
        await using var runs = Things().Add("data/1.json", """{"id":1,"name":"a"}""");
        await runs.ExecuteAsync("""
            create schema starlift;
            create table starlift.runs (run_id bigint not null, started_at timestamp not null, finished_at timestamp, outcome varchar(16) not null,
                version varchar(64) not null, target varchar(256) not null, objects bigint not null, bytes bigint not null, rows_loaded bigint not null,
                rejects bigint not null, error varchar(max));
            create table starlift.loads (load_id bigint not null, run_id bigint, load_name varchar(256), table_name varchar(256) not null,
                source varchar(max) not null, status varchar(16) not null, started_at timestamp not null, finished_at timestamp not null,
                objects bigint not null, bytes bigint not null, rows_loaded bigint not null, rejects bigint not null);
            create table starlift.ledger (load_name varchar(256), uri varchar(max) not null, version varchar(256) not null, size bigint not null,
                load_id bigint not null, loaded_at timestamp not null, records bigint not null, rows_loaded bigint not null, rejects bigint not null);
            create table starlift.rejects (load_id bigint not null, run_id bigint, table_name varchar(256) not null, object varchar(max) not null,
                first_line bigint not null, last_line bigint not null, byte_offset bigint not null, column_name varchar(256) not null,
                type varchar(16) not null, length varchar(16) not null, position integer not null, code integer not null, reason varchar(max) not null,
                raw_record varchar(max) not null, raw_value varchar(max) not null, rejected_at timestamp not null);
            create view stl_load_commits as select uri as name from starlift.ledger;
            insert into starlift.runs values (4, '2026-01-02 03:04:05', '2026-01-02 03:04:06', 'done', '0.0.9', 'local', 1, 2, 3, 0, null)
            """);
        await runs.RunAsync();
        Assert.Equal(["4|NULL", "5|ada@desk"], await runs.QueryAsync("select run_id, started_by from starlift.runs order by run_id"));
        Assert.Equal(["4"], await runs.QueryAsync("select count(*) from starlift.steps where run_id = 5"));
        Assert.Equal(["1"], await runs.QueryAsync("select count(*) from stl_load_commits where status = 1"));
    }

    static ScratchRuns Things() => ScratchRuns.With("id int, name varchar(10)")
        .Star("things", "id int primary key, name varchar(10) not null", "select id, name from arrivals");

    // No order is promised of the examples.
    static string InOrder(string check)
    {
        var cut = check.LastIndexOf('|') + 1;
        return check[..cut] + string.Join('\n', check[cut..].Split('\n').Order());
    }
}
