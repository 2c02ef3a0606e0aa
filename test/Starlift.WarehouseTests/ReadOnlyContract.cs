using Starlift.Errors;
using Starlift.History;
using Starlift.Planning;
using Starlift.Reports;
using Starlift.Runs;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What holds of a session that is opened for reading, whichever warehouse it is.</summary>
public abstract class ReadOnlyContract
{
    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    /// <summary>Statements that write, whatever they begin with.</summary>
    private protected virtual IEnumerable<string> Writing =>
    [
        "delete from facts", "insert into facts values (2)", "update facts set id = 2", "truncate facts", "drop table facts",
        "create table more (id int)", "alter table facts add column name varchar(8)", "create view seen as select id from facts",
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_statement_writes()
    {
        await using var target = await MakeTargetAsync();
        await using (var writer = await target.OpenAsync())
        {
            await writer.ExecuteAsync("create table facts (id int); insert into facts values (1)", Stop);
        }

        await using (var reader = await target.OpenToReadAsync())
        {
            Assert.True(reader.Capabilities.OnlyReads);
            foreach (var sql in Writing)
            {
                var statement = SqlScript.Parse("a.sql", sql)[0];
                var error = await Assert.ThrowsAsync<StarliftException>(() => reader.QueryAsync(statement, Stop));
                Assert.True(error.ExitCode == ExitCode.Usage && error.Message.Contains("may only read", StringComparison.Ordinal), $"{sql}: {error}");
                await Assert.ThrowsAsync<StarliftException>(() => reader.ExecuteAsync(statement, Stop));
                Assert.Equal(["1"], ScratchTarget.Lines(await reader.QueryAsync("select id from facts", Stop)));
            }

            await reader.BeginAsync(Stop);
            await Assert.ThrowsAsync<StarliftException>(() => reader.ExecuteAsync("delete from facts", Stop));
            await reader.RollbackAsync();
        }

        await using var after = await target.OpenAsync();
        Assert.Equal(["1"], ScratchTarget.Lines(await after.QueryAsync("select id from facts", Stop)));
        Assert.Null(await after.ColumnsOfAsync(new TableName(null, "more"), Stop));
    }

    [Fact]
    public async Task Several_read_at_once_and_see_tables_rows_and_transactions()
    {
        await using var target = await MakeTargetAsync();
        await using (var writer = await target.OpenAsync())
        {
            await writer.ExecuteAsync("create table facts (id int, name varchar(5)); insert into facts values (1, 'a')", Stop);
        }

        await using var first = await target.OpenToReadAsync();
        await using var second = await target.OpenToReadAsync();
        foreach (var reader in new[] { first, second })
        {
            Assert.Equal(["id", "name"], await reader.ColumnsOfAsync(new TableName(null, "facts"), Stop));
            Assert.Equal(2, (await reader.DefinitionOfAsync(new TableName(null, "facts"), Stop))!.Columns.Count);
            await reader.BeginAsync(Stop);
            Assert.Equal(["1|a"], ScratchTarget.Lines(await reader.QueryAsync("select id, name from facts", Stop)));
        }

        await first.RollbackAsync();
        await second.RollbackAsync();
    }

    [Fact]
    public async Task History_is_read_as_far_as_it_is_there_and_left_as_it_is()
    {
        await using var target = await MakeTargetAsync();
        var project = ScratchProject.Make(target);
        target.Put("data/a.json", """{"id":1,"name":"a"}{"id":"x"}""");
        await using (var writer = await target.OpenAsync(name => project.Table(name)?.Definition))
        {
            var identity = new RunIdentity("1.2.3", "local", "ada@desk", TimeProvider.System);
            await new Runner(project, writer, target.Store, new SilentObserver(), identity).RunAsync(RunOptions.Default, Stop);
        }

        await using (var reader = await target.OpenToReadAsync())
        {
            Assert.Equal("ada@desk", Assert.Single(await PastRuns.ListAsync(reader, 10, Stop)).Run.StartedBy);
            Assert.NotEmpty((await PastRuns.FindAsync(reader, null, Stop))!.Checks);
        }

        await using (var writer = await target.OpenAsync())
        {
            await writer.ExecuteAsync("drop table starlift.checks; drop table starlift.steps; alter table starlift.runs drop column started_by", Stop);
        }

        await using (var reader = await target.OpenToReadAsync())
        {
            var run = Assert.Single(await PastRuns.ListAsync(reader, 10, Stop)).Run;
            Assert.Equal((1L, RunOutcome.Done, null), (run.RunId, run.Outcome, run.StartedBy));
            var detail = (await PastRuns.FindAsync(reader, 1, Stop))!;
            Assert.Empty(detail.Steps);
            Assert.Empty(detail.Checks);
            Assert.NotNull(await new ReportReader(project, reader, "local", "1.2.3", TimeProvider.System).ReadAsync(Stop));
            Assert.Single((await RejectHistory.OfRunAsync(reader, null, Stop)).Rows);
        }

        await using var after = await target.OpenAsync();
        Assert.Null(await after.ColumnsOfAsync(new TableName("starlift", "checks"), Stop));
    }
}
