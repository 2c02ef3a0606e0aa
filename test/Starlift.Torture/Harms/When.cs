namespace Starlift.Torture.Harms;

/// <summary>The moment itself.</summary>
abstract record When
{
    public abstract string Kind { get; }

    public abstract string Words { get; }

    public virtual bool WaitsForSteps => false;

    /// <summary>Returns at that moment, or when the process has ended.</summary>
    public abstract Task WaitAsync(Scene scene, RunningStarlift running);

    protected static Task PauseAsync(TimeSpan pause) => pause > TimeSpan.Zero ? Task.Delay(pause) : Task.CompletedTask;
}
