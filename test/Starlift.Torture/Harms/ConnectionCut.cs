using Starlift.Torture.Wire;

namespace Starlift.Torture.Harms;

/// <summary>The connection to PostgreSQL is cut.</summary>
/// <param name="When">The moment.</param>
/// <param name="IsForGood">No new connection is let through until Starlift has ended.</param>
sealed record ConnectionCut(When When, bool IsForGood) : Harm
{
    public override string Kind => "connection cut";

    public override string Words => $"connection cut{(IsForGood ? " for good" : "")} {When.Words}";

    public override bool WaitsForSteps => When.WaitsForSteps;

    public override async Task<Harmed> DoAsync(Scene scene)
    {
        var server = ((PostgresSite)scene.Site).Server;
        await using var proxy = new WireProxy(server.Port);
        scene.Folder.Aim(PostgresSite.Keys(scene.Folder.Path, proxy.Port));
        using var running = scene.Start();
        await When.WaitAsync(scene, running);
        proxy.Refuses = IsForGood;
        proxy.DropAll();
        var end = await running.EndAsync();
        scene.Folder.Aim(scene.Site.Keys(scene.Folder.Path));
        return new Harmed(end);
    }
}
