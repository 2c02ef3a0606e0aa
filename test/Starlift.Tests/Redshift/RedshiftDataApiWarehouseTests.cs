using System.Globalization;
using System.Numerics;
using Starlift.Errors;
using Starlift.Redshift;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftDataApiWarehouseTests
{
    public static TheoryData<string, object?, object?> Fields => new()
    {
        { "bool", true, true },
        { "int2", -7L, (short)-7 },
        { "int4", 7L, 7 },
        { "int8", long.MaxValue, long.MaxValue },
        { "oid", 4_000_000_000L, 4_000_000_000L },
        { "numeric", "-12.50", -12.50m },
        { "numeric", "12345678901234567890123456789012345678", new WideDecimal(BigInteger.Parse("12345678901234567890123456789012345678", CultureInfo.InvariantCulture), 0) },
        { "float4", 1.10000002384185791, 1.1f },
        { "float4", 1.1, 1.1f },
        { "float8", 1e300, 1e300 },
        { "float8", double.NaN, double.NaN },
        { "float8", double.NegativeInfinity, double.NegativeInfinity },
        { "date", "2018-11-01", new DateOnly(2018, 11, 1) },
        { "date", "12018-11-01", "12018-11-01" },
        { "time", "01:02:03.5", new TimeOnly(1, 2, 3, 500) },
        { "timetz", "01:02:03+00", "01:02:03+00" },
        { "timestamp", "2018-11-01 01:02:03.456", new DateTime(2018, 11, 1, 1, 2, 3, 456) },
        { "timestamptz", "2018-11-01 01:02:03+00", new DateTimeOffset(2018, 11, 1, 1, 2, 3, TimeSpan.Zero) },
        { "bpchar", "ab   ", "ab" },
        { "varchar", "ab   ", "ab   " },
        { "varchar", "", "" },
        { "super", """{"a":1}""", """{"a":1}""" },
        { "varbyte", "00ff", new byte[] { 0, 255 } },
        { "varbyte", new byte[] { 0, 255 }, new byte[] { 0, 255 } },
        { "geometry", "0101", "0101" },
        { "interval", "1 day", "1 day" },
        { "a type of the future", 1.5, 1.5 },
        { "int4", null, null },
        { "varchar", null, null },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_becomes_a_value_of_its_type(string type, object? field, object? expected)
    {
        await using var warehouse = Open(new ScriptedDataApi { Answers = { ["select x from a"] = new RedshiftAnswer([("x", type)], [[field]], 1) } });
        var result = await warehouse.QueryAsync(Parse("select x from a"), Cancel);
        Assert.Equal(["x"], result.Columns);
        Assert.Equal(expected, Assert.Single(Assert.Single(result.Rows)));
    }

    [Theory]
    [InlineData("insert into a values (1)", 3, 3)]
    [InlineData("delete from a", 0, 0)]
    [InlineData("set enable_result_cache_for_session to off", 0, -1)]
    [InlineData("create table b (x integer)", 5, -1)]
    public async Task Rows_are_counted_of_statements_that_change_rows(string sql, long counted, long expected)
    {
        await using var warehouse = Open(new ScriptedDataApi { Answers = { [sql] = new RedshiftAnswer(null, [], counted) } });
        Assert.Equal(expected, await warehouse.ExecuteAsync(Parse(sql), Cancel));
    }

    [Fact]
    public async Task A_new_session_is_set_up_before_anything_else_is_sent()
    {
        var api = new ScriptedDataApi();
        await using var warehouse = Open(api);
        Assert.Empty(api.Sent);
        await warehouse.QueryAsync(Parse("select 1"), Cancel);
        await warehouse.QueryAsync(Parse("select 2"), Cancel);
        api.Session = null;
        await warehouse.QueryAsync(Parse("select 3"), Cancel);
        string[] opening = ["set query_group to 'starlift-music'", "select current_user"];
        Assert.Equal([.. opening, "select 1", "select 2", .. opening, "select 3"], api.Sent);
    }

    [Fact]
    public async Task A_session_whose_setting_up_failed_is_set_up_again()
    {
        var api = new ScriptedDataApi { Refusals = { ["select current_user"] = "ERROR: out of memory" } };
        await using var warehouse = Open(api);
        await Assert.ThrowsAsync<StarliftException>(() => warehouse.QueryAsync(Parse("select 1"), Cancel));
        api.Refusals.Clear();
        await warehouse.QueryAsync(Parse("select 1"), Cancel);
        Assert.Equal(["set query_group to 'starlift-music'", "select current_user", "set query_group to 'starlift-music'", "select current_user", "select 1"], api.Sent);
    }

    [Fact]
    public async Task Rows_are_appended_in_statements_that_the_Data_API_takes()
    {
        var api = new ScriptedDataApi();
        await using var warehouse = Open(api);
        await warehouse.AppendAsync(new TableName("starlift", "ledger"), Enumerable.Range(0, 100).Select(n => new object?[] { n, new string('ä', 1_000) }), Cancel);
        var inserts = api.Sent.Where(sql => sql.StartsWith("insert into \"starlift\".\"ledger\" values", StringComparison.Ordinal)).ToList();
        Assert.True(inserts.Count > 1);
        Assert.All(inserts, sql => Assert.True(System.Text.Encoding.UTF8.GetByteCount(sql) < 100_000));
        Assert.Equal(100, inserts.Sum(sql => sql.Split("\n(").Length - 1));
    }

    [Fact]
    public async Task Nothing_that_needs_a_transaction_is_sent()
    {
        var api = new ScriptedDataApi();
        await using var warehouse = Open(api);
        Assert.Equal(ExitCode.Usage, (await Assert.ThrowsAsync<ConfigurationException>(() => warehouse.BeginAsync(Cancel))).ExitCode);
        await Assert.ThrowsAsync<ConfigurationException>(() => warehouse.BeginReadingAsync(Cancel));
        await Assert.ThrowsAsync<ConfigurationException>(() => warehouse.LockAsync("ada@sea", Cancel));
        await Assert.ThrowsAsync<ConfigurationException>(warehouse.CommitAsync);
        await warehouse.RollbackAsync();
        Assert.Empty(api.Sent);
    }

    [Fact]
    public async Task A_session_for_reading_executes_no_statement_but_queries()
    {
        var api = new ScriptedDataApi();
        await using var warehouse = new RedshiftDataApiWarehouse(api, WarehouseAccess.Read, "starlift-music", _ => null);
        foreach (var sql in new[] { "delete from a", "create table b (x integer)", "drop table a", "select 1 as x into b", "call p()" })
        {
            Assert.StartsWith("this statement writes", (await Assert.ThrowsAsync<StarliftException>(() => warehouse.ExecuteAsync(Parse(sql), Cancel))).Problems[0].What, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Usage, (await Assert.ThrowsAsync<StarliftException>(() => warehouse.QueryAsync(Parse(sql), Cancel))).ExitCode);
        }

        Assert.Empty(api.Sent);
        Assert.True(warehouse.Capabilities.OnlyReads);
    }

    [Theory]
    [InlineData("ERROR: permission denied for relation a", ExitCode.Access, "permission denied for relation a", "grant the right to the target's user, or choose another user")]
    [InlineData("ERROR: must be owner of relation a", ExitCode.Access, "must be owner of relation a", "grant the right to the target's user, or choose another user")]
    [InlineData("FATAL: database \"x\" does not exist", ExitCode.Access, "Redshift refuses the login: database \"x\" does not exist", "check the target's database, user and secret, or that IAM may map to this user")]
    [InlineData("ERROR: S3ServiceException:Access Denied,Status 403", ExitCode.Access, "the role of the COPY may not read what it names: S3ServiceException:Access Denied,Status 403", "allow it s3:ListBucket and s3:GetObject: starlift iam print --for copy-role")]
    [InlineData("ERROR: relation \"a\" does not exist", ExitCode.RunFailed, "relation \"a\" does not exist", null)]
    [InlineData("the statement was stopped", ExitCode.RunFailed, "the statement was stopped", null)]
    public async Task What_Redshift_says_is_told_with_its_way_out(string words, ExitCode code, string what, string? hint)
    {
        await using var warehouse = Open(new ScriptedDataApi { Refusals = { ["select x from a"] = words } });
        var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.QueryAsync(Parse("select x from a"), Cancel));
        Assert.Equal((code, what, hint), (error.ExitCode, error.Problems[0].What, error.Hint));
    }

    [Fact]
    public async Task The_definition_of_a_table_is_read_off_the_catalogue()
    {
        var api = new ScriptedDataApi { Catalogue = new RedshiftAnswer(
            [("attname", "name"), ("type", "text"), ("attnotnull", "bool"), ("adsrc", "text")],
            [["id", "bigint", true, null], ["name", "character varying(20)", false, "'none'::character varying"]],
            2) };
        await using var warehouse = Open(api);
        var table = (await warehouse.DefinitionOfAsync(new TableName("music", "a"), Cancel))!;
        Assert.Equal(["id bigint True", "name varchar(20) False"], table.Columns.Select(column => $"{column.Name} {column.Type} {column.NotNull}"));
        Assert.Equal(["id", "name"], await warehouse.ColumnsOfAsync(new TableName("music", "a"), Cancel));
        api.Catalogue = new RedshiftAnswer(api.Catalogue.Columns, [], 0);
        Assert.Null(await warehouse.DefinitionOfAsync(new TableName("music", "a"), Cancel));
        Assert.Null(await warehouse.ColumnsOfAsync(new TableName("music", "a"), Cancel));
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static RedshiftDataApiWarehouse Open(ScriptedDataApi api) => new(api, WarehouseAccess.Write, "starlift-music", _ => null);

    static SqlStatement Parse(string sql) => SqlScript.Parse("query", sql)[0];

    /// <summary>Answers what a test says, and keeps what it was sent.</summary>
    sealed class ScriptedDataApi : IRedshiftDataApi
    {
        int _sessions;

        public Dictionary<string, RedshiftAnswer> Answers { get; } = [];

        public Dictionary<string, string> Refusals { get; } = [];

        public List<string> Sent { get; } = [];

        public RedshiftAnswer? Catalogue { get; set; }

        public string? Session { get; set; }

        public Task<RedshiftAnswer> ExecuteAsync(string sql, CancellationToken cancellationToken)
        {
            Session ??= $"session {++_sessions}";
            Sent.Add(sql);
            return Refusals.TryGetValue(sql, out var words) ? throw new RedshiftRefusedException(words)
                : Task.FromResult(Answers.GetValueOrDefault(sql)
                    ?? (sql.Contains("from pg_attribute", StringComparison.Ordinal) ? Catalogue : null)
                    ?? new RedshiftAnswer([("current_user", "name")], [["ada"]], 1));
        }

        public void Dispose()
        {
        }
    }
}
