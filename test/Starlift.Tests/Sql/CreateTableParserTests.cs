using Starlift.Sql;

namespace Starlift.Tests.Sql;

public sealed class CreateTableParserTests
{
    [Fact]
    public void A_table_is_read_whole()
    {
        var table = SqlSamples.Parse<CreateTable>("""
            CREATE TABLE IF NOT EXISTS Public."Songplays" (
                songplay_id bigint IDENTITY(10, -2) PRIMARY KEY,  -- the key
                start_time  timestamp NOT NULL SORTKEY ENCODE az64 REFERENCES time (start_time),
                user_id     int4 DISTKEY REFERENCES users,
                level       varchar DEFAULT 'free'::varchar(10) ENCODE zstd NULL,
                note        character varying(max) COLLATE CASE_INSENSITIVE UNIQUE,
                CONSTRAINT uq UNIQUE (start_time, user_id),
                FOREIGN KEY (user_id, level) REFERENCES s.users (a, b)
            )
            DISTSTYLE KEY BACKUP NO
            """);

        Assert.Equal(new TableName("public", "songplays"), table.Name);
        Assert.True(table.IfNotExists);
        Assert.False(table.Temporary);
        Assert.Equal(["songplay_id", "start_time", "user_id", "level", "note"], table.Columns.Select(column => column.Name));
        Assert.Equal(new Identity(10, -2, ByDefault: false), table.Columns[0].Identity);
        Assert.Equal([true, true, false, false, false], table.Columns.Select(column => column.NotNull));
        Assert.Equal("AZ64", table.Columns[1].Encode);
        Assert.Equal("'free'::varchar(10)", table.Columns[3].Default);
        Assert.Equal(new SqlType(SqlTypeKind.Varchar, Length: 65535), table.Columns[4].Type);
        Assert.True(table.Columns[4].CaseInsensitive);
        Assert.Equal(["songplay_id", "note", "start_time,user_id"], table.UniqueKeys.Select(key => string.Join(',', key.Columns)));
        Assert.Equal([true, false, false], table.UniqueKeys.Select(key => key.Primary));
        Assert.Equal(["time", "users", "s.users"], table.ForeignKeys.Select(key => key.Table.ToString()));
        Assert.Equal(["start_time", "", "a,b"], table.ForeignKeys.Select(key => string.Join(',', key.ReferencedColumns)));
        Assert.Equal(("KEY", "user_id", false), (table.DistStyle, table.DistKey, table.Backup));
        Assert.Equal(["start_time"], table.SortKey!.Columns);
    }

    [Fact]
    public void A_database_before_the_schema_is_the_targets() =>
        Assert.Equal(new TableName("s", "t"), ((CreateTable)SqlScript.Parse("a.sql", "create table \"dev\".s.t (d int)").Single()).Name);

    [Theory]
    [InlineData("int2", "smallint")]
    [InlineData("SMALLINT", "smallint")]
    [InlineData("int4", "integer")]
    [InlineData("integer", "integer")]
    [InlineData("int8", "bigint")]
    [InlineData("numeric", "decimal(18,0)")]
    [InlineData("decimal(8,2)", "decimal(8,2)")]
    [InlineData("numeric(38)", "decimal(38,0)")]
    [InlineData("float4", "real")]
    [InlineData("float(24)", "real")]
    [InlineData("float(25)", "double precision")]
    [InlineData("float", "double precision")]
    [InlineData("float8", "double precision")]
    [InlineData("double precision", "double precision")]
    [InlineData("bool", "boolean")]
    [InlineData("char", "char(1)")]
    [InlineData("character(3)", "char(3)")]
    [InlineData("nchar(4)", "char(4)")]
    [InlineData("bpchar", "char(256)")]
    [InlineData("varchar", "varchar(256)")]
    [InlineData("nvarchar(5)", "varchar(5)")]
    [InlineData("character varying(7)", "varchar(7)")]
    [InlineData("char varying", "varchar(256)")]
    [InlineData("varchar(MAX)", "varchar(65535)")]
    [InlineData("text", "varchar(256)")]
    [InlineData("date", "date")]
    [InlineData("time", "time")]
    [InlineData("time with time zone", "timetz")]
    [InlineData("timetz", "timetz")]
    [InlineData("timestamp without time zone", "timestamp")]
    [InlineData("timestamp with time zone", "timestamptz")]
    [InlineData("timestamptz", "timestamptz")]
    [InlineData("super", "super")]
    [InlineData("varbyte", "varbyte(64000)")]
    [InlineData("varbinary(10)", "varbyte(10)")]
    [InlineData("binary varying(10)", "varbyte(10)")]
    public void Every_spelling_of_a_type_is_known(string spelling, string type) =>
        Assert.Equal(type, SqlSamples.Parse<CreateTable>($"create table t (c {spelling})").Columns[0].Type.ToString());

    [Theory]
    [InlineData("default 1 not null", "1")]
    [InlineData("not null default 1", "1")]
    [InlineData("default null", "null")]
    [InlineData("default null null", "null")]
    [InlineData("default (1 + (2 * 3)) encode raw", "(1 + (2 * 3))")]
    [InlineData("default getdate() not null", "getdate()")]
    [InlineData("default coalesce(null, 'not null, ') unique", "coalesce(null, 'not null, ')")]
    [InlineData("default cast('1' as int)", "cast('1' as int)")]
    [InlineData("default -1.5e3 sortkey", "-1.5e3")]
    public void A_default_ends_where_the_next_attribute_begins(string attributes, string expression) =>
        Assert.Equal(expression, SqlSamples.Parse<CreateTable>($"create table t (c varchar {attributes}, d int)").Columns[0].Default);

    [Fact]
    public void A_default_identity_may_be_given_values() => Assert.Equal(
        new Identity(1, 1, ByDefault: true),
        SqlSamples.Parse<CreateTable>("create table t (c bigint generated by default as identity(1,1))").Columns[0].Identity);

    [Theory]
    [InlineData("create temp table t (c int)", true)]
    [InlineData("create temporary table t (c int)", true)]
    [InlineData("create local temp table t (c int)", true)]
    [InlineData("create table #t (c int)", true)]
    [InlineData("create table t (c int)", false)]
    public void Temporary_tables_are_told_from_others(string sql, bool temporary) => Assert.Equal(temporary, SqlSamples.Parse<CreateTable>(sql).Temporary);

    [Theory]
    [InlineData("sortkey (a, b)", "a,b", false, false)]
    [InlineData("compound sortkey (b, a)", "b,a", false, false)]
    [InlineData("interleaved sortkey (a)", "a", true, false)]
    [InlineData("sortkey auto", "", false, true)]
    [InlineData("encode auto distkey (a) sortkey (a)", "a", false, false)]
    public void Sort_keys_of_tables_are_read(string attributes, string columns, bool interleaved, bool auto)
    {
        var key = SqlSamples.Parse<CreateTable>($"create table t (a int, b int) {attributes}").SortKey!;

        Assert.Equal((columns, interleaved, auto), (string.Join(',', key.Columns), key.Interleaved, key.Auto));
    }

    [Theory]
    [InlineData("create table t (like s.o)", false)]
    [InlineData("create table t (like s.o excluding defaults)", false)]
    [InlineData("create table t (c int, like s.o including defaults)", true)]
    public void LIKE_is_read(string sql, bool defaults) =>
        Assert.Equal(new LikeClause(new TableName("s", "o"), defaults), SqlSamples.Parse<CreateTable>(sql).Like);

    [Theory]
    [InlineData("create table t (c json)", "1:19: type \"json\" does not exist", "Redshift keeps JSON in SUPER")]
    [InlineData("create table t (c varcher)", "1:19: type \"varcher\" does not exist", "did you mean 'varchar'?")]
    [InlineData("create table t (c varchar(65536))", "1:27: the length in bytes is 65536, but must be a whole number from 1 to 65535", null)]
    [InlineData("create table t (c decimal(5,6))", "1:29: the scale of DECIMAL is 6, but must be a whole number from 0 to 5", null)]
    [InlineData("create table t (c boolean encode az64)", "1:34: ENCODE AZ64 doesn't suit the column c, which is boolean",
        "choose one of RAW, RUNLENGTH, ZSTD, or leave the choice to Redshift")]
    [InlineData("create table t (c int encode zsdt)", "1:30: expected a compression encoding but found 'zsdt'", "did you mean 'ZSTD'?")]
    [InlineData("create table t (c double)", "1:25: expected PRECISION but found ')'", null)]
    [InlineData("create table t (order int)", "1:17: expected a column name but found ORDER, a reserved word of Redshift's",
        "choose another name, or quote it: \"order\"")]
    [InlineData("create table t (c int distkye)", "1:23: expected an attribute of the column, ',' or ')' but found 'distkye'",
        "did you mean 'distkey'?")]
    [InlineData("create table t (c varchar identity(1,1))", "1:27: the IDENTITY column c is varchar(256)", "IDENTITY needs integer or bigint")]
    [InlineData("create table t (c int identity(1,0))", "1:34: the step of IDENTITY is 0", "write 1 to count up")]
    [InlineData("create table t (c int default 1 identity(1,1))", "1:33: the column c states DEFAULT or IDENTITY twice", "keep one of them")]
    [InlineData("create table t (c int not null null)", "1:32: the column c states NULL or NOT NULL twice", "keep one of them")]
    [InlineData("create table t (c int default (select 1))", "1:32: the DEFAULT of c holds a query",
        "a default is a constant expression: no query, no column")]
    [InlineData("create table t (c int, C int)", "1:24: the column c is declared twice", "names that differ only in case are the same name")]
    [InlineData("create table t (c int check (c > 0))", "1:23: Redshift has no CHECK constraints",
        "write a SELECT of the bad rows into checks/ instead")]
    [InlineData("create table t (c int) diststyle key", "1:14: DISTSTYLE KEY names no DISTKEY", "add distkey to a column")]
    [InlineData("create table t (c int distkey) diststyle even", "1:14: DISTKEY doesn't go with DISTSTYLE EVEN",
        "write DISTSTYLE KEY, or leave one of them out")]
    [InlineData("create table t (c int distkey, d int distkey)", "1:38: the table has a DISTKEY already: c",
        "a table is distributed by one column")]
    [InlineData("create table t (c super sortkey)", "1:17: SORTKEY names the column c, which is super", "choose a column of a plain type")]
    [InlineData("create table t (song_id int, primary key (song_di))",
        "1:14: a constraint names the column song_di, which the table t does not have", "did you mean 'song_id'?")]
    [InlineData("create table t (a int primary key, primary key (a))", "1:14: the table t has more than one PRIMARY KEY",
        "a key of several columns goes behind the columns: primary key (a, b)")]
    [InlineData("create table t (a int) sortkye (a)",
        "1:24: expected an attribute of the table, or the end of the statement but found 'sortkye'", "did you mean 'sortkey'?")]
    [InlineData("create table t (ctid int)", "1:17: a column can't be named ctid", "Redshift keeps this name for itself; choose another one")]
    public void What_Redshift_refuses_is_refused_with_place_and_way_out(string sql, string message, string? hint)
    {
        var problem = SqlSamples.Problem(sql);

        Assert.Equal(($"a.sql:{message}", hint), (problem.ToString(), problem.Hint));
    }

    [Fact]
    public void Places_of_columns_count_from_the_start_of_the_file() =>
        Assert.Equal(26, Assert.IsType<CreateTable>(SqlScript.Parse("a.sql", "select 1; create table t (c int)")[1]).Columns[0].Index);
}
