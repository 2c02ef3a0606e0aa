using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

public sealed class DuckDbReadOnlyTests : ReadOnlyContract
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected override IEnumerable<string> Writing =>
        [.. base.Writing, "with x as (select 1 as a) delete from facts"];

    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());

    [Fact]
    public async Task A_file_that_is_not_there_is_read_as_empty_and_not_made()
    {
        await using var target = new DuckDbTarget();
        await using (var reader = await target.OpenToReadAsync())
        {
            Assert.Equal(1, await reader.CountAsync("select 1", Stop));
            await Assert.ThrowsAsync<StarliftException>(() => reader.ExecuteAsync("create table facts (id int)", Stop));
        }

        Assert.Empty(Directory.GetFileSystemEntries(target.Folder));
    }

    [Fact]
    public async Task A_session_that_reads_beside_one_that_writes_does_not_write_either()
    {
        await using var target = new DuckDbTarget();
        await using var writer = await target.OpenAsync();
        await writer.ExecuteAsync("create table facts (id int); insert into facts values (1)", Stop);
        await using (var reader = await target.OpenToReadAsync())
        {
            await Assert.ThrowsAsync<StarliftException>(() => reader.ExecuteAsync("delete from facts", Stop));
            Assert.Equal(1, await reader.CountAsync("select count(*) from facts", Stop));
        }

        await writer.ExecuteAsync("insert into facts values (2)", Stop);
        Assert.Equal(2, await writer.CountAsync("select count(*) from facts", Stop));
    }

    [Fact]
    public async Task A_file_that_is_being_read_here_is_not_opened_for_writing()
    {
        await using var target = new DuckDbTarget();
        await (await target.OpenAsync()).DisposeAsync();
        await using var reader = await target.OpenToReadAsync();
        var error = await Assert.ThrowsAsync<StarliftException>(() => target.OpenAsync());
        Assert.Equal((ExitCode.Locked, $"{target.Path} is being read by this process"), (error.ExitCode, error.Message));
    }

    /// <summary>What a killed run leaves is a file and its log.</summary>
    [Fact]
    public async Task A_log_that_was_not_moved_into_the_file_is_read_and_stays()
    {
        await using var target = new DuckDbTarget();
        var copy = Path.Combine(target.Folder, "copy.duckdb");
        await using (var writer = await target.OpenAsync())
        {
            await writer.ExecuteAsync("create table facts (id int identity(1,1) primary key, name varchar(5) unique default 'b'); comment on column facts.name is 'x'; insert into facts (name) values ('a')", Stop);
            File.Copy(target.Path, copy);
            File.Copy($"{target.Path}.wal", $"{copy}.wal");
        }

        var (file, log) = (await File.ReadAllBytesAsync(copy, Stop), await File.ReadAllBytesAsync($"{copy}.wal", Stop));
        await using (var reader = await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = copy, Access = WarehouseAccess.Read }, _ => null, target.Store, Stop))
        {
            Assert.Equal(["a"], ScratchTarget.Lines(await reader.QueryAsync("select name from facts", Stop)));
        }

        Assert.Equal(file, await File.ReadAllBytesAsync(copy, Stop));
        Assert.Equal(log, await File.ReadAllBytesAsync($"{copy}.wal", Stop));
    }
}
