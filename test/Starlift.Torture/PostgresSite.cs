using Npgsql;
using Starlift.Torture.Wire;

namespace Starlift.Torture;

/// <summary>A database a folder, on a server of the site's own, which may be killed.</summary>
/// <param name="server">Started; is disposed.</param>
sealed class PostgresSite(PostgresServer server) : Site
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public PostgresServer Server => server;

    public override string Keys(string folder) => Keys(folder, server.Port);

    public static string Keys(string folder, int port) =>
        $"type: postgres, host: 127.0.0.1, port: {port}, database: {DatabaseOf(Path.GetFileName(folder))}, user: {PostgresServer.User}, sslmode: disable";

    public override async Task PutAsync(MomentFolder folder, string state) => await ExecuteAsync(
        $"create database {DatabaseOf(folder.Name)} template {(state == Work.Nothing ? "template0" : KeptAs(state))} strategy file_copy");

    public override async Task KeepAsync(MomentFolder folder, string state)
    {
        await AwaitQuietAsync(folder);
        await ExecuteAsync($"create database {KeptAs(state)} template {DatabaseOf(folder.Name)} strategy file_copy");
    }

    public override async Task<Look> LookAsync(MomentFolder folder)
    {
        await AwaitQuietAsync(folder);
        try
        {
            return new Look(await server.OpenAsync(DatabaseOf(folder.Name)));
        }
        catch (NpgsqlException e)
        {
            throw new UnopenableException(e.Message, e);
        }
    }

    public override async Task<Usual> WatchAsync(Scene scene)
    {
        await using var proxy = new WireProxy(server.Port);
        scene.Folder.Aim(Keys(scene.Folder.Path, proxy.Port));
        var usual = await MeasureAsync(scene);
        return usual with { Commits = proxy.Commits };
    }

    public override async Task DropAsync(MomentFolder folder, bool keepsFiles)
    {
        if (keepsFiles)
        {
            await server.DumpAsync(DatabaseOf(folder.Name), Path.Combine(folder.Database, "dump.sql"));
        }

        await ExecuteAsync($"drop database {DatabaseOf(folder.Name)} with (force)");
    }

    public override ValueTask DisposeAsync() => server.DisposeAsync();

    public static string DatabaseOf(string folder) => folder.Replace('-', '_');

    static string KeptAs(string state) => $"kept_{state}";

    /// <summary>The session of a process that was killed ends when the server notices, and may commit until then.</summary>
    async Task AwaitQuietAsync(MomentFolder folder)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await using var look = new Look(await server.OpenAsync("postgres"));
        while ((await look.QueryAsync($"select pid from pg_stat_activity where datname = '{DatabaseOf(folder.Name)}'")).Count > 0)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException($"sessions of {folder.Name} do not end");
            }

            await Task.Delay(5);
        }
    }

    async Task ExecuteAsync(string sql)
    {
        await using var look = new Look(await server.OpenAsync("postgres"));
        await look.ExecuteAsync(sql);
    }
}
