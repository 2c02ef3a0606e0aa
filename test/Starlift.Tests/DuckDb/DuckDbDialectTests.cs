using System.Globalization;
using CsCheck;
using DuckDB.NET.Data;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Tests.Sql;
using Starlift.Warehouses;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbDialectTests
{
    const string Tables = "create table t (a int, b int, d date, foo int, bar int, ts bigint, v varchar(9), m decimal(8,2), s super); create table s (a int); create table \"lambda\" (\"show\" int);";

    [Theory]
    [InlineData("select Foo, \"Bar\" from T", "SELECT \"t\".\"foo\" AS \"foo\", \"t\".\"bar\" AS \"bar\" FROM \"main\".\"t\" AS \"t\"")]
    [InlineData("select 'it\\'s' as x", "SELECT 'it''s' AS \"x\"")]
    [InlineData("select show from lambda", "SELECT \"lambda\".\"show\" AS \"show\" FROM \"main\".\"lambda\" AS \"lambda\"")]
    [InlineData("select a as x from public.t b where b.b > 1", "SELECT \"b\".\"a\" AS \"x\" FROM \"main\".\"t\" AS \"b\" WHERE \"b\".\"b\" > 1")]
    [InlineData("select nvl(v, nvl(v, 'x')) as x from t", "SELECT coalesce(\"t\".\"v\", coalesce(\"t\".\"v\", 'x')) AS \"x\" FROM \"main\".\"t\" AS \"t\"")]
    [InlineData("select a as x, x + 1 as y from t", "SELECT \"t\".\"a\" AS \"x\", CAST(\"t\".\"a\" + 1 AS INTEGER) AS \"y\" FROM \"main\".\"t\" AS \"t\"")]
    [InlineData("select a / 2 as x from t", "SELECT CAST(\"t\".\"a\" // 2 AS INTEGER) AS \"x\" FROM \"main\".\"t\" AS \"t\"")]
    [InlineData("select v from t where v = 'x ' order by a desc limit 3", "SELECT \"t\".\"v\" AS \"v\" FROM \"main\".\"t\" AS \"t\" WHERE CASE WHEN suffix(\"t\".\"v\", ' ') THEN rtrim(\"t\".\"v\", ' ') ELSE \"t\".\"v\" END = 'x' ORDER BY \"t\".\"a\" DESC NULLS FIRST LIMIT CAST(3 AS BIGINT)")]
    [InlineData("insert into t (a) select a from s", "INSERT INTO \"main\".\"t\" (\"a\") SELECT \"s\".\"a\" AS \"a\" FROM \"main\".\"s\" AS \"s\"")]
    [InlineData("create table u backup no diststyle even as (select 1 as a)", "CREATE TABLE \"main\".\"u\" AS (SELECT 1 AS \"a\")")]
    public void A_statement_is_said_as_DuckDB_does(string sql, string rendered) => Assert.Equal([rendered], Render(sql));

    [Theory]
    [InlineData("update t set a = 1 from t x join s y on x.a = y.a where x.b = 2", "UPDATE \"main\".\"t\" AS \"x\" SET \"a\" = 1 FROM \"main\".\"s\" AS \"y\" WHERE (\"x\".\"a\" = \"y\".\"a\") AND (\"x\".\"b\" = 2)")]
    [InlineData("with s as (select a, v from t) select s.v from s", "WITH \"s\" AS (SELECT \"t\".\"a\" AS \"a\", \"t\".\"v\" AS \"v\" FROM \"main\".\"t\" AS \"t\") SELECT \"s\".\"v\" AS \"v\" FROM \"s\" AS \"s\"")]
    public void A_name_means_what_it_means_on_Redshift(string sql, string rendered) => Assert.Equal([rendered], Render(sql));

    [Theory]
    [InlineData("select dateadd(dayz, 1, d) from t", "1:16: \"dayz\" is not a valid date part")]
    [InlineData("select dateadd(timezone, 1, d) from t", "1:8: DATEADD can't add a time zone")]
    [InlineData("select checksum('a')", "1:8: CHECKSUM of a text is not known to Starlift")]
    [InlineData("select fnv_hash(1.5)", "1:8: FNV_HASH of numeric(2,1) is not known to Starlift")]
    [InlineData("select to_number('1', 'S9S')", "1:8: cannot use \"S\" twice")]
    [InlineData("merge into t using s on t.a = s.a", "1:34: syntax error at end of input")]
    [InlineData("select 'x'::decimal(99)", "1:13: DECIMAL precision 99 must be between 1 and 38")]
    [InlineData("select no_such from t", "1:8: column \"no_such\" does not exist")]
    public void What_Redshift_or_DuckDB_cannot_do_is_refused_before_it_is_executed(string sql, string message)
    {
        var problem = Assert.Single(Assert.ThrowsAny<StarliftException>(() => Render(sql)).Problems);

        Assert.Equal($"a.sql:{message}", problem.ToString());
    }

    [Fact]
    public void Any_text_is_rendered_or_refused_with_a_place()
    {
        var catalogue = Catalogue();
        var dialect = new DuckDbDialect();
        Gen.Select(Gen.Bool, SqlSamples.NearlySql, (query, sql) => query ? $"select {sql}" : sql).Sample(sql => SqlSamples.Survives(() =>
        {
            foreach (var statement in SqlScript.Parse("a.sql", sql).Where(statement => statement is not CopyStatement))
            {
                dialect.Render(statement, StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), catalogue));
            }
        }));
    }

    [Fact]
    public void The_set_up_may_be_executed_again_and_stays_in_the_connection()
    {
        using var session = new DuckDbSession();

        session.Query(DuckDbDialect.SetUp);

        Assert.Equal(["0"], session.Query("select count(*) from duckdb_functions() where function_type like '%macro%' and database_name = 'memory'"));
    }

    [Fact]
    public void Defaults_work_in_a_connection_without_the_set_up()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.duckdb");
        try
        {
            using (var session = new DuckDbSession(path: path))
            {
                session.Run("create table t (a int, b timestamp default getdate(), c date default trunc(sysdate), d int default nvl(null, 3))");
            }

            using var plain = new DuckDBConnection($"DataSource={path}");
            plain.Open();
            using var command = plain.CreateCommand();
            command.CommandText = "insert into t (a) values (1); select b is not null and c is not null and d = 3 from t";

            Assert.Equal(true, command.ExecuteScalar());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Milliseconds_since_1970_become_times_for_integers_and_doubles()
    {
        using var session = new DuckDbSession();
        Gen.Long[-9_000_000_000_000, 9_000_000_000_000].Sample(milliseconds =>
        {
            var time = DuckDbText.Of(DateTime.UnixEpoch.AddMilliseconds(milliseconds));
            Assert.Equal(
                [$"{time}, {time}, {time}"],
                session.Run($"""
                    select timestamp 'epoch' + ts * interval '0.001 second', timestamp 'epoch' + interval '1 ms' * ts::float,
                        dateadd(ms, ts, timestamp 'epoch')
                    from (select ({milliseconds})::bigint as ts) t
                    """));
        }, iter: 50);
    }

    [Fact]
    public void Numbers_are_formatted_as_on_paper()
    {
        using var session = new DuckDbSession();
        Gen.Int[-99_999_999, 99_999_999].Select(i => i / 100m).Sample(number =>
        {
            var invariant = CultureInfo.InvariantCulture;
            Assert.Equal(
                [$"{number.ToString("0.00", invariant)}, {number.ToString("#,##0.00", invariant)}, {number.ToString("0.00", invariant),11}"],
                session.Run($"""
                    select to_char(x, 'FM9999990.00'), to_char(x, 'FM999,990.00'), to_char(x, '9999990.00')
                    from (select {number.ToString(invariant)}::decimal(18,2) as x) t
                    """));
        }, iter: 50);
    }

    [Fact]
    public void Any_string_reaches_DuckDB_as_it_is()
    {
        using var session = new DuckDbSession();
        Gen.String.Where(text => !text.Contains('\0', StringComparison.Ordinal) && text.All(c => !char.IsSurrogate(c))).Sample(text =>
        {
            var sql = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
            Assert.Equal([text], session.Run($"select '{sql}' as x"));
        }, iter: 50);
    }

    static IReadOnlyList<string> Render(string sql)
    {
        var statement = Assert.Single(SqlScript.Parse("a.sql", sql));
        return new DuckDbDialect().Render(statement, StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), Catalogue())).Texts;
    }

    static Catalogue Catalogue()
    {
        var catalogue = Starlift.Sql.Meaning.Catalogues.Catalogue.Empty;
        foreach (var statement in SqlScript.Parse("tables.sql", Tables))
        {
            catalogue = CatalogueChanges.After(catalogue, StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), catalogue));
        }

        return catalogue;
    }
}
