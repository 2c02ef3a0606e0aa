namespace Starlift.Torture.Harms;

/// <summary>As soon as the engine has written to its folder.</summary>
/// <param name="Share">Of the writes that there usually are.</param>
/// <param name="Step">Only writes after it are counted, of which there are few; null for all. The last step's are those of COMMIT.</param>
/// <param name="Pause">After the write.</param>
sealed record AtWrite(double Share, string? Step, TimeSpan Pause) : When
{
    const int WritesOfStep = 8;

    public override string Kind => Step is null ? "at a write" : "at COMMIT";

    public override string Words => FormattableString.Invariant($"{Pause.TotalMilliseconds:0} ms after {Share:0.000} of the writes{(Step is null ? "" : $" after {Step}")}");

    public override bool WaitsForSteps => Step is not null;

    public override async Task WaitAsync(Scene scene, RunningStarlift running)
    {
        using var writes = new Writes(scene.Folder.Database);
        if (Step is not null)
        {
            await running.TellsAsync(Step);
            writes.StartOver();
        }

        await writes.AwaitAsync(1 + (int)(Share * (Step is null ? scene.Usual.Writes : WritesOfStep)), running);
        await PauseAsync(Pause);
    }
}
