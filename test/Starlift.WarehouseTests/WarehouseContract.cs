using Starlift.Checks;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Planning;
using Starlift.Runs;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What the runner and the scripts rely on, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract partial class WarehouseContract
{
    const string NoTable = "select * from no_such_table";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A target of the test's own; skips the test where its server is missing, and fails it where CI=true.</summary>
    private protected abstract Task<ScratchTarget> MakeTargetAsync();

    [Fact]
    public async Task A_table_is_made_described_and_dropped()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        var name = new TableName(null, "t");
        Assert.Null(await warehouse.ColumnsOfAsync(name, Stop));
        Assert.Null(await warehouse.DefinitionOfAsync(name, Stop));
        await warehouse.ExecuteAsync(
            """
            create table t (id bigint identity(1,1) distkey, a varchar(9) not null encode lzo, b decimal(9,2) default 1.5, c super, primary key (id)) sortkey (a);
            comment on table t is 'it''s'; comment on column t.a is 'a;b'
            """,
            Stop);
        Assert.Equal(["id", "a", "b", "c"], await warehouse.ColumnsOfAsync(name, Stop));
        var definition = (await warehouse.DefinitionOfAsync(name, Stop))!;
        Assert.Equal(["bigint", "varchar(9)", "decimal(9,2)", "super"], definition.Columns.Select(column => column.Type.ToString()));
        Assert.NotNull(definition.Column("id")!.Identity);
        Assert.True(definition.Column("a")!.NotNull);
        Assert.NotNull(definition.Column("b")!.Default);
        await warehouse.ExecuteAsync("insert into t (a) values ('x'), ('y')", Stop);
        Assert.Equal(["2|x|1.5", "2|y|1.5"], await LinesAsync(warehouse, "select count(*) over () , a, b from t order by a"));
        Assert.Equal(["2"], await LinesAsync(warehouse, "select count(distinct id) from t"));
        await warehouse.ExecuteAsync("drop table if exists t", Stop);
        Assert.Null(await warehouse.ColumnsOfAsync(name, Stop));
    }

    [Fact]
    public async Task A_table_is_made_once_where_it_says_if_not_exists()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table if not exists t (a int); insert into t values (1); create table if not exists t (a int)", Stop);
        Assert.Equal(1, await warehouse.CountAsync("select count(*) from t", Stop));
        await Assert.ThrowsAsync<StarliftException>(() => warehouse.ExecuteAsync("create table t (a int)", Stop));
    }

    [Fact]
    public async Task Every_type_comes_back_as_it_went_in()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(
            """
            create table t (a smallint, b integer, c bigint, d decimal(20,5), e real, f double precision, g boolean, h char(3), i varchar(20), j date, l timestamp, m timestamptz);
            insert into t values (-32768, 2147483647, -9223372036854775808, -123456789012345.67891, 1.5, 1e300, true, 'abc', 'é', '2020-02-29', '1969-12-31 23:59:59.999999', '2020-01-01 02:00:00+02');
            insert into t (a) values (null)
            """,
            Stop);
        Assert.Equal(
            [
                $"-32768|2147483647|-9223372036854775808|-123456789012345.67891|1.5|{1e300}|true|abc|é|2020-02-29|1969-12-31 23:59:59.999999|2020-01-01 00:00:00.000000Z",
                string.Join('|', Enumerable.Repeat("NULL", 12)),
            ],
            await LinesAsync(warehouse, "select * from t order by a"));
    }

    [Theory]
    [InlineData("date '12018-11-05'", "12018-11-05")]
    [InlineData("date '9999-12-31' + 1", "10000-01-01")]
    [InlineData("timestamp '50806-03-18 10:19:56.5'", "50806-03-18 10:19:56.5")]
    [InlineData("timestamptz '12018-11-05 21:01:46+00'", "12018-11-05 21:01:46+00")]
    [InlineData("cast('infinity' as timestamp)", "infinity")]
    [InlineData("cast('-infinity' as date)", "-infinity")]
    [InlineData("date '0001-01-01' - 1", "0001-12-31 BC")]
    [InlineData("date '0001-01-01' - 366", "0001-01-01 BC")]
    [InlineData("interval '1 year 2 months'", "1 year 2 mons")]
    [InlineData("interval '3 days 04:05:06.5'", "3 days 04:05:06.5")]
    [InlineData("cast('24:00:00' as time)", "24:00:00")]
    [InlineData("cast('12:30:00+05:30' as timetz)", "12:30:00+05:30")]
    [InlineData("cast('1234567890123456789012345678901234.56' as decimal(38,4))", "1234567890123456789012345678901234.5600")]
    [InlineData("cast('-99999999999999999999999999999999999999' as decimal(38,0))", "-99999999999999999999999999999999999999")]
    [InlineData("cast(1.5 as decimal(38,2))", "1.50")]
    [InlineData("cast(0 as decimal(38,37))", "0.0000000000000000000000000000000000000")]
    [InlineData("cast('NaN' as double precision)", "NaN")]
    [InlineData("cast('infinity' as real)", "Infinity")]
    public async Task A_value_that_NET_has_none_of_is_shown_as_it_is(string expression, string shown)
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        Assert.Equal(shown, ResultText.Of((await warehouse.QueryAsync($"select {expression} as x", Stop)).Rows[0][0]));
    }

    [Theory]
    [InlineData("select '\\0'", "U+0000")]
    [InlineData("select 'a\\000b'", "U+0000")]
    [InlineData("select 1 -- \0\n where false", "U+0000")]
    public async Task What_would_end_a_statement_early_is_refused(string sql, string named)
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => warehouse.QueryAsync(sql, Stop));
        Assert.Contains(named, Assert.Single(error.Problems).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select $1")]
    [InlineData("select * from (select 1 as a) as t where a = $2")]
    public async Task A_parameter_without_a_value_fails_the_statement(string sql)
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => warehouse.QueryAsync(sql, Stop));
        Assert.Contains("parameter", Assert.Single(error.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_is_undone_as_a_whole_tables_included()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table kept (a int); insert into kept values (1)", Stop);
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync("create table gone (a int); create temp table staged (a int); delete from kept; insert into kept values (2), (3)", Stop);
        await warehouse.RollbackAsync();
        await warehouse.RollbackAsync();
        Assert.Equal(["1"], await LinesAsync(warehouse, "select a from kept"));
        Assert.Null(await warehouse.ColumnsOfAsync(new TableName(null, "gone"), Stop));
        Assert.Null(await warehouse.ColumnsOfAsync(new TableName(null, "staged"), Stop));
    }

    [Fact]
    public async Task A_failed_statement_is_told_with_its_place_and_its_transaction_can_be_undone()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a int)", Stop);
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync("insert into t values (1)", Stop);
        var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.QueryAsync(NoTable, Stop));
        Assert.Equal(ExitCode.RunFailed, error.ExitCode);
        Assert.Contains("no_such_table", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Problems[0].Place);
        Assert.NotNull(error.InnerException);
        await warehouse.RollbackAsync();
        Assert.Equal(0, await warehouse.CountAsync("select count(*) from t", Stop));
    }

    [Fact]
    public async Task A_cancelled_statement_ends_and_its_transaction_can_be_undone()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a int); insert into t values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)", Stop);
        await warehouse.BeginAsync(Stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => warehouse.QueryAsync(
            "select sum(a.a * b.a + c.a * d.a + e.a * f.a + g.a * h.a + i.a * j.a + k.a) from t a, t b, t c, t d, t e, t f, t g, t h, t i, t j, t k", cancel.Token));
        await warehouse.RollbackAsync();
        Assert.Equal(10, await warehouse.CountAsync("select count(*) from t", Stop));
    }

    [Fact]
    public async Task What_is_committed_is_there_for_the_next_session_and_what_is_not_is_gone()
    {
        await using var target = await MakeTargetAsync();
        await using (var warehouse = await target.OpenAsync())
        {
            await warehouse.BeginAsync(Stop);
            await warehouse.ExecuteAsync("create table t (a int); insert into t values (1)", Stop);
            await warehouse.CommitAsync();
            await warehouse.BeginAsync(Stop);
            await warehouse.ExecuteAsync("insert into t values (2)", Stop);
        }

        await using var next = await target.OpenAsync();
        Assert.Equal(["1"], await LinesAsync(next, "select a from t"));
    }

    [Fact]
    public async Task What_is_read_in_one_transaction_is_of_one_moment()
    {
        await using var target = await MakeTargetAsync();
        await using var reader = await target.OpenAsync();
        await using var writer = await target.OpenAsync();
        await writer.ExecuteAsync("create table t (a int); create table u (a int); insert into t values (1); insert into u values (1)", Stop);
        await reader.BeginReadingAsync(Stop);
        Assert.Equal(1, await reader.CountAsync("select sum(a) from t", Stop));
        await writer.BeginAsync(Stop);
        await writer.ExecuteAsync("update t set a = 2; update u set a = 2", Stop);
        await writer.CommitAsync();
        Assert.Equal(1, await reader.CountAsync("select sum(a) from u", Stop));
        await reader.RollbackAsync();
        Assert.Equal(2, await reader.CountAsync("select sum(a) from u", Stop));
        await writer.FlushAsync();
        Assert.Equal(4, await writer.CountAsync("select sum(t.a + u.a) from t, u", Stop));
    }

    [Fact]
    public async Task Sessions_of_one_target_load_beside_each_other()
    {
        await using var target = await MakeTargetAsync();
        await using var first = await target.OpenAsync();
        target.Put("few/1.json", "{\"id\":1}\n{\"id\":2}");
        target.Put("many/1.json", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{{\"id\":{i}}}\n")));
        await first.ExecuteAsync("create table few (id int); create table many (id int)", Stop);
        await using (var second = await target.OpenAsync())
        {
            var loads = await Task.WhenAll(LoadAsync(second, "many"), LoadAsync(first, "few"));
            Assert.Equal([50_000, 2], loads);
            Assert.Equal(2, await LoadAsync(second, "few"));
        }

        Assert.Equal(50_000, await LoadAsync(first, "many"));
        Assert.Equal(["100000|49999", "4|2"], await LinesAsync(first, "select count(*), max(id) from many union all select count(*), max(id) from few order by 1 desc"));

        async Task<long> LoadAsync(IWarehouse warehouse, string table)
        {
            using var result = await CopyAsync(target, warehouse, $"copy {table} from '{table}/' iam_role default json 'auto'");
            return result.RowsLoaded;
        }
    }

    [Fact]
    public async Task Rows_are_merged_by_key()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(
            """
            create table t (id bigint identity(1,1), k varchar(9) not null, v decimal(9,2), unique (k));
            insert into t (k, v) values ('a', 1), ('b', 2);
            create temp table "starlift_changes_t" as select 'b' as k, cast(20 as decimal(9,2)) as v union all select 'c', cast(null as decimal(9,2))
            """,
            Stop);
        await warehouse.ExecuteAsync(
            """
            merge into "t" using "starlift_changes_t" as s on "t"."k" = s."k"
            when matched then update set "v" = s."v" when not matched then insert ("k", "v") values (s."k", s."v")
            """,
            Stop);
        Assert.Equal(["a|1", "b|20", "c|NULL"], await LinesAsync(warehouse, "select k, v from t order by k"));
        Assert.Equal(3, await warehouse.CountAsync("select count(distinct id) from t", Stop));
    }

    [Theory]
    [InlineData(SqlTypeKind.SmallInt, "-32768, -32767, -33, -32, -31, -1, 0, 1, 31, 32, 63, 64, 32766, 32767")]
    [InlineData(SqlTypeKind.Integer, "-2147483648, -2147483647, -32, -1, 0, 31, 32, 2147483646, 2147483647")]
    [InlineData(SqlTypeKind.BigInt, "-9223372036854775808, -9223372036854775807, -32, -1, 0, 31, 32, 9223372036854775806, 9223372036854775807")]
    public async Task A_key_that_comes_twice_is_found_by_blocks(SqlTypeKind kind, string numbers)
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync($"create table t (v varchar(9), n {new SqlType(kind)})", Stop);
        var blocks = $"select count(*) {KeyBlocks.WithKeyTwice("t", [("v", new SqlType(SqlTypeKind.Varchar)), ("n", new SqlType(kind))])}";
        foreach (var number in numbers.Split(", "))
        {
            await warehouse.ExecuteAsync($"insert into t values ('a', {number}), ('b', {number}), (null, {number}), ('a', null)", Stop);
        }

        Assert.Equal(0, await warehouse.CountAsync(blocks, Stop));
        foreach (var number in numbers.Split(", "))
        {
            await warehouse.ExecuteAsync($"insert into t values ('b', {number})", Stop);
            Assert.Equal(1, await warehouse.CountAsync(blocks, Stop));
            await warehouse.ExecuteAsync($"delete from t where v = 'b' and n = {number}; insert into t values ('b', {number})", Stop);
            Assert.Equal(0, await warehouse.CountAsync(blocks, Stop));
        }
    }

    [Fact]
    public async Task A_statement_counts_the_rows_it_touches()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a int)", Stop);
        Assert.Equal(3, await warehouse.ExecuteAsync("insert into t values (1), (2), (3)", Stop));
        Assert.Equal(2, await warehouse.ExecuteAsync("update t set a = a + 1 where a > 1", Stop));
        Assert.Equal(1, await warehouse.ExecuteAsync("delete from t where a = 1", Stop));
    }

    [Fact]
    public async Task Columns_behind_a_sorted_aggregate_keep_their_names()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table things (id int, name varchar(9))", Stop);

        var rows = await warehouse.QueryAsync(
            Assert.Single(SqlScript.Parse("a.sql", "select listagg(name, ',') within group (order by name), cast(id as bigint), count(*) from things group by id")), Stop);

        Assert.Equal(["listagg", "id", "count"], rows.Columns);
    }

    [Fact]
    public async Task Names_are_data_too()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(
            """
            create table "ta""b;le" ("se;lect" int, "a'b" varchar(20), "é ü" int);
            insert into "ta""b;le" values (1, '''; drop table x; --', 2)
            """,
            Stop);
        var name = new TableName(null, "ta\"b;le");
        Assert.Equal(["se;lect", "a'b", "é ü"], await warehouse.ColumnsOfAsync(name, Stop));
        await warehouse.AppendAsync(name, [[2, "\"'\\;\t\r\n\u2028👍", 3]], Stop);
        target.Put("data/1.json", """{"se;lect":3,"a'b":"'); --","é ü":4}""");
        using var result = await CopyAsync(target, warehouse, "copy \"ta\"\"b;le\" from 'data/' iam_role default json 'auto'");
        Assert.Equal(
            ["1|'; drop table x; --|2", "2|\"'\\;\t\r\n\u2028👍|3", "3|'); --|4"], await LinesAsync(warehouse, "select * from \"ta\"\"b;le\" order by \"se;lect\""));
    }

    [Fact]
    public async Task Rows_are_appended_as_they_are()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a bigint, b integer, c varchar(max), d timestamp, e boolean, f double precision, g decimal(10,2))", Stop);
        var time = new DateTime(2020, 2, 29, 23, 59, 58, DateTimeKind.Utc).AddMicroseconds(123_456);
        await warehouse.AppendAsync(new TableName(null, "t"), [[1L, 2, "x", time, true, 0.5, 1.25m], [2L, null, null, null, null, null, null]], Stop);
        await warehouse.AppendAsync(new TableName(null, "t"), [], Stop);
        Assert.Equal(
            ["1|2|x|2020-02-29 23:59:58.123456|true|0.5|1.25", "2|NULL|NULL|NULL|NULL|NULL|NULL"], await LinesAsync(warehouse, "select * from t order by a"));
    }

    [Fact]
    public async Task A_held_target_says_who_holds_it_since_when_and_is_free_when_that_session_ends()
    {
        await using var target = await MakeTargetAsync();
        await using var first = await target.OpenAsync();
        await using var second = await target.OpenAsync();
        var held = await first.LockAsync("ada@desk", Stop);
        var error = await Assert.ThrowsAsync<StarliftException>(() => second.LockAsync("bob@desk", Stop));
        Assert.Equal(ExitCode.Locked, error.ExitCode);
        Assert.Matches(@"ada@desk.* since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", error.Message);
        Assert.NotNull(error.Hint);
        await held.DisposeAsync();
        await using (await second.LockAsync("bob@desk", Stop))
        {
            await Assert.ThrowsAsync<StarliftException>(() => first.LockAsync("ada@desk", Stop));
        }

        await using (await first.LockAsync("ada@desk", Stop))
        {
        }
    }

    private protected static async Task<IReadOnlyList<string>> LinesAsync(IWarehouse warehouse, string sql) =>
        ScratchTarget.Lines(await warehouse.QueryAsync(sql, Stop));

    private protected static Task<CopyResult> CopyAsync(ScratchTarget target, IWarehouse warehouse, string sql) =>
        target.CopyAsync(warehouse, (CopyStatement)SqlScript.Parse("copy.sql", sql)[0]);

    internal static Task<RunReport> RunAsync(Projects.Project project, ScratchTarget target, IWarehouse warehouse, RunOptions? options = null) =>
        new Runner(project, warehouse, target.Store, new SilentObserver(), new RunIdentity("1.2.3", "scratch", "ada@desk", TimeProvider.System))
            .RunAsync(options ?? RunOptions.Default, Stop);
}
