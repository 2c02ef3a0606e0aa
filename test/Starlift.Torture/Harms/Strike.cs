namespace Starlift.Torture.Harms;

/// <summary>The process is killed, or told to stop.</summary>
sealed record Strike(When When, Blow Blow) : Harm
{
    public override string Kind => $"{Blow.Kind} {When.Kind}";

    public override string Words => $"{Blow.Words} {When.Words}";

    public override bool WaitsForSteps => When.WaitsForSteps;

    public override async Task<Harmed> DoAsync(Scene scene)
    {
        using var running = scene.Start();
        await When.WaitAsync(scene, running);
        await Blow.DealAsync(running);
        return new Harmed(await running.EndAsync());
    }
}
