namespace Starlift.Torture.Harms;

/// <param name="Step">As it is told.</param>
/// <param name="Pause">After it was told.</param>
sealed record AtStep(string Step, TimeSpan Pause) : When
{
    public override string Kind => Step == Torture.Step.Checked ? "at COMMIT" : "at a step";

    public override string Words => FormattableString.Invariant($"{Pause.TotalMilliseconds:0} ms after {Step}");

    public override bool WaitsForSteps => true;

    public override async Task WaitAsync(Scene scene, RunningStarlift running)
    {
        await running.TellsAsync(Step);
        await PauseAsync(Pause);
    }
}
