namespace Starlift.Torture.Harms;

/// <param name="Share">Of the usual duration.</param>
sealed record Anytime(double Share) : When
{
    public override string Kind => "at any time";

    public override string Words => FormattableString.Invariant($"after {Share:0.000} of its time");

    public override Task WaitAsync(Scene scene, RunningStarlift running) => PauseAsync(scene.Usual.Duration * Share);
}
