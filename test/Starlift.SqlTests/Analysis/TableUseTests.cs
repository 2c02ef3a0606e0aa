using Starlift.Sql.Analysis;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class TableUseTests
{
    const string Tables = "create table t (id int, s super); create table u (id int); create view v as select id from t; ";

    [Theory]
    [InlineData("select * from public.t, u", "public.t public.u", "")]
    [InlineData("with t as (select id from u) select * from t", "public.u", "")]
    [InlineData("select 1 from v where exists (select 1 from u) or id in (select id from t)", "public.v public.u public.t", "")]
    [InlineData("select e from t, t.s as e", "public.t", "")]
    [InlineData("insert into u select id from t", "public.t", "public.u")]
    [InlineData("insert into u select id + 1 from u", "public.u", "public.u")]
    [InlineData("update u set id = t.id from t where t.id = u.id", "public.t", "public.u")]
    [InlineData("update u set id = 1 from t join u x on t.id = x.id", "public.t public.u", "public.u")]
    [InlineData("delete from u using t where t.id = u.id", "public.t", "public.u")]
    [InlineData("create temp table w as select 1 as a", "", "pg_temp.w")]
    [InlineData("truncate t", "", "public.t")]
    [InlineData("copy t (id) from 's3://bucket/x' iam_role default", "", "public.t")]
    public void Statements_read_and_write_these_tables(string statement, string read, string written)
    {
        var use = TableUse.Of(Meanings.Of(Tables + statement));

        Assert.Equal(read, string.Join(' ', use.Read.Select(table => $"{table.Schema}.{table.Name}")));
        Assert.Equal(written, use.Written is { } table ? $"{table.Schema}.{table.Name}" : "");
    }
}
