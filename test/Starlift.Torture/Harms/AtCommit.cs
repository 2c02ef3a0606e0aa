using Starlift.Torture.Wire;

namespace Starlift.Torture.Harms;

/// <summary>A proxy stands between Starlift and PostgreSQL, and waits for a COMMIT.</summary>
/// <param name="Number">The 1-based COMMIT.</param>
/// <param name="Stage">Where it is then.</param>
/// <param name="Deed">What is done.</param>
/// <param name="Blow">Of <see cref="CommitDeed.Strike"/>.</param>
/// <param name="Hold">How long the message is held.</param>
/// <param name="Refusal">How long no new connection is let through after one was cut; null to the end.</param>
sealed record AtCommit(int Number, CommitStage Stage, CommitDeed Deed, Blow? Blow, TimeSpan Hold, TimeSpan? Refusal) : Harm
{
    public override string Kind => Deed switch
    {
        CommitDeed.Hold => "COMMIT delayed",
        CommitDeed.Strike => $"{Blow!.Kind} at COMMIT",
        CommitDeed.KillServer or CommitDeed.KillSession => "server killed at COMMIT",
        _ => "connection cut at COMMIT",
    };

    public override string Words => FormattableString.Invariant(
        $"COMMIT {Number} {Stage.ToString().ToLowerInvariant()}: {Deed}{(Blow is null ? "" : $" with {Blow.Words}")}, held {Hold.TotalMilliseconds:0} ms, then refusing {(Refusal is { } time ? FormattableString.Invariant($"{time.TotalMilliseconds:0} ms") : "to the end")}");

    public override async Task<Harmed> DoAsync(Scene scene)
    {
        var server = ((PostgresSite)scene.Site).Server;
        await using var proxy = new WireProxy(server.Port) { Lateness = Hold };
        scene.Folder.Aim(PostgresSite.Keys(scene.Folder.Path, proxy.Port));
        var started = new TaskCompletionSource<RunningStarlift>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isDown = false;
        proxy.AtCommit = async (number, stage) =>
        {
            if (number != Number || stage != Stage)
            {
                return Passage.Whole;
            }

            var running = await started.Task;
            switch (Deed)
            {
                case CommitDeed.Hold:
                    await Task.Delay(Hold);
                    return Passage.Whole;
                case CommitDeed.Strike:
                    await Blow!.DealAsync(running);
                    await Task.Delay(Hold);
                    return Passage.Whole;
                case CommitDeed.KillServer:
                    await server.KillAsync();
                    isDown = true;
                    return Passage.None;
                case CommitDeed.KillSession:
                    await server.KillSessionAsync(PostgresSite.DatabaseOf(scene.Folder.Name));
                    return Passage.Whole;
                default:
                    await RefuseAsync(proxy);
                    return Deed == CommitDeed.DropHalf ? Passage.Half : Deed == CommitDeed.DropLate ? Passage.Late : Passage.None;
            }
        };
        using var process = scene.Start();
        started.SetResult(process);
        var ended = process.EndAsync();
        if (Refusal is not null)
        {
            // The server is there again before Starlift gives up.
            while (!ended.IsCompleted && !isDown)
            {
                await Task.WhenAny(ended, Task.Delay(5));
            }

            await RestartAsync(server, isDown);
            isDown = false;
        }

        var end = await ended;
        await RestartAsync(server, isDown);
        scene.Folder.Aim(scene.Site.Keys(scene.Folder.Path));
        return new Harmed(end);
    }

    static Task RestartAsync(PostgresServer server, bool isDown) => isDown ? server.StartAsync() : Task.CompletedTask;

    async Task RefuseAsync(WireProxy proxy)
    {
        proxy.Refuses = Refusal != TimeSpan.Zero;
        if (Refusal is { } refusal && refusal > TimeSpan.Zero)
        {
            await Task.Yield();
            _ = Task.Delay(refusal).ContinueWith(_ => proxy.Refuses = false, TaskScheduler.Default);
        }
    }
}
