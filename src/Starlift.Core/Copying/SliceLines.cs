using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>
/// Makes line numbers that count from a slice's start into those of its object. Slices report from any thread; lines are asked for
/// on one thread, when all readers are done.
/// </summary>
sealed class SliceLines
{
    readonly IReadOnlyList<ObjectVersion> _objects;
    readonly IObjectStore _store;
    readonly Dictionary<int, (long Newlines, long StoppedAt)?[]> _closed = [];
    readonly Dictionary<(int Object, int Slice), long> _before = [];
    readonly int[] _open;

    public SliceLines(IReadOnlyList<ObjectVersion> objects, SliceQueue slices, IObjectStore store)
    {
        _objects = objects;
        _store = store;
        _open = new int[objects.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            _open[i] = slices.SliceCount(objects[i]);
            if (_open[i] > 1)
            {
                _closed.Add(i, new (long, long)?[_open[i]]);
            }
        }
    }

    /// <summary>The slice was read to its end.</summary>
    /// <param name="slice">Which slice.</param>
    /// <param name="newlines">Line feeds from its first record to where its reader stopped.</param>
    /// <param name="stoppedAt">Offset of the record that belongs to the next reader; 0 where no record begins in the slice.</param>
    public void Close(ObjectSlice slice, long newlines, long stoppedAt)
    {
        Interlocked.Decrement(ref _open[slice.ObjectIndex]);
        if (_closed.TryGetValue(slice.ObjectIndex, out var closed))
        {
            closed[slice.Index] = (newlines, stoppedAt);
        }
    }

    /// <summary>Every slice of the object was read to its end.</summary>
    public bool IsWhole(int objectIndex) => _open[objectIndex] == 0;

    /// <summary>The reject with the lines of its object.</summary>
    /// <param name="reject">Its lines count from the start of its slice.</param>
    /// <param name="objectIndex">0-based object of the load.</param>
    /// <param name="sliceIndex">0-based slice of the object.</param>
    public Reject OfObject(Reject reject, int objectIndex, int sliceIndex)
    {
        if (sliceIndex == 0)
        {
            return reject;
        }

        if (!_before.TryGetValue((objectIndex, sliceIndex), out var lines))
        {
            lines = LinesBefore(reject, objectIndex, sliceIndex);
            _before.Add((objectIndex, sliceIndex), lines);
        }

        return reject with { FirstLine = reject.FirstLine + lines, LastLine = reject.LastLine + lines };
    }

    long LinesBefore(Reject reject, int objectIndex, int sliceIndex)
    {
        long newlines = 0;
        long stoppedAt = 0;
        foreach (var slice in _closed[objectIndex].AsSpan(0, sliceIndex))
        {
            if (slice is not { } closed)
            {
                // Only a load that was given up leaves slices unread before one with a reject.
                return newlines + CountNewlines(_objects[objectIndex], stoppedAt, reject.ByteOffset) - (reject.FirstLine - 1);
            }

            newlines += closed.Newlines;
            stoppedAt = Math.Max(stoppedAt, closed.StoppedAt);
        }

        return newlines;
    }

    long CountNewlines(ObjectVersion version, long from, long to)
    {
        using var stream = _store.OpenRead(version, from, to - from, CancellationToken.None);
        var block = new byte[SliceBuffer.Block];
        long newlines = 0;
        while (from < to)
        {
            var read = stream.Read(block, 0, (int)Math.Min(block.Length, to - from));
            if (read == 0)
            {
                break;
            }

            newlines += block.AsSpan(0, read).Count((byte)'\n');
            from += read;
        }

        return newlines;
    }
}
