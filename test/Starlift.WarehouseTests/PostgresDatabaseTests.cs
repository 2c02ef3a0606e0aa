using Starlift.Errors;
using Starlift.Postgres;
using Starlift.Secrets;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What the database and the user it is opened with must not change: the lengths of texts, and the schema of tables.</summary>
public sealed class PostgresDatabaseTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQL_ASCII")]
    [InlineData("LATIN1")]
    public async Task A_database_in_which_texts_have_other_lengths_is_refused(string encoding)
    {
        var server = PostgresTarget.GetServer();
        var database = $"test_{Guid.NewGuid():N}";
        await server.ExecuteAsync(
            "postgres", $"CREATE DATABASE {database} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C' STRATEGY file_copy", Stop);
        try
        {
            var error = await Assert.ThrowsAsync<ConfigurationException>(
                () => PostgresWarehouse.OpenAsync(server.OptionsFor(database), _ => null, null!, Stop));
            Assert.Equal($"the encoding of database {database} is {encoding}, in which texts have other lengths than on Redshift", error.Message);
            Assert.Contains("ENCODING 'UTF8'", error.Hint, StringComparison.Ordinal);
        }
        finally
        {
            await server.DropDatabaseAsync(database);
        }
    }

    [Theory]
    [InlineData("\"$user\", public", "public")]
    [InlineData("starlift, \"$user\"", "public")]
    [InlineData("starlift, analytics, public", "analytics")]
    public async Task A_user_named_starlift_gets_no_tables_into_the_schema_of_Starlifts_own(string searchPath, string schema)
    {
        await using var target = await PostgresTarget.MakeAsync();
        Assert.Equal("starlift", target.Options.User);
        await target.Server.ExecuteAsync(
            target.Database, $"CREATE SCHEMA starlift; CREATE SCHEMA analytics; ALTER DATABASE {target.Database} SET search_path = {searchPath}", Stop);
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table facts (id int)", Stop);
        var found = await warehouse.QueryAsync("select schemaname from pg_tables where tablename = 'facts'", Stop);
        Assert.Equal([schema], ScratchTarget.Lines(found));
    }

    [Fact]
    public async Task Another_user_keeps_the_schema_of_its_name()
    {
        await using var target = await PostgresTarget.MakeAsync();
        var user = $"owner_{Guid.NewGuid():N}";
        await target.Server.ExecuteAsync(target.Database, $"CREATE ROLE {user} LOGIN PASSWORD 'of-an-owner'; CREATE SCHEMA {user} AUTHORIZATION {user}", Stop);
        try
        {
            var options = target.Options with { User = user, Password = new Secret("of-an-owner") };
            await using (var warehouse = await PostgresWarehouse.OpenAsync(options, _ => null, target.Store, Stop))
            {
                await warehouse.ExecuteAsync("create table facts (id int)", Stop);
                Assert.Equal([user], ScratchTarget.Lines(await warehouse.QueryAsync("select schemaname from pg_tables where tablename = 'facts'", Stop)));
            }
        }
        finally
        {
            await target.Server.ExecuteAsync(target.Database, $"DROP OWNED BY {user}; DROP ROLE {user}", CancellationToken.None);
        }
    }
}
