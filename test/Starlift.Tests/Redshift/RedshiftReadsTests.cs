using Starlift.Errors;
using Starlift.Redshift;
using Starlift.Sql;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftReadsTests
{
    [Theory]
    [InlineData("select 1")]
    [InlineData("(select 1) union all (select 2)")]
    [InlineData("((select 1))")]
    [InlineData("with a as (select 1 as x), b (y) as (select 2) select * from a, b")]
    [InlineData("with recursive a (n) as (select 1 union all select n + 1 from a where n < 3) select * from a")]
    [InlineData("with a as (with b as (select 1 as x) select * from b) (select x from a)")]
    [InlineData("show tables from schema dev.public")]
    [InlineData("explain select 1")]
    [InlineData("explain verbose select 1")]
    [InlineData("explain delete from boats")]
    [InlineData("select 'delete from boats' as text, \"into\" from boats -- insert into boats")]
    [InlineData("select (delete), update from boats where merge in (1, 2)")]
    [InlineData("select max(update) as delete from boats")]
    public void A_query_reads(string sql) => Assert.Null(RedshiftReads.WriterIn(Only(sql)));

    [Theory]
    [InlineData("delete from boats", "DELETE is no query")]
    [InlineData("insert into boats select 1", "INSERT is no query")]
    [InlineData("call refresh()", "CALL is no query")]
    [InlineData("truncate boats", "TRUNCATE is no query")]
    [InlineData("unload ('select 1') to 's3://lake/x' iam_role default", "UNLOAD is no query")]
    [InlineData("set search_path to public", "SET is no query")]
    [InlineData("create table a (x integer)", "it is no query")]
    [InlineData("drop table a", "it is no query")]
    [InlineData("copy a from 's3://lake/a' iam_role default json 'auto'", "it is no query")]
    [InlineData("select x into b from a", "SELECT INTO makes a table")]
    [InlineData("(select x into b from a)", "SELECT INTO makes a table")]
    [InlineData("with a as (select 1 as x) insert into b select x from a", "INSERT is no query")]
    [InlineData("with a as (select 1 as x) update b set x = 1 from a", "UPDATE is no query")]
    [InlineData("with a (x) as (select (1)), c as (select 2) delete from b using a", "DELETE is no query")]
    [InlineData("/* a /* b */ select 1 from */ delete from b", "DELETE is no query")]
    [InlineData("merge into b using a on a.x = b.x when matched then delete when not matched then insert values (1)", "MERGE is no query")]
    [InlineData("explain analyze b", "EXPLAIN ANALYZE may execute what it explains")]
    public void What_writes_is_named(string sql, string writer) => Assert.Equal(writer, RedshiftReads.WriterIn(Only(sql)));

    [Theory]
    [InlineData("with a as (insert into b values (1)) select 1")]
    [InlineData("select * from (update b set x = 1) c")]
    [InlineData("select * from (with a as (select 1) delete from b) c")]
    [InlineData("explain analyze select 1")]
    [InlineData("explain analyse delete from b")]
    [InlineData("explain (analyze true) delete from b")]
    public void What_Redshift_has_no_syntax_for_is_never_sent(string sql) => Assert.Throws<ConfigurationException>(() => Only(sql));

    static SqlStatement Only(string sql) => Assert.Single(SqlScript.Parse("query", sql));
}
