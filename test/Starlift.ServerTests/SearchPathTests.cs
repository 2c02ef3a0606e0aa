using Npgsql;

namespace Starlift.ServerTests;

/// <summary>Names without a schema mean what the session's search path leads to.</summary>
public sealed class SearchPathTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schema_of_the_users_name_comes_first()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await ExecuteAsync(connection, "create table t as select 'public' as x");
        await ExecuteAsync(connection, "create schema awsuser");
        await ExecuteAsync(connection, "create table t as select 'own' as x");
        Assert.Equal("own/public", await ValueAsync(connection, "select t.x || '/' || p.x from t, public.t p"));
        Assert.Equal("awsuser", await ValueAsync(connection, "select current_schema()"));
    }

    [Fact]
    public async Task A_path_is_that_of_its_session_alone()
    {
        await using var server = await TestServer.StartAsync();
        await using var one = await server.OpenAsync();
        await using var other = await server.OpenAsync();
        await ExecuteAsync(one, "create schema a; set search_path to a");
        await ExecuteAsync(one, "create table t (x varchar(9))");
        await ExecuteAsync(other, "create table t (x varchar(3))");
        await ExecuteAsync(one, "insert into t values ('123456789')");
        await using var insert = new NpgsqlCommand("insert into t select x || $1 from t", other) { Parameters = { new() { Value = "x" } } };
        await insert.ExecuteNonQueryAsync(Stop);
        Assert.Equal("1/0", await ValueAsync(one, "select (select count(*) from t)::varchar || '/' || (select count(*) from public.t)::varchar"));
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    static async Task<object?> ValueAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop);
    }
}
