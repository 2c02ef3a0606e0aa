using Npgsql;
using Starlift.Sql;

namespace Starlift.ServerTests;

/// <summary>
/// The statements of Clients/recorded.txt, like those that programs send which cannot be had here. Each group names the sources that it is written after; names stand for the
/// placeholders of their templates, and some statements are shortened.
/// </summary>
public sealed class RecordedTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_statement_is_answered()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        foreach (var statement in SqlScript.Parse("", await File.ReadAllTextAsync(In("items.sql"), Stop)))
        {
            await ExecuteAsync(connection, statement.Source.Sql);
        }

        var refused = new List<string>();
        foreach (var line in (await File.ReadAllLinesAsync(In("recorded.txt"), Stop)).Where(line => !line.StartsWith("--", StringComparison.Ordinal)))
        {
            try
            {
                await ExecuteAsync(connection, line);
            }
            catch (PostgresException e)
            {
                refused.Add($"{e.SqlState} {e.MessageText}: {line}");
            }
        }

        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("select 'dev'::varchar as d, tbl.relname, col.attname, pg_catalog.format_type(col.atttypid, col.atttypmod) from pg_catalog.pg_namespace sch join pg_catalog.pg_class tbl on tbl.relnamespace = sch.oid join pg_catalog.pg_attribute col on col.attrelid = tbl.oid where sch.nspname = 'public' and tbl.relname = 'items' and col.attnum in (2, 3) order by col.attnum", "dev|items|name|character varying(10)\ndev|items|price|numeric(8,2)")]
    [InlineData("select table_name, table_type from svv_tables where table_schema = 'public' order by 1", "items|BASE TABLE")]
    [InlineData("select n.nspname, c.relname from pg_catalog.pg_namespace n, pg_catalog.pg_class c where c.relnamespace = n.oid and c.relkind = 'r' and n.nspname !~ '^pg_' order by 1, 2", "public|items")]
    [InlineData("select count(*) from pg_catalog.pg_user u join pg_class c on u.usesysid = c.relowner where c.relname = 'items'", "1")]
    public async Task The_answer_is_that_of_the_tables(string sql, string printed)
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        await Psql.RunAsync(server, await File.ReadAllTextAsync(In("items.sql"), Stop));
        Assert.Equal((0, $"{printed}\n", ""), await Psql.RunAsync(server, sql));
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
        }
    }

    static string In(string file) => Path.Combine(AppContext.BaseDirectory, "Clients", file);
}
