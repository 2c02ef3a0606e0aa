using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbFileTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("scratch", "scratch")]
    [InlineData("my db-1", "my db-1")]
    [InlineData("a'b\"c", "a'b\"c")]
    [InlineData("a.b", "a")]
    [InlineData("memory", "memory")]
    [InlineData("Memory", "Memory")]
    [InlineData("main", "main_db")]
    [InlineData("temp", "temp_db")]
    public async Task A_database_has_the_name_of_its_file_and_other_programs_read_its_views(string name, string database)
    {
        using var file = new ScratchFile(name);
        await using (var warehouse = await file.OpenAsync())
        {
            await warehouse.ExecuteAsync(
                "create schema other; create table other.t (a int); insert into other.t values (1); create table public.u (id bigint identity(1,1), b int); create view v as select a, b from other.t, u", Stop);
            await warehouse.AppendAsync(new("other", "t"), [[2]], Stop);
            await warehouse.ExecuteAsync("insert into u (b) values (5)", Stop);
            Assert.Equal([database], await ScratchFile.QueryAsync(warehouse, "select current_database()"));
            Assert.Equal(["id", "b"], await warehouse.ColumnsOfAsync(new("public", "u"), Stop));
        }

        Assert.Equal([$"{database}|main"], ScratchFile.QueryDirectly(file.Path, "select current_database(), current_schema()"));
        Assert.Equal(["1|5", "2|5"], ScratchFile.QueryDirectly(file.Path, "from v order by a"));
        ScratchFile.QueryDirectly(file.Path, "insert into u (b) values (6)");
        await using var again = await file.OpenAsync();
        Assert.Equal(["1|5", "2|6"], await ScratchFile.QueryAsync(again, "select id, b from u order by id"));
        Assert.Equal(["1|5", "1|6", "2|5", "2|6"], await ScratchFile.QueryAsync(again, "select a, b from v order by a, b"));
    }

    [Fact]
    public async Task Sessions_of_one_process_on_one_file_share_an_engine_whatever_link_leads_to_it()
    {
        using var file = new ScratchFile();
        var folder = Path.Combine(file.Folder, "folder");
        Directory.CreateSymbolicLink(folder, file.Folder);
        var link = Path.Combine(file.Folder, "link.duckdb");
        File.CreateSymbolicLink(link, file.Path);
        await using var first = await file.OpenAsync();
        await first.ExecuteAsync("create table t (a int); insert into t values (1)", Stop);
        await using (var second = await file.OpenAsync(Path.Combine(folder, "scratch.duckdb")))
        await using (var third = await file.OpenAsync(link))
        {
            await second.ExecuteAsync("insert into t values (2)", Stop);
            await third.ExecuteAsync("insert into t values (3)", Stop);
            await using var held = await second.LockAsync("ada@desk", Stop);
            var error = await Assert.ThrowsAsync<StarliftException>(() => third.LockAsync("bob@desk", Stop));
            Assert.StartsWith($"{link} is in use by ada@desk since ", error.Message, StringComparison.Ordinal);
        }

        await first.ExecuteAsync("insert into t values (4)", Stop);
        Assert.Equal(["1", "2", "3", "4"], await ScratchFile.QueryAsync(first, "select a from t order by a"));
    }

    [Fact]
    public async Task A_transaction_that_ends_with_its_session_leaves_the_file_to_the_others()
    {
        using var file = new ScratchFile();
        await using var first = await file.OpenAsync();
        await first.ExecuteAsync("create table t (a int)", Stop);
        await using (var second = await file.OpenAsync())
        {
            await second.BeginAsync(Stop);
            await second.ExecuteAsync("insert into t values (2)", Stop);
        }

        Assert.Equal(["0"], await ScratchFile.QueryAsync(first, "select count(*) from t"));
    }
}
