using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>
/// Hands out the slices of a load's objects, each once, and opens the streams of those that come next. Of these it hands out first
/// whose bytes are there first, so that an object that makes itself waited for holds up no other. Without streams ahead slices are
/// handed out in order. Thread-safe. Disposing closes what is open and not handed out.
/// </summary>
/// <param name="objects">The object versions to read.</param>
/// <param name="canSplit">Objects may be read from the middle.</param>
/// <param name="sliceSize">Bytes of a slice; an object's last may have nearly twice as many.</param>
/// <param name="ahead">How many slices are open beyond those handed out.</param>
/// <param name="open">Opens a slice's stream; called by any thread.</param>
sealed class SliceQueue(IReadOnlyList<ObjectVersion> objects, bool canSplit, long sliceSize, int ahead, Func<ObjectSlice, Stream> open) : IDisposable
{
    /// <summary>Large enough that opening a slice costs nothing, small enough that threads finish together.</summary>
    public const long LargestSlice = 8 * 1024 * 1024;

    const long SmallestSlice = 1024 * 1024;

    readonly object _gate = new();
    readonly HashSet<SliceRead> _opened = [];
    readonly Queue<SliceRead> _ready = [];
    int _object;
    int _slice;

    /// <summary>Bytes of a slice for these objects: smaller where there is so little to read that a thread would have nothing to do.</summary>
    public static long SliceSizeFor(IReadOnlyList<ObjectVersion> objects) =>
        Math.Clamp(objects.Sum(version => version.Size) / (4 * Environment.ProcessorCount), SmallestSlice, LargestSlice);

    public int SliceCount(ObjectVersion version) => canSplit ? (int)Math.Max(1, version.Size / sliceSize) : 1;

    /// <summary>A slice that nobody has; null when all are handed out. Waits while there are only slices whose bytes are still to come.</summary>
    public SliceRead? Take()
    {
        if (ahead == 0)
        {
            lock (_gate)
            {
                return Next();
            }
        }

        while (Reserve() is { } opening)
        {
            // Opening may take a while, and so happens outside of the lock: another thread can take a slice meanwhile.
            opening.OpenAhead().ContinueWith(
                _ => AddReady(opening), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        lock (_gate)
        {
            while (_ready.Count == 0 && _opened.Count > 0)
            {
                Monitor.Wait(_gate);
            }

            if (_ready.TryDequeue(out var read) && _opened.Remove(read) && _opened.Count == 0)
            {
                // Whoever else waits has nothing to wait for any more.
                Monitor.PulseAll(_gate);
            }

            return read;
        }
    }

    public void Dispose()
    {
        SliceRead[] opened;
        lock (_gate)
        {
            _object = objects.Count;
            opened = [.. _opened];
            _opened.Clear();
            _ready.Clear();
            Monitor.PulseAll(_gate);
        }

        foreach (var read in opened)
        {
            read.Dispose();
        }
    }

    /// <summary>The next slice to open; null where enough are open, one for the caller included.</summary>
    SliceRead? Reserve()
    {
        lock (_gate)
        {
            if (_opened.Count > ahead || Next() is not { } read)
            {
                return null;
            }

            _opened.Add(read);
            return read;
        }
    }

    void AddReady(SliceRead read)
    {
        lock (_gate)
        {
            // Not where the queue was closed meanwhile.
            if (_opened.Contains(read))
            {
                _ready.Enqueue(read);
                Monitor.Pulse(_gate);
            }
        }
    }

    SliceRead? Next()
    {
        if (_object == objects.Count)
        {
            return null;
        }

        var version = objects[_object];
        var isLast = _slice == SliceCount(version) - 1;
        var start = _slice * sliceSize;
        var slice = new ObjectSlice(version, _object, _slice, start, isLast ? long.MaxValue : start + sliceSize);
        (_object, _slice) = isLast ? (_object + 1, 0) : (_object, _slice + 1);
        return new SliceRead(slice, open);
    }
}
