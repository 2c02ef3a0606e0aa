using Starlift.Redshift;
using Starlift.Sql;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftDialectTests
{
    const string Manifest = "s3://lake/m/1.manifest";
    const string Role = "arn:aws:iam::123456789012:role/copy";

    [Theory]
    [InlineData("select  1 -- as it is\n  , 'it''s; \\\\ '")]
    [InlineData("create table t (a int)  diststyle all")]
    [InlineData("merge into t using s on t.a = s.a when matched then delete when not matched then insert values (s.a)")]
    public void A_statement_is_sent_as_it_is_written(string sql) =>
        Assert.Equal(sql, RedshiftDialect.Render(SqlScript.Parse("q.sql", $"  {sql} ;")[0]));

    [Theory]
    [InlineData("create table t (a int)", "create temp table if not exists t (a int)")]
    [InlineData("CREATE /* x */ TABLE t (a int)", "CREATE /* x */ temp TABLE if not exists t (a int)")]
    [InlineData("create temp table if not exists t (a int)", "create temp table if not exists t (a int)")]
    [InlineData("create table #t (a int)", "create table if not exists #t (a int)")]
    [InlineData("create table s.t (a int)", "create table if not exists s.t (a int)")]
    public void A_staging_table_is_made_temporary_where_it_can_be(string sql, string expected) =>
        Assert.Equal(expected, RedshiftDialect.Render(SqlSamples.Parse<CreateTable>(sql) with { Temporary = true, IfNotExists = true }));

    [Theory]
    [InlineData(
        "copy t from 's3://b/p' iam_role default json 'auto'", Role,
        $"copy t from '{Manifest}' iam_role '{Role}' json 'auto'\nmanifest")]
    [InlineData(
        "copy t from 's3://b/p' iam_role default json 'auto'", null,
        $"copy t from '{Manifest}' iam_role default json 'auto'\nmanifest")]
    [InlineData(
        "copy t from 's3://b/p' json 'auto' -- end", Role,
        $"copy t from '{Manifest}' json 'auto'\niam_role '{Role}'\nmanifest")]
    [InlineData(
        "copy t (a, \"from\") from 's3://b/p' iam_role 'arn:aws:iam::1:role/own' manifest json 's3://b/p'", Role,
        $"copy t (a, \"from\") from '{Manifest}' iam_role 'arn:aws:iam::1:role/own' manifest json 's3://b/p'")]
    public void A_copy_reads_a_manifest_and_takes_the_role_where_it_leaves_it_open(string sql, string? role, string expected) =>
        Assert.Equal(expected, RedshiftDialect.Render(SqlSamples.Parse<CopyStatement>(sql), Manifest, role));

    [Theory]
    [InlineData("copy t from 's3://b/p' iam_role default json 'auto' manifest", "copy t from 's3://lake/m/1.manifest' iam_role default json 'auto' manifest\nnoload")]
    [InlineData("copy t from 's3://b/p' iam_role default json 'auto' manifest noload", "copy t from 's3://lake/m/1.manifest' iam_role default json 'auto' manifest noload")]
    public void A_copy_that_is_to_load_nothing_says_so(string sql, string expected) =>
        Assert.Equal(expected, RedshiftDialect.Render(SqlSamples.Parse<CopyStatement>(sql) with { NoLoad = true }, Manifest, null));

    [Fact]
    public void What_is_rendered_can_be_read_again()
    {
        var copy = SqlSamples.Parse<CopyStatement>("copy t from 's3://b/it''s' iam_role default json 'auto'");
        var again = SqlSamples.Parse<CopyStatement>(RedshiftDialect.Render(copy, "s3://lake/it's.manifest", "arn:aws:iam::1:role/it's"));
        Assert.Equal(("s3://lake/it's.manifest", true, CopyAuthorization.Role), (again.From, again.Manifest, again.Authorization));
    }
}
