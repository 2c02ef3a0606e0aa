namespace Starlift.Torture;

/// <summary>A place on a target where one moment at a time happens, and the databases that moments begin with.</summary>
abstract class Site : IAsyncDisposable
{
    /// <summary>Of the project's target, as starlift.yaml states it.</summary>
    public abstract string Keys(string folder);

    /// <summary>The folder's database is as one that was kept; empty where the state is.</summary>
    public abstract Task PutAsync(MomentFolder folder, string state);

    /// <summary>Keeps the folder's database for others to begin with. Nothing has it open.</summary>
    public abstract Task KeepAsync(MomentFolder folder, string state);

    /// <summary>Opens the folder's database as it is; what a process that was killed had committed is there.</summary>
    /// <exception cref="UnopenableException">It can't be opened.</exception>
    public abstract Task<Look> LookAsync(MomentFolder folder);

    /// <summary>Does the scene's work undisturbed.</summary>
    public abstract Task<Usual> WatchAsync(Scene scene);

    /// <summary>The folder's database is no longer needed, or is to be kept beside the folder's files.</summary>
    public abstract Task DropAsync(MomentFolder folder, bool keepsFiles);

    public abstract ValueTask DisposeAsync();

    /// <exception cref="InvalidOperationException">The work failed.</exception>
    protected static async Task<Usual> MeasureAsync(Scene scene)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var running = scene.Start();
        var end = await running.EndAsync();
        end.ThrowIfFailed();
        return Usual.Unknown with
        {
            Duration = TimeProvider.System.GetElapsedTime(begun),
            Steps = [.. end.Error.Split('\n').Select(Step.Of).OfType<string>().Distinct()],
        };
    }
}
