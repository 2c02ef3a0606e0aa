using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>Rows of a query that are read as they come, whichever warehouse it is.</summary>
public abstract class StreamContract
{
    const string Typed = """
        create table kinds (
            b boolean, s smallint, i integer, l bigint, d decimal(10,2), r real, f double precision, c char(3), v varchar(20), day date, at timestamp, zoned timestamptz
        );
        insert into kinds values (true, 1, 2, 3, 4.5, 0.5, 0.25, 'abc', 'text', '2020-01-31', '2020-01-31 10:00:00', '2020-01-31 10:00:00+00')
        """;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    /// <summary>The types of DECIMAL(10,2), CHAR(3) and VARCHAR(20), as the warehouse tells them of a result.</summary>
    private protected virtual IReadOnlyList<string> Lengths => ["numeric(10,2)", "character(3)", "character varying(20)"];

    /// <summary>How often its 1,000 rows are joined with themselves.</summary>
    private protected virtual int Joins => 2;

    [Fact]
    public async Task Columns_have_names_and_Redshifts_types_before_the_first_row()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(Typed, Stop);
        await using var stream = await StreamAsync(warehouse, "select *, i as i from kinds");

        Assert.Equal(
            [
                "b boolean", "s smallint", "i integer", "l bigint", $"d {Lengths[0]}", "r real", "f double precision",
                $"c {Lengths[1]}", $"v {Lengths[2]}", "day date", "at timestamp without time zone", "zoned timestamp with time zone", "i integer",
            ],
            stream.Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Single((await stream.CollectAsync(Stop)).Rows);
    }

    [Fact]
    public async Task Values_are_those_of_a_result_that_is_read_at_once()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(Typed, Stop);
        var atOnce = await warehouse.QueryAsync("select * from kinds", Stop);
        await using var stream = await StreamAsync(warehouse, "select * from kinds");

        Assert.Equal(atOnce.Rows, (await stream.CollectAsync(Stop)).Rows);
    }

    [Fact]
    public async Task All_rows_come_and_in_order()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await WithNumbersAsync(target);
        await using var stream = await StreamAsync(warehouse, "select a.n * 1000 + b.n as n from numbers a, numbers b where a.n < 20 order by 1");
        long expected = 0;
        await foreach (var row in stream.Rows)
        {
            Assert.Equal(expected++, Convert.ToInt64(row[0], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(20_000, expected);
    }

    [Fact]
    public async Task A_stream_that_is_left_ends_at_once_and_the_session_goes_on()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await WithNumbersAsync(target);
        var others = string.Concat(Enumerable.Range(0, Joins).Select(i => $", numbers t{i}"));
        await using (var stream = await StreamAsync(warehouse, $"select a.n from numbers a{others}"))
        {
            await using var rows = stream.Rows.GetAsyncEnumerator(Stop);
            for (var i = 0; i < 5; i++)
            {
                Assert.True(await rows.MoveNextAsync());
            }
        }

        Assert.Equal(["1000"], ScratchTarget.Lines(await warehouse.QueryAsync("select count(*) from numbers", Stop)));
    }

    [Fact]
    public async Task A_query_that_fails_behind_its_first_rows_fails()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await WithNumbersAsync(target);
        await warehouse.ExecuteAsync("create table texts (n int, v varchar(8)); insert into texts select a.n, a.n::varchar from numbers a, numbers b where b.n < 20; insert into texts values (1, 'x')", Stop);

        var error = await Assert.ThrowsAsync<StarliftException>(async () =>
        {
            await using var stream = await StreamAsync(warehouse, "select n, v::int from texts");
            await stream.DrainAsync(Stop);
        });
        Assert.Equal(ExitCode.RunFailed, error.ExitCode);
        Assert.Equal(["1000"], ScratchTarget.Lines(await warehouse.QueryAsync("select count(*) from numbers", Stop)));
    }

    [Fact]
    public async Task A_session_that_may_only_read_streams_and_its_transaction_ends_with_the_stream()
    {
        await using var target = await MakeTargetAsync();
        await using (await WithNumbersAsync(target))
        {
        }

        await using var reader = await target.OpenToReadAsync();
        for (var i = 0; i < 2; i++)
        {
            await using var stream = await StreamAsync(reader, "select n from numbers where n < 3 order by n");
            Assert.Equal(["0", "1", "2"], ScratchTarget.Lines(await stream.CollectAsync(Stop)));
        }

        await Assert.ThrowsAsync<StarliftException>(() => reader.ExecuteAsync("delete from numbers", Stop));
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await WithNumbersAsync(target);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var others = string.Concat(Enumerable.Range(0, Joins).Select(i => $", numbers t{i}"));
        await using var stream = await StreamAsync(warehouse, $"select a.n from numbers a{others}");
        await using var rows = stream.Rows.GetAsyncEnumerator(cancel.Token);
        Assert.True(await rows.MoveNextAsync());
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await rows.MoveNextAsync())
            {
            }
        });
    }

    static Task<RowStream> StreamAsync(IWarehouse warehouse, string sql) => warehouse.StreamAsync(SqlScript.Parse("a.sql", sql)[0], Stop);

    static async Task<IWarehouse> WithNumbersAsync(ScratchTarget target)
    {
        var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table numbers (n int)", Stop);
        await warehouse.ExecuteAsync($"insert into numbers values {string.Join(", ", Enumerable.Range(0, 1_000).Select(n => $"({n})"))}", Stop);
        return warehouse;
    }
}
