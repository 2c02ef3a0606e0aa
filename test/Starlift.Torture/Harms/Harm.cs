namespace Starlift.Torture.Harms;

/// <summary>What is done to Starlift, or to what it stands on, while it works. Everything about it is chosen beforehand.</summary>
abstract record Harm
{
    /// <summary>Of the harms of its kind, for the table.</summary>
    public abstract string Kind { get; }

    /// <summary>In full, for who replays it.</summary>
    public abstract string Words { get; }

    /// <summary>Starlift has to tell its steps, because they are waited for.</summary>
    public virtual bool WaitsForSteps => false;

    /// <summary>Before the database is put where it belongs.</summary>
    public virtual Task PrepareAsync(MomentFolder folder) => Task.CompletedTask;

    /// <summary>Starts Starlift and does the harm; at the end whatever was harmed works again.</summary>
    public abstract Task<Harmed> DoAsync(Scene scene);

    /// <summary>When the folder's database is no longer needed.</summary>
    public virtual Task CleanUpAsync(MomentFolder folder) => Task.CompletedTask;
}
