using System.Diagnostics;
using Starlift.Cli.Settings;
using Starlift.Projects;
using Starlift.Stars;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>The Sparkify project gives the same star on PostgreSQL as on DuckDB.</summary>
public sealed class SparkifyTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_data_set_gives_the_published_counts_and_the_same_star_on_both()
    {
        PublicData.SkipWhereMissing();
        await using var postgres = await PostgresTarget.MakeAsync();
        await using var duckDb = new DuckDbTarget(postgres.Store);
        await PublicData.LayOutAsync(Path.Combine(postgres.Folder, "data"));
        var project = ProjectIn(postgres);
        await using (var warehouse = await postgres.OpenAsync(name => project.Table(name)?.Definition))
        {
            var report = await WarehouseContract.RunAsync(project, postgres, warehouse);
            Assert.Equal([("staging_events", 8056L, 0), ("staging_songs", 14896L, 0)], report.Loads.Select(load => (load.Name, load.Rows, load.Rejects)).Order());
            Assert.True((await WarehouseContract.RunAsync(project, postgres, warehouse)).NothingNew);
            Assert.Equal(["6820|333|97|14896|9553|6813"], ScratchTarget.Lines(await warehouse.QueryAsync(
                """
                select (select count(*) from songplays), (select count(song_id) from songplays), (select count(*) from users),
                    (select count(*) from songs), (select count(*) from artists), (select count(*) from time)
                """,
                Stop)));
            await using var local = await duckDb.OpenAsync(name => project.Table(name)?.Definition);
            await WarehouseContract.RunAsync(project, postgres, local);
            await AssertSameAsync(project, local, warehouse);
            await warehouse.ExecuteAsync("update users set level = 'none' where user_id = 10; delete from time where start_time = (select min(start_time) from time)", Stop);
        }

        var (exitCode, output, error) = await DiffAsync(postgres, duckDb);
        Assert.Equal(3, exitCode);
        Assert.Matches(@"(?m)^ *songs +14896 +14896 +([0-9a-f]{32}) +\1 +true", output);
        Assert.Contains("only on postgres: user_id = 10", error, StringComparison.Ordinal);
        Assert.Contains("time has 6813 rows on local and 6812 on postgres", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_daily_runs_in_any_order_and_one_run_give_the_same_star_on_both()
    {
        PublicData.SkipWhereMissing();
        await using var postgres = await PostgresTarget.MakeAsync();
        await using var duckDb = new DuckDbTarget(postgres.Store);
        postgres.Put("data/log_json_path.json", await File.ReadAllTextAsync(PublicData.JsonPaths, Stop));
        var random = new Random(20181101);
        var days = PublicData.EventFiles.ToArray();
        var songs = PublicData.Songs.ToArray();
        random.Shuffle(days);
        random.Shuffle(songs);
        var project = ProjectIn(postgres);
        await using var left = await duckDb.OpenAsync(name => project.Table(name)?.Definition);
        await using var right = await postgres.OpenAsync(name => project.Table(name)?.Definition);
        for (var run = 0; run < days.Length; run++)
        {
            postgres.Put($"data/log_data/2018/11/{Path.GetFileName(days[run])}", await File.ReadAllTextAsync(days[run], Stop));
            postgres.Put($"data/song_data/{run}.json", string.Join('\n', songs.Where((_, index) => index % days.Length == run)));
            await WarehouseContract.RunAsync(project, postgres, left);
            await WarehouseContract.RunAsync(project, postgres, right);
        }

        Assert.Equal(30, days.Length);
        await AssertSameAsync(project, left, right);
        await using var once = new DuckDbTarget(postgres.Store);
        await using var whole = await once.OpenAsync(name => project.Table(name)?.Definition);
        await WarehouseContract.RunAsync(project, postgres, whole);
        await AssertSameAsync(project, whole, right);
        Assert.Equal(6820, await right.CountAsync("select count(*) from songplays", Stop));
        Assert.Equal(333, await right.CountAsync("select count(song_id) from songplays", Stop));
    }

    static async Task AssertSameAsync(Project project, IWarehouse left, IWarehouse right)
    {
        var tables = new List<TableDifference>();
        await foreach (var table in new StarDiff(project, left, right).CompareAsync(Stop))
        {
            Assert.Empty(table.OnlyLeft);
            Assert.Empty(table.OnlyRight);
            Assert.True(table.IsSame);
            tables.Add(table);
        }

        Assert.Equal(["artists", "songplays", "songs", "time", "users"], tables.Select(table => table.Table.Name).Order());
    }

    // The project of the repository, with the target's own settings; its data is beside it.
    static Project ProjectIn(PostgresTarget target)
    {
        var sparkify = Path.Combine(SourceTree.Root, "pipelines", "sparkify");
        foreach (var file in new[] { "tables", "loads", "models" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(sparkify, part))))
        {
            target.Put(Path.GetRelativePath(sparkify, file), File.ReadAllText(file));
        }

        target.Put("starlift.yaml", """
            name: sparkify
            vars: { data: ./data }
            targets:
              local: { type: duckdb, path: "${env:LOCAL}" }
              postgres:
                type: postgres
                host: "${env:HOST}"
                port: "${env:PORT}"
                database: "${env:DATABASE}"
                user: "${env:LOGIN}"
                password: "${env:PGPASSWORD}"
                sslmode: verify-full
                sslrootcert: "${env:ROOT}"
            default_target: local
            """);
        return ProjectReader.Read(target.Folder, new ProjectOverrides(new Dictionary<string, string>(), _ => null), KnownTargetTypes.All);
    }

    static async Task<(int ExitCode, string Out, string Error)> DiffAsync(PostgresTarget postgres, DuckDbTarget duckDb)
    {
        var start = new ProcessStartInfo(
            CliTests.StarliftBinary.FullPath,
            ["diff", "--target", "local", "--target", "postgres", "-p", postgres.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new (string, string)[]
        {
            ("LOCAL", duckDb.Path), ("HOST", postgres.Server.Host), ("PORT", $"{postgres.Server.Port}"), ("DATABASE", postgres.Database),
            ("LOGIN", postgres.Server.User), ("PGPASSWORD", postgres.Server.Password), ("ROOT", postgres.Options.RootCertificate!),
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var error = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, await error);
    }
}
