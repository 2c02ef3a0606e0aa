using Npgsql;
using Starlift.Sql.Meaning.Catalogues;

namespace Starlift.ServerTests;

/// <summary>What psql's backslash commands and SHOW tell of the tables that there are.</summary>
public sealed class CatalogueTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static readonly string[] Tables =
    [
        "create table songs (id int identity(0,1) not null primary key, title varchar(100) distkey, price numeric(8,2) default 1.5, t timestamp sortkey)",
        "create view v as select id from songs where id > 2",
        "create schema s2",
        "create table s2.plays (song int references songs(id), n bigint)",
        "comment on column songs.title is 'as printed'",
    ];

    [Theory]
    [InlineData(@"\d", "public|songs|table|awsuser\npublic|v|view|awsuser")]
    [InlineData(@"\dt", "public|songs|table|awsuser")]
    [InlineData(@"\dt s2.*", "s2|plays|table|awsuser")]
    [InlineData(@"\dv", "public|v|view|awsuser")]
    [InlineData(@"\dn", "public|awsuser\ns2|awsuser")]
    [InlineData(@"\l", "dev|awsuser|UNICODE|C|C||libc|")]
    [InlineData(@"\df", "")]
    [InlineData(@"\d songs", "id|integer||not null|\"identity\"(0, 0, '0,1'::text)\ntitle|character varying(100)|||\nprice|numeric(8,2)|||1.5\nt|timestamp without time zone|||")]
    [InlineData(@"\d+ v", "id|integer||||plain|")]
    [InlineData(@"\d+ s2.plays", "song|integer||||plain||\nn|bigint||||plain||")]
    [InlineData(@"\sv v", "CREATE OR REPLACE VIEW public.v AS\nselect id from songs where id > 2")]
    [InlineData("show databases", "dev|100|local|||Snapshot Isolation")]
    [InlineData("show schemas from database dev like 's%'", "dev|s2|100|local|||")]
    [InlineData("show tables from schema dev.public", "dev|public|songs|TABLE|||awsuser|||KEY(title)|REGULAR TABLE\ndev|public|v|VIEW|||awsuser||||REGULAR VIEW")]
    [InlineData("show columns from table dev.s2.plays limit 1", "dev|s2|plays|song|1||YES|integer||32|0|||0|0|az64|")]
    [InlineData("show table s2.plays", "CREATE TABLE s2.plays (\n    song integer ENCODE az64,\n    n bigint ENCODE az64,\n    FOREIGN KEY (song) REFERENCES songs(id)\n)\nDISTSTYLE AUTO;")]
    [InlineData("show view v", "CREATE OR REPLACE VIEW public.v AS select id from songs where id > 2")]
    [InlineData("select 'songs'::regclass, 's2.plays'::regclass, (select relname from pg_class where oid = '\"public\".\"songs\"'::regclass::oid)", "songs|s2.plays|songs")]
    [InlineData("select conname, contype, conkey, conkey[1], confkey, confrelid::regclass, pg_get_constraintdef(oid) from pg_constraint order by 1", "plays_song_fkey|f|{1}|1|{1}|songs|FOREIGN KEY (song) REFERENCES songs(id)\nsongs_pkey|p|{1}|1|||PRIMARY KEY (id)")]
    [InlineData("select attname from pg_attribute a join pg_constraint c on c.conrelid = a.attrelid where a.attnum = any (c.conkey) order by 1", "id\nsong")]
    [InlineData("select attname, attisdistkey, attsortkeyord, format_encoding(attencodingtype::int) from pg_attribute where attrelid = 'songs'::regclass order by attnum", "id|f|0|az64\ntitle|t|0|lzo\nprice|f|0|az64\nt|f|1|none")]
    [InlineData("select col_description('songs'::regclass, 2), obj_description('songs'::regclass, 'pg_class')", "as printed|")]
    [InlineData("select current_user, current_database(), pg_get_userbyid(relowner), array_to_string(current_schemas(true), ',') from pg_class where relname = 'v'", "awsuser|dev|awsuser|pg_catalog,public")]
    [InlineData("select array_to_string(array(select nspname from pg_namespace where nspname ~ '^s' order by 1), '+'), 1 operator(pg_catalog.+) 2", "s2|3")]
    [InlineData("select generate_series(1, 3)", "1\n2\n3")]
    [InlineData("select table_name from information_schema.tables where table_schema ilike 'public' order by 1", "songs\nv")]
    [InlineData("select usename, usesuper from pg_user", "awsuser|t")]
    [InlineData("select r.ev_class::regclass, d.refobjid::regclass, d.deptype from pg_depend d join pg_rewrite r on r.oid = d.objid where d.classid = 'pg_rewrite'::regclass and r.ev_class = 'v'::regclass order by 3", "v|v|i\nv|songs|n")]
    [InlineData("select nspname, relname, reldiststyle from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind = 'r' order by 2", "s2|plays|10\npublic|songs|1")]
    public async Task What_there_is_is_told(string command, string printed)
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        var (made, output, _) = await Psql.RunAsync(server, Tables);
        Assert.Equal((0, ""), (made, output));
        Assert.Equal((0, $"{printed}{(printed.Length > 0 ? "\n" : "")}", ""), await Psql.RunAsync(server, command));
    }

    [Fact]
    public async Task A_role_is_shown()
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        var (_, output, error) = await Psql.RunAsync(server, @"\du");
        Assert.Equal("", error);
        Assert.StartsWith("awsuser|Superuser, Create role, Create DB|{}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select 'nothing'::regclass", "42P01", "relation \"nothing\" does not exist")]
    [InlineData("select reltype, relnothing from pg_class", "42703", "column \"relnothing\" does not exist")]
    [InlineData("show table nothing", "42P01", "relation \"nothing\" does not exist")]
    [InlineData("show view songs", "42809", "\"songs\" is not a view")]
    [InlineData("select array(select 1, 2)", "42601", "subquery must return only one column")]
    public async Task What_there_is_not_is_told_too(string sql, string state, string message)
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        await using var make = new NpgsqlCommand("create table songs (id int)", connection);
        await make.ExecuteNonQueryAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Stop));
        Assert.Equal((state, message), (error.SqlState, error.MessageText));
    }

    [Fact]
    public async Task Each_table_of_pg_catalog_has_its_columns()
    {
        await using var server = await TestServer.StartAsync();
        await using var connection = await server.OpenAsync();
        foreach (var name in LeaderTables.Names)
        {
            await using var command = new NpgsqlCommand($"select * from pg_catalog.{name}", connection);
            await using var reader = await command.ExecuteReaderAsync(Stop);
            Assert.Equal(LeaderTables.Find(name)!.Select(column => column.Name), Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
            while (await reader.ReadAsync(Stop))
            {
            }
        }
    }

    [Fact]
    public async Task A_session_knows_of_a_table_that_another_has_made_since()
    {
        await using var server = await TestServer.StartAsync();
        await using var first = await server.OpenAsync();
        await using var second = await server.OpenAsync();
        await using var look = new NpgsqlCommand("select 1", second);
        await look.ExecuteScalarAsync(Stop);
        await using var make = new NpgsqlCommand("create table t (x varchar(3))", first);
        await make.ExecuteNonQueryAsync(Stop);
        await using var insert = new NpgsqlCommand("insert into t values ('abcdef')", second);
        var error = await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync(Stop));
        Assert.Equal("value too long for type character varying(3)", error.MessageText);
    }
}
