using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.DuckDb;

public sealed class CopyTests : IAsyncLifetime
{
    const string AllTypes = "s smallint, i int, b bigint, r real, f float8, o bool, c char(5), v varchar(65535), d date, h time, z timestamp, y timestamptz, u super, x varbyte(9), "
        + "d4 decimal(4,2), d9 decimal(9,3), d18 decimal(18,4), d38 decimal(38,10)";

    static readonly string[] Names = [.. AllTypes.Split(", ").Select(column => column.Split(' ')[0])];

    static readonly (string Json, string Text)[] Low =
    [
        ("-32768", "-32768"), ("-2147483648", "-2147483648"), ("-9223372036854775808", "-9223372036854775808"), ("-1.5", "-1.5"), ("-1e300", "-1e+300"), ("false", "false"),
        ("\"\"", ""), ("\"\"", ""), ("\"0001-01-01\"", "0001-01-01"), ("\"00:00\"", "00:00:00"), ("\"0001-01-01 00:00:00\"", "0001-01-01 00:00:00"),
        ("\"0001-01-01 00:00:00+05\"", "0001-12-31 (BC) 19:00:00+00"), ("[]", "[]"), ("\"00\"", "\\x00"),
        ("\"-99.99\"", "-99.99"), ("\"-999999.999\"", "-999999.999"), ("\"-99999999999999.9999\"", "-99999999999999.9999"),
        ("\"-9999999999999999999999999999.9999999999\"", "-9999999999999999999999999999.9999999999"),
    ];

    static readonly (string Json, string Text)[] High =
    [
        ("32767", "32767"), ("2147483647", "2147483647"), ("9223372036854775807", "9223372036854775807"), ("3.5", "3.5"), ("0.1", "0.1"), ("true", "true"),
        ("\"abcde\"", "abcde"), ("\"数据\\n|😀 and more than twelve bytes\"", "数据\n|😀 and more than twelve bytes"), ("\"9999-12-31\"", "9999-12-31"),
        ("\"23:59:59.999999\"", "23:59:59.999999"), ("\"9999-12-31 23:59:59.999999\"", "9999-12-31 23:59:59.999999"), ("\"2018-11-01 12:00:00-08\"", "2018-11-01 20:00:00+00"),
        ("{\"a\": [1, \"é\"]}", "{\"a\":[1,\"é\"]}"), ("\"00ff41000000000000\"", "\\x00\\xFFA\\x00\\x00\\x00\\x00\\x00\\x00"),
        ("\"99.99\"", "99.99"), ("\"999999.999\"", "999999.999"), ("\"99999999999999.9999\"", "99999999999999.9999"),
        ("\"9999999999999999999999999999.9999999999\"", "9999999999999999999999999999.9999999999"),
    ];

    ScratchWarehouse _scratch = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scratch = await ScratchWarehouse.OpenAsync(threads: 4);

    public ValueTask DisposeAsync() => _scratch.DisposeAsync();

    [Fact]
    public async Task Values_of_every_type_come_back()
    {
        await _scratch.CreateAsync($"n int, {AllTypes}");

        using var result = await _scratch.CopyAsync(Record(1, Low) + Record(2, High) + "{\"n\":3}");

        Assert.Equal(3, result.RowsLoaded);
        Assert.Equal(
            [$"1|{Text(Low)}", $"2|{Text(High)}", $"3|{string.Join('|', Names.Select(_ => "NULL"))}"],
            await _scratch.QueryDirectlyAsync($"select n, {string.Join(", ", Names.Select(name => $"cast({name} as varchar)"))} from t order by n"));
    }

    [Fact]
    public async Task NULLs_and_rejects_leave_their_marks_on_no_other_row()
    {
        const int Records = 10_000;
        await _scratch.CreateAsync($"n int not null, {AllTypes}");
        var data = new StringBuilder();
        for (var i = 0; i < Records; i++)
        {
            // A bad record sets NULLs in all columns before it fails in its last.
            data.Append(CultureInfo.InvariantCulture, $"{{\"n\":{i},\"d38\":\"x\"}}\n");
            var values = i % 3 == 0 ? Low : High;
            data.Append(Record(i, [.. values.Select((value, column) => (i + column) % 7 == 0 ? ("null", "") : value)])).Append('\n');
        }

        using var result = await _scratch.CopyAsync(data.ToString(), "'auto' maxerror 100000");

        Assert.Equal((Records, Records), (result.RowsLoaded, result.RejectCount));
        var wrong = Names.Select((name, column) =>
            $"count(*) filter (where ({name} is null) <> ((n + {column}) % 7 = 0)) + count(*) filter (where {name} is not null and cast({name} as varchar) <> "
                + $"case when n % 3 = 0 then {Literal(Low[column].Text)} else {Literal(High[column].Text)} end)");
        Assert.Equal(string.Join('|', Names.Select(_ => "0")), Assert.Single(await _scratch.QueryDirectlyAsync($"select {string.Join(", ", wrong)} from t")));
        Assert.Equal([$"{Records}|0|{Records - 1}"], await _scratch.QueryAsync("select count(distinct n), min(n), max(n) from t"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(4_096)]
    [InlineData(65_535)]
    public async Task Texts_of_every_length_come_back(int length)
    {
        await _scratch.CreateAsync("v varchar(65535), x varbyte(65535), u super");
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var bytes = Convert.ToHexString(Encoding.UTF8.GetBytes(text));

        using var result = await _scratch.CopyAsync(string.Concat(Enumerable.Repeat($"{{\"v\":\"{text}\",\"x\":\"{bytes}\",\"u\":\"{text}\"}}\n", 20)));

        Assert.Equal(
            [$"20|{(length == 0 ? 0 : 20)}|20"],
            await _scratch.QueryDirectlyAsync(
                $"select count(*) filter (where v = '{text}'), count(*) filter (where hex(x) = '{bytes}'), count(*) filter (where json_extract_string(u, '$') = '{text}') from t"));
    }

    [Fact]
    public async Task A_SUPER_of_megabytes_comes_back()
    {
        await _scratch.CreateAsync("u super");
        var json = "[" + string.Join(',', Enumerable.Repeat($"\"{new string('x', 50_000)}\"", 70)) + "]";

        using var result = await _scratch.CopyAsync($"{{\"u\":{json}}}\n{{\"u\":[]}}");

        Assert.Equal(["70|50000", "0|NULL"], await _scratch.QueryDirectlyAsync("select json_array_length(u), length(json_extract_string(u, '$[69]')) from t order by 1 desc"));
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("1.00000000000000000000000000000000000000000001")]
    [InlineData("\"\\u0000\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("\"\uFFFF\"")]
    [InlineData("-0")]
    public async Task What_the_grammar_takes_as_SUPER_the_engine_takes_too(string json)
    {
        await _scratch.CreateAsync("u super");

        using var result = await _scratch.CopyAsync($"{{\"u\":{json}}}");

        Assert.Equal([json], await _scratch.QueryDirectlyAsync("select cast(u as varchar) from t"));
    }

    [Fact]
    public async Task A_SUPER_as_deep_as_allowed_is_taken()
    {
        await _scratch.CreateAsync("u super");

        using var result = await _scratch.CopyAsync(new string('[', 1_000) + new string(']', 1_000), "'noshred'");

        Assert.Equal(1, result.RowsLoaded);
    }

    [Fact]
    public async Task Columns_outside_the_list_take_their_defaults()
    {
        await _scratch.CreateAsync("id int identity(5,1), a int default 7, b int not null default 8, c int, \"odd name\" varchar(9)");

        using var result = await _scratch.Warehouse.CopyAsync(
            Sql.SqlSamples.Parse<Starlift.Sql.CopyStatement>("copy t (c, \"odd name\") from 's3://bucket/data' iam_role default json 'auto'"),
            Sql.SqlSamples.Parse<Starlift.Sql.CreateTable>("create table t (id int identity(5,1), a int default 7, b int not null default 8, c int, \"odd name\" varchar(9))"),
            [_scratch.Store.Add("s3://bucket/data", "{\"a\":1,\"b\":2,\"c\":3,\"odd name\":\"x\"}"u8)],
            new CopyProgress(),
            Stop);

        Assert.Equal(["5|7|8|3|x"], await _scratch.QueryAsync("select * from t"));
    }

    [Fact]
    public async Task A_failed_load_leaves_the_table_as_it_was()
    {
        await _scratch.CreateAsync("v int");
        using var before = await _scratch.CopyAsync("{\"v\":1}");

        using var result = await _scratch.CopyAsync(Lines(50_000) + "{\"v\":\"x\"}");

        Assert.True(result.Failed);
        Assert.Equal((0, 1), (result.RowsLoaded, result.RejectCount));
        var reject = Assert.Single(result.Rejects);
        Assert.Equal((50_001, "v", "x"), (reject.LastLine, reject.Column, reject.RawValue));
        Assert.Equal(["1"], await _scratch.QueryAsync("select v from t"));
        using var after = await _scratch.CopyAsync("{\"v\":2}");
        Assert.Equal(["1", "2"], await _scratch.QueryAsync("select v from t order by v"));
    }

    [Fact]
    public async Task A_failed_load_inside_a_transaction_is_rolled_back_with_it()
    {
        await _scratch.CreateAsync("v int");
        await _scratch.Warehouse.BeginAsync(Stop);
        using var before = await _scratch.CopyAsync("{\"v\":1}");

        using var result = await _scratch.CopyAsync("{\"v\":2}{x}");
        await _scratch.Warehouse.RollbackAsync();

        Assert.True(result.Failed);
        Assert.Single(result.Rejects);
        Assert.Empty(await _scratch.QueryAsync("select v from t"));
        await _scratch.Warehouse.BeginAsync(Stop);
        using var again = await _scratch.CopyAsync("{\"v\":3}");
        await _scratch.Warehouse.CommitAsync();
        Assert.Equal(["3"], await _scratch.QueryAsync("select v from t"));
    }

    [Fact]
    public async Task Many_threads_that_give_up_at_once_have_counted_all_they_kept()
    {
        await _scratch.CreateAsync("v int");
        var versions = Enumerable.Range(0, 200).Select(i => _scratch.Store.Add($"s3://bucket/data{i}", Encoding.UTF8.GetBytes(Lines(100) + "{x}\ntext\n" + Lines(100)))).ToList();

        for (var repeat = 0; repeat < 20; repeat++)
        {
            using var result = await _scratch.CopyAsync(versions, $"'auto' maxerror {30 + repeat}");

            Assert.True(result.Failed);
            Assert.InRange(result.RejectCount, 30 + repeat, 400);
            Assert.Equal(result.RejectCount, result.Rejects.Count());
            Assert.Equal(result.Objects.Sum(counts => counts.Records), result.Objects.Sum(counts => counts.Rows + counts.Rejects));
        }

        using var whole = await _scratch.CopyAsync(versions, "'auto' maxerror 401");
        Assert.Equal((40_000, 400), (whole.RowsLoaded, whole.RejectCount));
        Assert.Equal(0, _scratch.Store.OpenStreams);
    }

    [Fact]
    public async Task NOLOAD_loads_nothing_and_counts_all()
    {
        await _scratch.CreateAsync("v int");

        using var result = await _scratch.CopyAsync(Lines(10_000) + "{x}", "'auto' noload maxerror 2");

        Assert.Equal((0, 10_000, 1), (result.RowsLoaded, result.Objects[0].Rows, result.RejectCount));
        Assert.Equal(["0"], await _scratch.QueryAsync("select count(*) from t"));
    }

    [Fact]
    public async Task What_the_store_throws_in_an_engine_thread_reaches_the_caller_as_it_is()
    {
        await _scratch.CreateAsync("v int");
        var thrown = new StarliftException(ExitCode.Access, new Problem("access denied", Hint: "sign in"));
        _scratch.Store.BeforeRead = _ => throw thrown;

        Assert.Same(thrown, await Assert.ThrowsAsync<StarliftException>(() => _scratch.CopyAsync("{\"v\":1}")));
        _scratch.Store.BeforeRead = null;
        Assert.Equal("s3://bucket/none changed between listing and reading", (await Assert.ThrowsAsync<StarliftException>(
            () => _scratch.CopyAsync([new ObjectVersion("s3://bucket/none", "1", 1)]))).Message);
        Assert.Equal(0, _scratch.Store.OpenStreams);
        using var result = await _scratch.CopyAsync("{\"v\":1}");
        Assert.Equal(1, result.RowsLoaded);
    }

    [Fact]
    public async Task A_bug_in_an_engine_thread_is_no_users_problem()
    {
        await _scratch.CreateAsync("v int");
        _scratch.Store.BeforeRead = _ => throw new InvalidOperationException("a bug");

        Assert.Equal("a bug", (await Assert.ThrowsAsync<InvalidOperationException>(() => _scratch.CopyAsync("{\"v\":1}"))).Message);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_the_statements_problem()
    {
        await _scratch.CreateAsync("v int");
        await _scratch.Warehouse.ExecuteAsync(Starlift.Sql.SqlScript.Parse("a.sql", "drop table t").Single(), Stop);

        var exception = await Assert.ThrowsAsync<StarliftException>(() => _scratch.CopyAsync("{\"v\":1}"));

        Assert.NotNull(exception.Problems[0].Place);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_in_the_middle_of_a_load_leaves_nothing_of_it(bool inTransaction)
    {
        await _scratch.CreateAsync("v int");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _scratch.Cancellation = cancel.Token;
        var versions = Enumerable.Range(0, 50).Select(i => _scratch.Store.Add($"s3://bucket/data{i}", Encoding.UTF8.GetBytes(Lines(5_000)))).ToList();
        _scratch.Store.BeforeRead = uri =>
        {
            if (uri.EndsWith("20", StringComparison.Ordinal))
            {
                cancel.Cancel();
            }
        };
        if (inTransaction)
        {
            await _scratch.Warehouse.BeginAsync(Stop);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scratch.CopyAsync(versions));
        await _scratch.Warehouse.RollbackAsync();

        Assert.Equal(["0"], await _scratch.QueryAsync("select count(*) from t"));
        Assert.Equal(0, _scratch.Store.OpenStreams);
        (_scratch.Store.BeforeRead, _scratch.Cancellation) = (null, null);
        using var result = await _scratch.CopyAsync(versions);
        Assert.Equal(250_000, result.RowsLoaded);
    }

    [Fact]
    public async Task Loads_follow_each_other_and_append()
    {
        await _scratch.CreateAsync("v int");
        for (var i = 0; i < 30; i++)
        {
            using var result = await _scratch.CopyAsync(Lines(3_000));
            Assert.Equal(3_000, result.RowsLoaded);
        }

        Assert.Equal(["90000|2999"], await _scratch.QueryAsync("select count(*), max(v) from t"));
    }

    [Fact]
    public async Task Progress_counts_what_was_read()
    {
        await _scratch.CreateAsync("v int");
        var progress = new CopyProgress();
        var data = Lines(5_000) + "{x}";

        using var result = await _scratch.CopyAsync(data, "'auto' maxerror 2", progress);

        Assert.Equal((data.Length, 5_000, 1, 1), (progress.Bytes, progress.Rows, progress.Objects, progress.Rejects));
    }

    [Theory]
    [InlineData("{\"v\":1}")]
    [InlineData("{x}")]
    [InlineData("throw")]
    [InlineData("cancel")]
    public async Task Nothing_of_a_load_outlives_it(string data)
    {
        await _scratch.CreateAsync("v int");

        var progress = await LoadAsync(data);

        for (var i = 0; i < 20 && progress.IsAlive; i++)
        {
            await Task.Delay(10, Stop);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(progress.IsAlive);
        Assert.Equal(0, _scratch.Store.OpenStreams);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    async Task<WeakReference> LoadAsync(string data)
    {
        var progress = new CopyProgress();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _scratch.Cancellation = cancel.Token;
        _scratch.Store.BeforeRead = data switch
        {
            "throw" => _ => throw new IOException("no"),
            "cancel" => _ => cancel.Cancel(),
            _ => null,
        };
        try
        {
            using var result = await _scratch.CopyAsync(data + "\ntext\n" + Lines(10_000), "'auto' maxerror 1", progress);
            Assert.NotEmpty(result.Rejects);
        }
        catch (Exception e) when (e is StarliftException or OperationCanceledException)
        {
        }

        return new WeakReference(progress);
    }

    static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{{\"v\":{i}}}\n"));

    static string Record(int number, (string Json, string Text)[] values) =>
        $"{{\"n\":{number},{string.Join(',', values.Select((value, i) => $"\"{Names[i]}\":{value.Json}"))}}}";

    static string Literal(string text) => $"'{text}'";

    static string Text((string Json, string Text)[] values) => string.Join('|', values.Select(value => value.Text));
}
