using System.Globalization;
using CsCheck;
using DuckDB.NET.Data;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Tests.Sql;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbDialectTests
{
    [Theory]
    [InlineData("select Foo, \"Bar\" from T", "select foo, \"bar\" from t")]
    [InlineData("select /* nvl(a, b) */ 'nvl(a, b)' x -- nvl(\nfrom t", "select /* nvl(a, b) */ 'nvl(a, b)' x -- nvl(\nfrom t")]
    [InlineData("select 'it\\'s' as x", "select 'it''s' as x")]
    [InlineData("select lambda, show from #t", "select \"lambda\", \"show\" from \"#t\"")]
    [InlineData("select a, b.c from public.t b", "select a, b.c from main.t b")]
    [InlineData("select nvl(a, nvl(b, 0)) as x", "select coalesce(a, coalesce(b, 0)) as x")]
    [InlineData("select ts / 1000 * interval '1 second' as x", "select to_microseconds(CAST((ts / 1000) * 1000000::BIGINT AS BIGINT)) as x")]
    [InlineData("select 2 * interval '1 month' as x", "select 2 * interval '1 month' as x")]
    [InlineData("select count(*), a::int, b from t", "select count(*) AS \"count\", CAST(a AS INTEGER) AS \"a\", b from t")]
    [InlineData("create table t backup no diststyle even as (select 1 as a)", "create table t as (select 1 as a)")]
    public void A_statement_is_rewritten_where_DuckDB_differs(string sql, string rendered) => Assert.Equal([rendered], Render(sql));

    [Theory]
    [InlineData("select a.k from o join t as a on true where exists (select 1 from o as a where a.k = 1)")]
    [InlineData("select o.k from o, t where exists (select 1 from o as x where x.k = o.k)")]
    [InlineData("select t.s from t, o as s where s.k = 1 union select k from o s")]
    public void Aliases_of_tables_are_no_paths(string sql)
    {
        var super = SqlSamples.Parse<CreateTable>("create table t (s super, k super)");
        var other = SqlSamples.Parse<CreateTable>("create table o (k int, s int)");

        Assert.Equal([sql], new DuckDbDialect(name => name.Name == "t" ? super : name.Name == "o" ? other : null)
            .Render(Assert.Single(SqlScript.Parse("a.sql", sql))));
    }

    [Theory]
    [InlineData("select to_char(d, f) from t", "1:8: the format of TO_CHAR is no string")]
    [InlineData("select to_char(d, 'RM') from t", "1:8: the format 'RM' holds 'RM', which DuckDB can't write")]
    [InlineData("select to_char(1, '9EEEE')", "1:8: DuckDB can't write the number format '9EEEE'")]
    [InlineData("select to_char(1, '000,000')", "1:8: DuckDB can't write the number format '000,000'")]
    [InlineData("select to_date('x', 'Q')", "1:8: TO_DATE can't read Q on DuckDB")]
    [InlineData("select dateadd(dayz, 1, d)", "1:8: DATEADD knows no date part dayz")]
    [InlineData("select dateadd(timezone, 1, d)", "1:8: DATEADD can't add a timezone")]
    [InlineData("select sha2('a', 512)", "1:8: DuckDB has no SHA2 of 512 bits")]
    [InlineData("select a similar to b from t", "1:10: the pattern of SIMILAR TO is no string")]
    [InlineData("select top 1 a from t union select 1", "1:8: SELECT TOP is part of a UNION")]
    [InlineData("merge into t using s on t.a = s.a", "1:34: syntax error at end of input")]
    [InlineData("select 'x'::decimal(99)", "1:21: the precision of DECIMAL is 99, but must be a whole number from 1 to 38")]
    [InlineData("create table t (a varchar default to_char(getdate(), 'RM'))", "1:35: the format 'RM' holds 'RM', which DuckDB can't write")]
    public void What_DuckDB_cannot_say_is_refused_before_it_is_executed(string sql, string message)
    {
        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Render(sql)).Problems);

        Assert.Equal($"a.sql:{message}", problem.ToString());
    }

    [Fact]
    public void A_near_date_part_is_suggested() =>
        Assert.Equal("did you mean 'day'?", Assert.Throws<ConfigurationException>(() => Render("select dateadd(dayz, 1, d)")).Hint);

    [Fact]
    public void Any_text_is_rendered_or_refused_with_a_place()
    {
        var table = SqlSamples.Parse<CreateTable>("create table t (s super, a int)");
        var dialect = new DuckDbDialect(_ => table);
        Gen.Select(Gen.Bool, SqlSamples.NearlySql, (query, sql) => query ? $"select {sql}" : sql).Sample(sql => SqlSamples.Survives(() =>
        {
            foreach (var statement in SqlScript.Parse("a.sql", sql).Where(statement => statement is not CopyStatement))
            {
                dialect.Render(statement);
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

    static IReadOnlyList<string> Render(string sql) => new DuckDbDialect().Render(Assert.Single(SqlScript.Parse("a.sql", sql)));
}
