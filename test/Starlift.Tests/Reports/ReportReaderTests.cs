using System.Text;
using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Reports;
using Starlift.Reports.Page;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Reports;

public sealed class ReportReaderTests
{
    const string Header = "-- title: T\n-- question: Q?\n";

    static ScratchRuns Stars() => ScratchRuns.With("id integer, name varchar(100)")
        .Star("people", "id integer primary key, name varchar(100)", "select id, name from arrivals");

    static async Task<Report> ReadAsync(ScratchRuns runs) =>
        await new ReportReader(runs.Read(), await runs.WarehouseAsync(), "local", "1.2.3", TimeProvider.System).ReadAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_report_tells_what_the_run_did_and_what_the_star_holds()
    {
        await using var runs = Stars().Add("reports/count.sql", $"{Header}-- kind: number\n-- value: n\nselect count(*) as n from people");
        await runs.RunAsync("a.json", """{"id": 1, "name": "Ada"} {"id": 2, "name": "Bo"}""");
        var report = await ReadAsync(runs);
        var load = Assert.Single(report.Runs.Loads);
        Assert.Equal(("arrivals", 1L, 2L, 2L, 0L), (load.Name, load.Objects, load.Records, load.Staged, load.Rejects));
        var model = Assert.Single(report.Runs.Models);
        Assert.Equal(("people", 2L, 2L, 0L), (model.Name, model.Yielded, model.Inserted, model.Updated));
        Assert.Equal(2, Assert.Single(report.Rows).Value);
        Assert.Equal(1, report.Runs.CheckedBy);
        Assert.Contains("""<p class="number">2</p>""", ReportPage.Of(report));
    }

    [Fact]
    public async Task A_table_may_be_named_as_a_word_of_SQL()
    {
        await using var runs = ScratchRuns.With("id integer, name varchar(100)")
            .Star("order", "\"group\" integer primary key, name varchar(100)", "select id as \"group\", name from arrivals")
            .Add("tables/order.sql", "create table \"order\" (\"group\" integer primary key, name varchar(100))");
        await runs.RunAsync("a.json", """{"id": 1, "name": "Ada"} {"id": 2, "name": "Bo"}""");
        Assert.Equal(2, Assert.Single((await ReadAsync(runs)).Rows).Value);
    }

    [Fact]
    public async Task Before_the_first_run_nothing_is_asked_of_tables_that_are_not_there()
    {
        await using var runs = Stars().Add("reports/count.sql", $"{Header}-- kind: number\n-- value: n\nselect count(*) as n from people");
        var report = await ReadAsync(runs);
        Assert.Equal("people", Assert.Single(Assert.Single(report.Charts).Missing).Name);
        Assert.Empty(report.Rows);
        Assert.Contains("a first run makes people", ReportPage.Of(report));
    }

    [Fact]
    public async Task Columns_that_the_SELECT_does_not_yield_are_reported_all_at_once()
    {
        await using var runs = Stars()
            .Add("reports/a.sql", $"{Header}-- kind: bar\n-- x: nam\n-- y: name\nselect name, 1 as one from people")
            .Add("reports/b.sql", $"{Header}-- kind: line\n-- x: one\n-- y: one\nselect 1 as one from people");
        await runs.RunAsync("a.json", """{"id": 1, "name": "Ada"} {"id": 2, "name": "Bo"}""");
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => ReadAsync(runs));
        Assert.Equal(
            [
                "'x' names the column 'nam', which the SELECT does not yield | did you mean 'name'?",
                "'y' needs numbers, and the column 'name' holds 'Ada' | cast it in the SELECT, or name another column",
                "the SELECT yields several rows for '1', of which the chart could show one | group by the columns of the chart",
            ],
            error.Problems.Select(problem => $"{problem.What} | {problem.Hint}"));
        Assert.All(error.Problems, problem => Assert.NotNull(problem.Place));
    }

    [Fact]
    public async Task A_failing_SELECT_leaves_the_target_usable()
    {
        await using var runs = Stars().Add("reports/a.sql", $"{Header}-- kind: table\nselect cast('x' || name as int) as number from people");
        await runs.RunAsync("a.json", """{"id": 1, "name": "Ada"}""");
        await Assert.ThrowsAnyAsync<StarliftException>(() => ReadAsync(runs));
        Assert.Equal(["1"], await runs.QueryAsync("select count(*) from people"));
    }

    [Fact]
    public async Task A_huge_answer_is_cut_and_the_page_stays_below_2_MB()
    {
        await using var runs = Stars();
        for (var number = 0; number < 12; number++)
        {
            runs.Add($"reports/huge{number}.sql", $"{Header}-- kind: table\nselect a.id * 1000 + b.id as id, repeat('é', 250) as text from people as a cross join people as b order by 1");
        }

        await runs.RunAsync("a.json", string.Concat(Enumerable.Range(0, 120).Select(id => $$"""{"id": {{id}}}""")));
        var report = await ReadAsync(runs);
        Assert.All(report.Charts, chart => Assert.True(chart.More && chart.Result.Rows.Count == ChartRows.MostRows));
        var page = ReportPage.Of(report);
        Assert.True(Encoding.UTF8.GetByteCount(page) < 2_000_000);
        Assert.Matches("The first (200|50) rows are shown; there are more", page);
    }

    [Fact]
    public async Task Data_ends_neither_the_script_nor_an_element()
    {
        await using var runs = Stars().Add("reports/a.sql", $"{Header}-- kind: bar\n-- x: name\n-- y: id\nselect name, id from people");
        await runs.RunAsync("a.json", """{"id": 1, "name": "</script><img src=x onerror=alert(1)>\u2028\u2029&"}""");
        var page = ReportPage.Of(await ReadAsync(runs));
        Assert.DoesNotContain("<img", page);
        Assert.Equal(2, Regex.Count(page, "</script>"));
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;", page);
        Assert.Contains(@"\u003C/script\u003E\u003Cimg src=x onerror=alert(1)\u003E\u2028\u2029\u0026", page);
    }

    [Fact]
    public async Task The_page_forbids_itself_the_network_and_every_script_but_its_own()
    {
        await using var runs = Stars();
        var page = ReportPage.Of(await ReadAsync(runs));
        Assert.Matches("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">""", page);
        Assert.DoesNotMatch("""(src|href)=["'](?!#)""", Regex.Replace(page, "(?s)<script.*?</script>", ""));
    }

    [Fact]
    public async Task Values_of_variables_are_not_shown_with_the_SQL()
    {
        await using var runs = Stars().Add("starlift.yaml", "name: music\nvars: { secret: hush }\ntargets:\n  local: { type: duckdb, path: out/music.duckdb }\n")
            .Add("reports/a.sql", $"{Header}-- kind: table\nselect 1 as one where 'hush' = '${{secret}}' limit 5");
        var page = ReportPage.Of(await ReadAsync(runs));
        Assert.Contains("where &#39;hush&#39; = &#39;${secret}&#39; limit 5</code>", page);
    }
}
