namespace Starlift.Torture;

/// <summary>Counts what changes below a folder.</summary>
sealed class Writes : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly FileSystemWatcher _watcher;
    readonly SemaphoreSlim _changed = new(0);
    int _count;

    public Writes(string folder)
    {
        _watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size, InternalBufferSize = 1 << 16 };
        _watcher.Changed += (_, _) => Add();
        _watcher.Created += (_, _) => Add();
        _watcher.Deleted += (_, _) => Add();
        _watcher.EnableRaisingEvents = true;
    }

    public int Count => Volatile.Read(ref _count);

    public void StartOver() => Volatile.Write(ref _count, 0);

    /// <summary>Returns when there are so many, or the process has ended.</summary>
    public async Task AwaitAsync(int count, RunningStarlift running)
    {
        while (Count < count && !running.HasEnded)
        {
            await _changed.WaitAsync(Pause);
        }
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _changed.Dispose();
    }

    void Add()
    {
        Interlocked.Increment(ref _count);
        try
        {
            _changed.Release();
        }
        catch (ObjectDisposedException)
        {
            // A change that was told late.
        }
    }
}
