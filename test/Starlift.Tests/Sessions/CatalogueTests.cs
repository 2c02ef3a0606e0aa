using Starlift.Errors;

namespace Starlift.Tests.Sessions;

/// <summary>A COPY holds rows to the definition that Redshift would have of the table, however the table came about.</summary>
public sealed class CatalogueTests
{
    const string Letters = """{"n":1,"v":"abc"}{"n":2,"v":"abcd"}{"n":3,"v":"abcdefgh"}""";

    /// <summary>The longest text of the table t that a COPY loads, from 3, 4 and 8 bytes: what its VARCHAR holds.</summary>
    static async Task<string> LongestAsync(ScratchScripts scripts, string table = "t") =>
        (await scripts.Add("letters", Letters).RunAsync(
            $"copy {table} from 's3://b/letters' iam_role default json 'auto' ignoreallerrors; select max(len(v)) from {table}"))[^1];

    [Theory]
    [InlineData("create table t (n int, v varchar(3))", "3")]
    [InlineData("create table t (n int, v varchar(3)); drop table t; create table t (n int, v varchar(4))", "4")]
    [InlineData("create table t (n int, v varchar(4)); drop table if exists t; create table t (n int, v varchar)", "8")]
    [InlineData("create table if not exists t (n int, v varchar(3)); create table if not exists t (n int, v varchar(4))", "3")]
    [InlineData("begin; create table t (n int, v varchar(3)); rollback; create table t (n int, v varchar(4))", "4")]
    [InlineData("create table t (n int, v varchar(3)); begin; drop table t; create table t (n int, v varchar(4)); rollback", "3")]
    [InlineData("create table t (n int, v varchar(3)); begin; drop table t; create table t (n int, v varchar(4)); commit", "4")]
    [InlineData("create table other (n int, v varchar(3)); create table t (like other)", "3")]
    [InlineData("create table other (v varchar(3)); create table t (n int, like other); drop table other", "3")]
    [InlineData("create table public.t (n int, v varchar(3))", "3")]
    [InlineData("create table t (n int); alter table t add column v varchar(3)", "3")]
    [InlineData("create table t (n int); alter table public.t add v varchar(4) default 'x' encode zstd", "4")]
    [InlineData("create table t (n int, v varchar(4)); alter table t alter column v type varchar(3)", "3")]
    [InlineData("create table t (n int, w varchar(3)); alter table t rename column w to v", "3")]
    [InlineData("create table u (n int, v varchar(3)); alter table u rename to t", "3")]
    [InlineData("create table t (n int, v varchar(3), w int); alter table t drop column w", "3")]
    [InlineData("create table t (n int, v varchar(3)); alter table t drop column v; alter table t add column v varchar(4)", "4")]
    [InlineData("create table t as select 1 as n, 'xyz' as v", "3")]
    [InlineData("create schema s; create table s.t (n int, v varchar(3)); drop schema s cascade; create schema s; create table t as select 1 as n, 'xyzx' as v", "4")]
    public async Task A_VARCHAR_keeps_its_length_in_this_session_and_in_later_ones(string sql, string longest)
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync(sql);
        Assert.Equal(longest, await LongestAsync(scripts));

        await scripts.RunAsync("delete from t");
        await scripts.ReopenAsync();
        Assert.Equal(longest, await LongestAsync(scripts));
    }

    [Fact]
    public async Task Tables_of_the_same_name_in_two_schemas_are_told_apart()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync("create schema s; create table s.t (n int, v varchar(4)); create table t (n int, v varchar(3))");
        await scripts.ReopenAsync();

        Assert.Equal("4", await LongestAsync(scripts, "s.t"));
        Assert.Equal("3", await LongestAsync(scripts, "t"));
        Assert.Equal("3", await LongestAsync(scripts, "public.t"));
    }

    [Fact]
    public async Task A_temporary_table_hides_a_permanent_one_until_it_is_dropped()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync("create table t (n int, v varchar(3)); create temp table t (n int, v varchar(4))");

        Assert.Equal("4", await LongestAsync(scripts));
        await scripts.RunAsync("drop table t");
        Assert.Equal("3", await LongestAsync(scripts));
    }

    [Fact]
    public async Task A_temporary_table_goes_with_its_session()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync("create table t (n int, v varchar(3)); create temp table t (n int, v varchar(4)); create temp table u (n int)");
        await scripts.ReopenAsync();

        Assert.Equal("3", await LongestAsync(scripts));
        Assert.Equal(ExitCode.RunFailed, (await scripts.FailAsync("select * from u")).ExitCode);
    }

    [Fact]
    public async Task A_rollback_leaves_temporary_tables_as_they_were_before_the_block()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync("create table t (n int, v varchar(3)); create temp table u (n int, v varchar(4))");
        await scripts.RunAsync("begin; create temp table t (n int, v varchar); drop table u; rollback");

        Assert.Equal("3", await LongestAsync(scripts));
        Assert.Equal("4", await LongestAsync(scripts, "u"));
    }

    [Fact]
    public async Task A_staging_table_LIKE_its_target_takes_what_the_target_takes()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync("create table t (n int not null, v varchar(3) default 'x'); create temp table stage (like t)");
        scripts.Add("rows", """{"n":1,"v":"abcd"}{"v":"a"}{"n":2,"v":"b"}""");

        await scripts.RunAsync("copy stage from 's3://b/rows' iam_role default json 'auto' maxerror 9");

        Assert.Equal(["2|b"], await scripts.QueryAsync("select * from stage"));
        Assert.Equal(["n|1213", "v|1204"], await scripts.QueryAsync("select colname, err_code from stl_load_errors order by 1"));
    }

    [Fact]
    public async Task Identity_goes_on_in_a_later_session_and_stays_outside_of_the_list()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        scripts.Add("rows", """{"id":7,"v":"a"}{"id":7,"v":"b"}""");
        await scripts.RunAsync("create table t (id int identity(10,5), v varchar(3)); copy t from 's3://b/rows' iam_role default json 'auto'");
        await scripts.ReopenAsync();
        await scripts.RunAsync("copy t from 's3://b/rows' iam_role default json 'auto'");

        Assert.Equal(["4|4|10"], await scripts.QueryAsync("select count(*), count(distinct id), min(id) from t"));
        Assert.Equal(ExitCode.Usage, (await scripts.FailAsync("copy t (id, v) from 's3://b/rows' iam_role default json 'auto'")).ExitCode);
    }

    [Fact]
    public async Task A_column_that_was_added_behind_Starlifts_back_is_loaded_as_the_database_describes_it()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        await scripts.RunAsync("create table t (n int, v varchar(3))");
        await scripts.RunAsync("delete from starlift.definitions; insert into starlift.definitions values ('t', 'create table t (v varchar(3), gone int)')");
        await scripts.ReopenAsync();

        Assert.Equal("3", await LongestAsync(scripts));
        Assert.Equal(["1|abc"], await scripts.QueryAsync("select n, v from t"));
    }

    [Fact]
    public async Task Defaults_of_an_altered_table_stay()
    {
        await using var scripts = new ScratchScripts(onFile: true);
        scripts.Add("rows", """{"v":"a"}""");
        await scripts.RunAsync("create table t (n int default 2 * 3, v varchar(3)); alter table t add column w date");
        await scripts.ReopenAsync();
        await scripts.RunAsync("create table u (like t including defaults); copy u (v) from 's3://b/rows' iam_role default json 'auto'");

        Assert.Equal(["6|a|NULL"], await scripts.QueryAsync("select * from u"));
    }
}
