using Npgsql;

namespace Starlift.ServerTests;

/// <summary>The extended protocol with binary results and parameters, as Npgsql speaks it.</summary>
public sealed class NpgsqlTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("select 1::smallint", (short)1)]
    [InlineData("select 7", 7)]
    [InlineData("select 7000000000", 7_000_000_000L)]
    [InlineData("select 1.5::float8", 1.5)]
    [InlineData("select 'it''s'::varchar", "it's")]
    [InlineData("select 1 = 1", true)]
    public async Task A_value_has_its_type(string sql, object value)
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.Equal(value, await command.ExecuteScalarAsync(Stop));
    }

    [Theory]
    [InlineData("12345678.9012")]
    [InlineData("-0.0001")]
    [InlineData("0.0000")]
    [InlineData("10000.0000")]
    [InlineData("99999999.9999")]
    public async Task A_decimal_keeps_its_digits(string digits)
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var command = new NpgsqlCommand($"select cast('{digits}' as decimal(12, 4)), cast($1 as decimal(12, 4))", connection);
        var value = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        Assert.True(await reader.ReadAsync(Stop));
        Assert.Equal(value, reader.GetDecimal(0));
        Assert.Equal(value, reader.GetDecimal(1));
    }

    [Fact]
    public async Task Parameters_of_each_type_come_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        var moment = new DateTime(2018, 11, 5, 10, 11, 12, 345, DateTimeKind.Unspecified);
        object[] values = [(short)5, -6, 7_000_000_000L, 1.25f, -2.5, true, "a 'quoted' \\ text", new DateOnly(1999, 12, 31), moment];
        await using var command = new NpgsqlCommand($"select {string.Join(", ", Enumerable.Range(1, values.Length).Select(number => $"${number}"))}", connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await using var reader = await command.ExecuteReaderAsync(Stop);
        Assert.True(await reader.ReadAsync(Stop));
        var back = new object[values.Length];
        reader.GetValues(back);
        Assert.Equal(values.Select(value => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : value), back.Select(value => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : value));
    }

    [Fact]
    public async Task NULL_is_NULL()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var command = new NpgsqlCommand("select $1::int, null::varchar", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync(Stop);
        Assert.True(await reader.ReadAsync(Stop));
        Assert.True(reader.IsDBNull(0) && reader.IsDBNull(1));
    }

    [Fact]
    public async Task A_prepared_statement_is_executed_with_other_values()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table t (id int, name varchar(10))");
        await using var insert = new NpgsqlCommand("insert into t values ($1, $2)", connection);
        insert.Parameters.Add(new NpgsqlParameter<int>());
        insert.Parameters.Add(new NpgsqlParameter<string>());
        await insert.PrepareAsync(Stop);
        for (var id = 1; id <= 3; id++)
        {
            insert.Parameters[0].Value = id;
            insert.Parameters[1].Value = $"name {id}";
            Assert.Equal(1, await insert.ExecuteNonQueryAsync(Stop));
        }

        Assert.Equal(["1|name 1", "2|name 2", "3|name 3"], await LinesAsync(connection, "select id, name from t order by id"));
    }

    [Fact]
    public async Task A_transaction_is_rolled_back_and_another_committed()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var other = await server.OpenAsync();
        await ExecuteAsync(connection, "create table t (id int)");
        await using (var first = await connection.BeginTransactionAsync(Stop))
        {
            await ExecuteAsync(connection, "insert into t values (1)");
            Assert.Equal(["0"], await LinesAsync(other, "select count(*) from t"));
            await first.RollbackAsync(Stop);
        }

        await using (var second = await connection.BeginTransactionAsync(Stop))
        {
            await ExecuteAsync(connection, "insert into t values (2)");
            await second.CommitAsync(Stop);
        }

        Assert.Equal(["2"], await LinesAsync(other, "select id from t"));
    }

    [Fact]
    public async Task Statements_that_are_sent_together_are_one_transaction()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table t (id int)");
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("insert into t values (1)"), new("insert into t values ('x')"), new("insert into t values (3)") } };
        await Assert.ThrowsAsync<PostgresException>(() => batch.ExecuteNonQueryAsync(Stop));
        Assert.Equal(["0"], await LinesAsync(connection, "select count(*) from t"));
    }

    [Fact]
    public async Task An_error_has_its_state_and_place_and_the_session_goes_on()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table t (id int)");
        var error = await Assert.ThrowsAsync<PostgresException>(() => LinesAsync(connection, "select id,\n  nme from t"));
        Assert.Equal(("42703", 14), (error.SqlState, error.Position));
        Assert.Equal("42P01", (await Assert.ThrowsAsync<PostgresException>(() => LinesAsync(connection, "select 1 from nowhere"))).SqlState);
        Assert.Equal("42601", (await Assert.ThrowsAsync<PostgresException>(() => LinesAsync(connection, "selec 1"))).SqlState);
        Assert.Equal(["0"], await LinesAsync(connection, "select count(*) from t"));
    }

    [Fact]
    public async Task A_failed_block_takes_nothing_but_its_end()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await Assert.ThrowsAsync<PostgresException>(() => LinesAsync(connection, "select 1 / 0"));
        Assert.Equal("25P02", (await Assert.ThrowsAsync<PostgresException>(() => LinesAsync(connection, "select 1"))).SqlState);
        await transaction.RollbackAsync(Stop);
        Assert.Equal(["1"], await LinesAsync(connection, "select 1"));
    }

    [Fact]
    public async Task A_statement_is_cancelled()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table n (i int); insert into n values (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)");
        await using var command = new NpgsqlCommand("select count(*) from n a, n b, n c, n d, n e, n f, n g, n h, n i, n j where a.i + b.i + c.i + d.i + e.i + f.i + g.i + h.i + i.i + j.i = 7", connection);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        await Assert.ThrowsAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(soon.Token));
        Assert.Equal(["1"], await LinesAsync(connection, "select 1"));
    }

    [Fact]
    public async Task COPY_loads_and_rejects_are_found_in_and_out_of_a_block()
    {
        await using var server = await TestServer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(server.Bucket, "1.json"), """{"id":1}{"id":"x"}{"id":3}""", Stop);
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table t (id int)");
        const string Copy = "copy t from 's3://bucket/' iam_role default json 'auto' maxerror 5";
        await ExecuteAsync(connection, Copy);
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await ExecuteAsync(connection, Copy);
            await transaction.CommitAsync(Stop);
        }

        Assert.Equal(["1", "1", "3", "3"], await LinesAsync(connection, "select id from t order by id"));
        Assert.Equal(["2"], await LinesAsync(connection, "select count(*) from stl_load_errors"));
        Assert.Equal(["2"], await LinesAsync(connection, "select pg_last_copy_count()"));
    }

    [Fact]
    public async Task A_large_result_comes_whole()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table n (i int); insert into n values (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)");
        await using var command = new NpgsqlCommand("select a.i, 'text ' || b.i from n a, n b, n c, n d, n e", connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        long count = 0, sum = 0;
        while (await reader.ReadAsync(Stop))
        {
            count++;
            sum += reader.GetInt32(0);
        }

        Assert.Equal((100_000, 550_000), (count, sum));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_password_is_asked_for(bool byMd5)
    {
        await using var server = await TestServer.StartAsync(options => TestServer.WithPassword(options) with { ByMd5 = byMd5 });
        await using (var right = await server.OpenAsync("Password=a-password-of-the-tests"))
        {
            Assert.Equal(["1"], await LinesAsync(right, "select 1"));
        }

        Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => server.OpenAsync("Password=another"))).SqlState);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    static async Task<IReadOnlyList<string>> LinesAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetValue(index))));
        }

        return lines;
    }
}
