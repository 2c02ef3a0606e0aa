using Starlift.Cli.Settings;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;

namespace Starlift.RedshiftTests;

/// <summary>The Sparkify project on Starlift's own server, with a handful of songs and plays; each run's statements are kept.</summary>
sealed class RecordedSession : IAsyncDisposable
{
    const string Song = """
        {"num_songs":1,"artist_id":"ARA","artist_latitude":null,"artist_longitude":null,"artist_location":"Bergen","artist_name":"Ada","song_id":"SOA","title":"One","duration":200.5,"year":2001}
        """;

    const string Paths = """
        {"jsonpaths":["$['artist']","$['auth']","$['firstName']","$['gender']","$['itemInSession']","$['lastName']","$['length']","$['level']","$['location']","$['method']","$['page']","$['registration']","$['sessionId']","$['song']","$['status']","$['ts']","$['userAgent']","$['userId']"]}
        """;

    readonly ScratchRedshift _redshift;
    readonly string _folder = Directory.CreateTempSubdirectory("starlift-").FullName;

    RecordedSession(ScratchRedshift redshift) => _redshift = redshift;

    public ScratchRedshift Redshift => _redshift;

    public static async Task<RecordedSession> StartAsync()
    {
        var session = new RecordedSession(await ScratchRedshift.StartAsync());
        session._redshift.Put("s3://lake/song_data/A/A/TRA.json", Song);
        session._redshift.Put("s3://lake/log_json_path.json", Paths);
        session.PutDay("2018-11-01", Play(1541106106796, "8", "One", "Ada"));
        var source = Path.Combine(Starlift.Tests.Repository.Root, "pipelines/sparkify");
        foreach (var file in Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories).Where(file => file.EndsWith(".sql", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(session._folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return session;
    }

    public static string Play(long time, string user, string title, string artist, string level = "free", int item = 0) =>
        $$"""
        {"artist":"{{artist}}","auth":"Logged In","firstName":"Kaylee","gender":"F","itemInSession":{{item}},"lastName":"Summers","length":200.5,"level":"{{level}}","location":"Bergen","method":"PUT","page":"NextSong","registration":1540344794796.0,"sessionId":139,"song":"{{title}}","status":200,"ts":{{time}},"userAgent":"it's \\ \"quoted\"","userId":"{{user}}"}
        """;

    public void PutDay(string day, string events) => _redshift.Put($"s3://lake/log_data/2018/11/{day}-events.json", events);

    /// <summary>Replaces a file of the project.</summary>
    public void Change(string file, Func<string, string> change) =>
        File.WriteAllText(Path.Combine(_folder, file), change(File.ReadAllText(Path.Combine(_folder, file))));

    /// <summary>Runs in a session of its own.</summary>
    public async Task<RunReport> RunAsync()
    {
        _redshift.Server.Statements.Clear();
        var overrides = new ProjectOverrides(new Dictionary<string, string> { ["data"] = "s3://lake" }, _ => null);
        var project = ProjectReader.Read(_folder, overrides, KnownTargetTypes.All);
        await using var warehouse = await _redshift.OpenAsync(tables: name => project.Table(name)?.Definition);
        return await new Runner(project, warehouse, _redshift.Store, new SilentObserver(), Identity())
            .RunAsync(RunOptions.Default, ScratchRedshift.Cancel);
    }

    /// <summary>A query in a session of its own, values parted by |.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var warehouse = await _redshift.OpenAsync();
        return [.. (await Starlift.Warehouses.WarehouseExtensions.QueryAsync(warehouse, sql, ScratchRedshift.Cancel)).Rows.Select(row => string.Join('|', row))];
    }

    public string Recorded() => Statements.Recorded(_redshift.Server.Statements);

    public async ValueTask DisposeAsync()
    {
        await _redshift.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    static RunIdentity Identity() => new("1.2.3", "redshift", "ada@harbour", TimeProvider.System);
}
