using System.Collections.Concurrent;
using System.Globalization;
using Starlift.Errors;

namespace Starlift.DuckDb;

/// <summary>
/// The lock of a database among the sessions of this process: DuckDB itself keeps other processes out as soon as one has opened the file.
/// </summary>
sealed class DuckDbLock : IAsyncDisposable
{
    static readonly ConcurrentDictionary<string, DuckDbLock> Held = new();

    readonly string _path;
    readonly string _holder;
    readonly DateTimeOffset _since;

    DuckDbLock(string path, string holder, DateTimeOffset since)
    {
        _path = path;
        _holder = holder;
        _since = since;
    }

    /// <exception cref="StarliftException">Another session holds it.</exception>
    public static DuckDbLock Take(DuckDbOptions options, string holder, TimeProvider time)
    {
        var path = options.IsInMemory ? options.Path : RealPath.Of(options.Path);
        var wanted = new DuckDbLock(path, holder, time.GetUtcNow());
        // each database in memory is one of its own
        var held = options.IsInMemory ? wanted : Held.GetOrAdd(path, wanted);
        return held == wanted
            ? wanted
            : throw new StarliftException(ExitCode.Locked, new Problem(
                string.Create(CultureInfo.InvariantCulture, $"{options.Path} is in use by {held._holder} since {held._since:yyyy-MM-dd HH:mm:ss} UTC"),
                Hint: "wait until that run is done"));
    }

    public ValueTask DisposeAsync()
    {
        Held.TryRemove(new KeyValuePair<string, DuckDbLock>(_path, this));
        return ValueTask.CompletedTask;
    }
}
