namespace Starlift.Torture.Harms;

/// <summary>The server, or its process for this client, is killed.</summary>
/// <param name="When">The moment.</param>
/// <param name="Whole">All of the server; else one process, whereupon the server recovers by itself.</param>
/// <param name="RestartsAtOnce">The server is started again while Starlift runs; else when that has ended.</param>
sealed record ServerKilled(When When, bool Whole, bool RestartsAtOnce) : Harm
{
    public override string Kind => "server killed";

    public override string Words => $"{(Whole ? "the server" : "the session's process")} killed {When.Words}{(Whole ? RestartsAtOnce ? ", started again at once" : ", started again later" : "")}";

    public override bool WaitsForSteps => When.WaitsForSteps;

    public override async Task<Harmed> DoAsync(Scene scene)
    {
        var server = ((PostgresSite)scene.Site).Server;
        using var running = scene.Start();
        await When.WaitAsync(scene, running);
        if (!Whole)
        {
            await server.KillSessionAsync(PostgresSite.DatabaseOf(scene.Folder.Name));
            return new Harmed(await running.EndAsync());
        }

        await server.KillAsync();
        if (RestartsAtOnce)
        {
            await server.StartAsync();
            return new Harmed(await running.EndAsync());
        }

        var end = await running.EndAsync();
        await server.StartAsync();
        return new Harmed(end);
    }
}
