using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>Hands out the slices of a load's objects, in order, each once. Thread-safe.</summary>
/// <param name="objects">The object versions to read.</param>
/// <param name="canSplit">Objects may be read from the middle.</param>
/// <param name="sliceSize">Bytes of a slice; an object's last may have nearly twice as many.</param>
sealed class SliceQueue(IReadOnlyList<ObjectVersion> objects, bool canSplit, long sliceSize = SliceQueue.SliceSize)
{
    /// <summary>Large enough that opening a slice costs nothing, small enough that threads finish together.</summary>
    public const long SliceSize = 8 * 1024 * 1024;

    readonly Lock _lock = new();
    int _object;
    int _slice;

    public int SliceCount(ObjectVersion version) => canSplit ? (int)Math.Max(1, version.Size / sliceSize) : 1;

    /// <summary>The next slice; null when all are handed out.</summary>
    public ObjectSlice? Take()
    {
        lock (_lock)
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
            return slice;
        }
    }
}
