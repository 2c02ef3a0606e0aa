using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>
/// Hands out the slices of a load's objects, in order, each once, and opens the streams of those that come next. Thread-safe.
/// Disposing closes what is open and not handed out.
/// </summary>
/// <param name="objects">The object versions to read.</param>
/// <param name="canSplit">Objects may be read from the middle.</param>
/// <param name="sliceSize">Bytes of a slice; an object's last may have nearly twice as many.</param>
/// <param name="ahead">How many slices are open beyond those handed out.</param>
/// <param name="open">Opens a slice's stream; called by any thread.</param>
sealed class SliceQueue(IReadOnlyList<ObjectVersion> objects, bool canSplit, long sliceSize, int ahead, Func<ObjectSlice, Stream> open) : IDisposable
{
    /// <summary>Large enough that opening a slice costs nothing, small enough that threads finish together.</summary>
    public const long SliceSize = 8 * 1024 * 1024;

    readonly Lock _lock = new();
    readonly Queue<SliceRead> _opened = [];
    int _object;
    int _slice;

    public int SliceCount(ObjectVersion version) => canSplit ? (int)Math.Max(1, version.Size / sliceSize) : 1;

    /// <summary>The next slice; null when all are handed out.</summary>
    public SliceRead? Take()
    {
        SliceRead? taken;
        SliceRead? opening;
        do
        {
            lock (_lock)
            {
                opening = Next();
                if (opening is not null)
                {
                    _opened.Enqueue(opening);
                }

                taken = (_opened.Count > ahead || opening is null) && _opened.TryDequeue(out var first) ? first : null;
            }

            // Opening may take a while, and so happens outside of the lock: another thread can take a slice meanwhile.
            if (opening != taken)
            {
                opening?.OpenAhead();
            }
        }
        while (taken is null && opening is not null);
        return taken;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _object = objects.Count;
            while (_opened.TryDequeue(out var read))
            {
                read.Dispose();
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
