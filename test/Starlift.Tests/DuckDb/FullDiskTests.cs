using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Tests.Runs;
using Starlift.Warehouses;

namespace Starlift.Tests.DuckDb;

/// <summary>Whatever is being written when the disk is full: why is told, what was committed stays, and the file opens again.</summary>
public sealed class FullDiskTests
{
    const string Full = "No space left on device";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_can_not_be_moved_into_the_file_is_told_and_holds_what_was_committed()
    {
        using var disk = new SmallDisk();
        await using (var warehouse = await OpenAsync(disk))
        {
            await warehouse.ExecuteAsync("create table t (id bigint identity(1,1), b varchar(200)); comment on column t.b is 'x'", Stop);
            await warehouse.FlushAsync();
            await warehouse.ExecuteAsync($"insert into t (b) select repeat('x', 150) from ({Numbers(1000)})", Stop);
            disk.Fill(leave: 4096);
            var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.FlushAsync());
            Assert.Equal(ExitCode.RunFailed, error.ExitCode);
            Assert.StartsWith($"what is committed stays in DuckDB's log, {disk.Database}.wal, which could not be moved into the file: ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith(Full, error.Message, StringComparison.Ordinal);
            Assert.Contains("free space", error.Hint, StringComparison.Ordinal);
            Assert.Equal(1000, await warehouse.CountAsync("select count(*) from t", Stop));
        }

        await using (var again = await OpenAsync(disk))
        {
            Assert.Equal(1000, await again.CountAsync("select count(*) from t", Stop));
        }

        disk.Free();
        await using (var last = await OpenAsync(disk))
        {
            Assert.Equal(1000, await last.CountAsync("select count(*) from t", Stop));
            await last.FlushAsync();
        }

        Assert.False(File.Exists($"{disk.Database}.wal"));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public async Task A_commit_without_room_is_rolled_back_or_told_as_unknown_and_the_session_goes_on(int rows)
    {
        using var disk = new SmallDisk(megabytes: 32);
        await using var warehouse = await OpenAsync(disk);
        await warehouse.ExecuteAsync("create table t (id bigint identity(1,1), b varchar(40)); insert into t (b) values ('before')", Stop);
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync($"insert into t (b) select md5(n::varchar) from ({Numbers(rows)})", Stop);
        disk.Fill(leave: 4096);
        var error = await Assert.ThrowsAnyAsync<StarliftException>(warehouse.CommitAsync);
        Assert.StartsWith("DuckDB could not commit: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(Full, error.Message, StringComparison.Ordinal);
        await warehouse.RollbackAsync();
        Assert.Equal(["1|before"], await ScratchFile.QueryAsync(warehouse, "select id, b from t"));
        await warehouse.BeginAsync(Stop);
        await warehouse.RollbackAsync();
        disk.Free();
        await warehouse.ExecuteAsync("insert into t (b) values ('after')", Stop);
        await warehouse.FlushAsync();
        Assert.Equal(["after", "before"], await ScratchFile.QueryAsync(warehouse, "select b from t order by b"));
    }

    [Fact]
    public async Task A_statement_without_room_says_so_and_its_transaction_can_be_undone()
    {
        using var disk = new SmallDisk();
        await using var warehouse = await OpenAsync(disk);
        await warehouse.ExecuteAsync("create table t (b varchar(40)); insert into t values ('before')", Stop);
        await warehouse.BeginAsync(Stop);
        disk.Fill(leave: 300_000);
        var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.ExecuteAsync($"insert into t select md5(n::varchar) from ({Numbers(600_000)})", Stop));
        Assert.Contains(Full, error.Message, StringComparison.Ordinal);
        Assert.Equal("free space on the disk of the target's file, and run again", error.Hint);
        Assert.NotNull(error.Problems[0].Place);
        await warehouse.RollbackAsync();
        Assert.Equal(["before"], await ScratchFile.QueryAsync(warehouse, "select b from t"));
    }

    [Fact]
    public async Task A_file_that_there_is_no_room_for_is_told_as_that()
    {
        using var disk = new SmallDisk();
        disk.Fill(leave: 0);
        var error = await Assert.ThrowsAsync<StarliftException>(() => OpenAsync(disk));
        Assert.Equal(ExitCode.RunFailed, error.ExitCode);
        Assert.Contains(Full, error.Message, StringComparison.Ordinal);
        Assert.Equal("free space on its disk, and run again", error.Hint);
    }

    /// <summary>Whatever room there is, the run is published and says so, or is not and says so; the next one, with room, completes it.</summary>
    [Fact]
    public async Task A_run_on_a_full_disk_tells_the_truth_at_every_size()
    {
        for (var room = 100_000; room <= 2_500_000; room += 300_000)
        {
            using var disk = new SmallDisk();
            await using var runs = ScratchRuns.With("id int, name varchar(200)", database: disk.Database)
                .Add("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto' maxerror 5")
                .Star("things", "thing_id bigint identity(0,1), id int not null, name varchar(200), unique (id)", "select id, name from arrivals")
                .Add("data/1.json", string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{{\"id\":{i},\"name\":\"{Guid.NewGuid()}{i}\"}}\n")) + "{\"id\":\"x\"}");
            disk.Fill(room);
            var told = await TellAsync(runs);
            disk.Free();
            await runs.CloseAsync();
            var published = await runs.QueryAsync("select count(*) from information_schema.tables where table_name = 'things'") is ["1"]
                && await runs.QueryAsync("select count(*) from things") is ["5000"];
            Assert.True(published == told.IsPublished, $"with room for {room} bytes: published {published}, and told: {told.Message}");
            Assert.True(told.Message is "" || told.Message.Contains(Full, StringComparison.Ordinal), $"with room for {room} bytes: {told.Message}");
            Assert.Equal(published, (await runs.RunAsync()).NothingNew);
            Assert.Equal(["5000"], await runs.QueryAsync("select count(*) from things"));
            Assert.Equal(["0"], await runs.QueryAsync("select count(*) from starlift.runs where outcome = 'running'"));
            Assert.True((await runs.ReconcileAsync()).IsComplete);
        }
    }

    static async Task<(bool IsPublished, string Message)> TellAsync(ScratchRuns runs)
    {
        try
        {
            await runs.RunAsync();
            return (true, "");
        }
        catch (StarliftException e)
        {
            return (e.Message.Contains("is published, but", StringComparison.Ordinal), e.Message);
        }
    }

    static string Numbers(int count) => $"select n from (select row_number() over () as n from {string.Join(", ", "abcdef".Select(name => $"({Ten}) as {name}"))}) as numbers where n <= {count}";

    const string Ten = "select 1 as d union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9 union all select 10";

    static Task<DuckDbWarehouse> OpenAsync(SmallDisk disk) => DuckDbWarehouse.OpenAsync(
        new DuckDbOptions { Path = disk.Database, Threads = 1 }, _ => null, new LocalObjectStore(disk.Folder), Stop);
}
