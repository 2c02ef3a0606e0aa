using Npgsql;

namespace Starlift.ServerTests;

/// <summary>What a client is told of types: those of parameters, which the statement's context wants, and those that Npgsql loads when it connects.</summary>
public sealed class NpgsqlTypesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("Server Compatibility Mode=Redshift")]
    public async Task Npgsql_loads_its_types(string mode)
    {
        await using var server = await TestServer.StartAsync();
        var connectionString = server.ConnectionString().Replace("Server Compatibility Mode=NoTypeLoading;", "", StringComparison.Ordinal) + mode;
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(Stop);
        await using var command = new NpgsqlCommand("select relname, oid, relkind, relnatts from pg_class", connection);
        await using var make = new NpgsqlCommand("create table songs (id int, title varchar(10))", connection);
        await make.ExecuteNonQueryAsync(Stop);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        Assert.True(await reader.ReadAsync(Stop));
        Assert.Equal(["name", "oid", "char", "smallint"], Enumerable.Range(0, 4).Select(reader.GetDataTypeName));
        Assert.Equal("8.0.2", connection.PostgreSqlVersion.ToString());
    }

    [Theory]
    [InlineData("select id from t where id = $1", "integer")]
    [InlineData("select id from t where $1 between d and d + 7", "date")]
    [InlineData("insert into t values ($1, $2, $3, $4, $5)", "integer character varying numeric date timestamp without time zone")]
    [InlineData("update t set name = $1 where id = $2 and n > $3", "character varying integer numeric")]
    [InlineData("select dateadd(day, $1, ts) from t", "bigint")]
    [InlineData("select upper($1), $2::bigint, $3", "character varying bigint character varying")]
    [InlineData("select id from t where name in ($1, $2) limit $3", "character varying character varying bigint")]
    [InlineData("select case when $1 then $2 else id end from t", "boolean integer")]
    [InlineData("delete from t where $1 is null or id = $1", "integer")]
    public async Task Parameters_have_the_types_that_their_places_want(string sql, string types)
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var make = new NpgsqlCommand("create table t (id int, name varchar(10), n decimal(8,2), d date, ts timestamp)", connection);
        await make.ExecuteNonQueryAsync(Stop);
        await using var command = new NpgsqlCommand(sql.Replace("$", "@p", StringComparison.Ordinal), connection);
        NpgsqlCommandBuilder.DeriveParameters(command);
        Assert.Equal(types, string.Join(' ', command.Parameters.Select(parameter => parameter.DataTypeName)));
    }

    [Fact]
    public async Task A_parameter_that_cant_be_is_told_when_the_statement_is_described()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var command = new NpgsqlCommand("select id from nowhere where id = @p1", connection);
        var error = Assert.Throws<PostgresException>(() => NpgsqlCommandBuilder.DeriveParameters(command));
        Assert.Equal(("42P01", "relation \"nowhere\" does not exist"), (error.SqlState, error.MessageText));
    }
}
