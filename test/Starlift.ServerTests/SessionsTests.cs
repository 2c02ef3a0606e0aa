using Npgsql;

namespace Starlift.ServerTests;

/// <summary>What sessions do to each other.</summary>
public sealed class SessionsTests
{
    const string Endless = "select count(*) from numbers a, numbers b, numbers c, numbers d, numbers e";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_ends_another_or_its_statement()
    {
        await using var server = await TestServer.StartAsync();
        await using var admin = await server.OpenAsync();
        await using var other = await server.OpenAsync();
        await ExecuteAsync(admin, "create table numbers (n int); insert into numbers values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16)");
        await ExecuteAsync(admin, string.Join("; ", Enumerable.Repeat("insert into numbers select n from numbers", 5)));
        var process = await OneAsync(other, "select pg_backend_pid()");
        Assert.Equal(0, await OneAsync(admin, "select pg_terminate_backend(1)"));

        var running = ExecuteAsync(other, Endless);
        await Task.Delay(200, Stop);
        Assert.Equal(1, await OneAsync(admin, $"select pg_cancel_backend({process})"));
        Assert.Equal("57014", (await Assert.ThrowsAsync<PostgresException>(() => running)).SqlState);
        Assert.Equal(1, await OneAsync(other, "select 1"));

        running = ExecuteAsync(other, Endless);
        await Task.Delay(200, Stop);
        Assert.Equal(1, await OneAsync(admin, $"select pg_terminate_backend({process})"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => running);
        await Assert.ThrowsAnyAsync<Exception>(() => OneAsync(other, "select 1"));
    }

    [Fact]
    public async Task A_lock_waits_for_writers_and_holds_them_off_for_as_long_as_they_wait()
    {
        await using var server = await TestServer.StartAsync();
        await using var first = await server.OpenAsync();
        await using var second = await server.OpenAsync();
        await ExecuteAsync(first, "create table boats (id int)");
        await ExecuteAsync(first, "begin");
        await ExecuteAsync(first, "insert into boats values (1)");
        await ExecuteAsync(second, "begin");
        var locking = ExecuteAsync(second, "lock table boats");
        await Task.Delay(100, Stop);
        Assert.False(locking.IsCompleted);
        await ExecuteAsync(first, "commit");
        await locking;
        // it sees what it has waited for
        Assert.Equal(1, await OneAsync(second, "select count(*) from boats"));

        await ExecuteAsync(first, "set statement_timeout to 100");
        Assert.Equal("57014", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(first, "insert into boats values (2)"))).SqlState);
        await ExecuteAsync(second, "rollback");
        await ExecuteAsync(first, "insert into boats values (2)");

        Assert.Equal(2, await OneAsync(first, "select count(*) from boats"));
    }

    [Fact]
    public async Task Who_reads_a_locked_table_waits_and_sees_what_it_has_waited_for()
    {
        await using var server = await TestServer.StartAsync();
        await using var first = await server.OpenAsync();
        await using var second = await server.OpenAsync();
        await ExecuteAsync(first, "create table boats (id int); create table piers (id int)");
        await ExecuteAsync(first, "begin");
        await ExecuteAsync(first, "lock boats");
        await ExecuteAsync(second, "begin");
        var reading = OneAsync(second, "with afloat as (select id from boats) select count(*) from afloat");
        await ExecuteAsync(first, "insert into boats select 1 from (select 1) union all select 2");
        await Task.Delay(100, Stop);
        Assert.False(reading.IsCompleted);
        await ExecuteAsync(first, "commit");
        Assert.Equal(2, await reading);

        // and who locks a table waits for those that have read it
        await ExecuteAsync(first, "begin");
        await ExecuteAsync(first, "lock piers");
        await ExecuteAsync(first, "rollback");
        await ExecuteAsync(first, "begin");
        await ExecuteAsync(first, "set statement_timeout to 100");
        Assert.Equal("57014", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(first, "lock boats"))).SqlState);
        await ExecuteAsync(first, "rollback");
        await ExecuteAsync(second, "commit");
        await ExecuteAsync(first, "begin");
        await ExecuteAsync(first, "lock boats");
        Assert.Equal(2, await OneAsync(first, "select count(*) from boats"));
    }

    [Theory]
    [InlineData("insert into boats values (3)")]
    [InlineData("update boats set id = 3")]
    [InlineData("truncate boats")]
    [InlineData("drop table boats")]
    [InlineData("create table more (id int)")]
    [InlineData("create table more as select id from boats")]
    [InlineData("select id into more from boats")]
    [InlineData("alter table boats add column name varchar(8)")]
    [InlineData("create view seen as select id from boats")]
    [InlineData("comment on table boats is 'afloat'")]
    [InlineData("execute adding")]
    public async Task A_transaction_that_is_read_only_refuses_what_writes(string sql)
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table boats (id int); insert into boats values (1), (2)");
        await ExecuteAsync(connection, "prepare adding as insert into boats values (3)");
        await ExecuteAsync(connection, "begin read only");
        Assert.Equal(2, await OneAsync(connection, "select count(*) from boats"));
        Assert.Equal("25006", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connection, sql))).SqlState);
        await ExecuteAsync(connection, "rollback");
        Assert.Equal(2, await OneAsync(connection, "select count(*) from boats"));
    }

    [Fact]
    public async Task Two_that_wait_for_each_other_are_told()
    {
        await using var server = await TestServer.StartAsync();
        await using var first = await server.OpenAsync();
        await using var second = await server.OpenAsync();
        await ExecuteAsync(first, "create table a (id int); create table b (id int)");
        await ExecuteAsync(first, "begin");
        await ExecuteAsync(first, "lock table a");
        await ExecuteAsync(second, "begin");
        await ExecuteAsync(second, "lock table b");
        var waiting = ExecuteAsync(first, "lock table b");
        await Task.Delay(100, Stop);
        Assert.Equal("40P01", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(second, "lock table a"))).SqlState);
        await ExecuteAsync(second, "rollback");
        await waiting;
    }

    [Fact]
    public async Task A_session_finds_its_temporary_tables_in_the_catalogue_and_others_do_not()
    {
        const string Columns = "select count(*) from pg_attribute a join pg_class c on a.attrelid = c.oid where c.relname = 'passing' and pg_table_is_visible(c.oid) and a.attnum > 0 and format_type(a.atttypid, a.atttypmod) = 'character varying(7)'";
        await using var server = await TestServer.StartAsync();
        await using var first = await server.OpenAsync();
        await using var second = await server.OpenAsync();
        await ExecuteAsync(first, "create temp table passing (name varchar(7))");
        Assert.Equal((1, 0), (await OneAsync(first, Columns), await OneAsync(second, Columns)));
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    static async Task<int> OneAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(Stop), System.Globalization.CultureInfo.InvariantCulture);
    }
}
