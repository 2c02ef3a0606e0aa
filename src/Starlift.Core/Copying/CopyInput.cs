using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>
/// The records of one COPY, to be pulled by as many readers as the warehouse has threads. Opening readers is thread-safe; each
/// reader belongs to one thread at a time.
/// </summary>
public sealed class CopyInput : IDisposable
{
    readonly IObjectStore _store;
    readonly SliceQueue _slices;
    readonly int _blockSize;
    readonly RejectSpool _rejects = new();
    readonly long _limit;
    readonly bool _canSplit;
    readonly long[] _rows;
    readonly long[] _rejected;
    readonly Lock _gate = new();
    readonly CopyTally _tally;
    long _replaced;
    volatile bool _aborted;

    /// <param name="copy">The COPY, made ready.</param>
    /// <param name="objects">The versions to read; one listed twice is read twice.</param>
    /// <param name="store">Where they are.</param>
    /// <param name="progress">Updated while reading.</param>
    /// <param name="cancellationToken">Ends every reader.</param>
    public CopyInput(
        PreparedCopy copy, IReadOnlyList<ObjectVersion> objects, IObjectStore store, CopyProgress progress, CancellationToken cancellationToken)
        : this(copy, objects, store, progress, SliceQueue.SliceSizeFor(objects), SliceBuffer.Block, cancellationToken)
    {
    }

    /// <param name="copy">The COPY, made ready.</param>
    /// <param name="objects">The versions to read.</param>
    /// <param name="store">Where they are.</param>
    /// <param name="progress">Updated while reading.</param>
    /// <param name="sliceSize">Bytes of a slice.</param>
    /// <param name="blockSize">Bytes read at a time.</param>
    /// <param name="cancellationToken">Ends every reader.</param>
    internal CopyInput(
        PreparedCopy copy,
        IReadOnlyList<ObjectVersion> objects,
        IObjectStore store,
        CopyProgress progress,
        long sliceSize,
        int blockSize,
        CancellationToken cancellationToken)
    {
        Copy = copy;
        Objects = objects;
        Progress = progress;
        CancellationToken = cancellationToken;
        _store = store;
        // Whether a line break of CSV stands in quotes only its beginning tells.
        _canSplit = Decompression.CanSeek(copy.Statement) && copy.Statement is { IgnoreHeader: 0, Csv: null };
        _slices = new SliceQueue(objects, _canSplit, sliceSize, objects.Count == 0 ? 0 : store.StreamsAhead(objects[0].Uri), OpenStored);
        _blockSize = blockSize;
        Lines = new SliceLines(objects, _slices, store);
        _limit = copy.Statement.IgnoreAllErrors ? long.MaxValue : Math.Max(1, copy.Statement.MaxError);
        _rows = new long[objects.Count];
        _rejected = new long[objects.Count];
        _tally = new CopyTally(copy.Columns);
    }

    public PreparedCopy Copy { get; }

    public IReadOnlyList<ObjectVersion> Objects { get; }

    public CopyProgress Progress { get; }

    internal CancellationToken CancellationToken { get; }

    internal SliceLines Lines { get; }

    /// <summary>Records of a known shape are read by <see cref="ExpressReader"/>. Tests compare with and without.</summary>
    internal bool Express { get; init; } = true;

    public CopyReader OpenReader() => new(this, _blockSize);

    /// <summary>To be called once, when every reader is done or has thrown. The result owns the rejects from then on.</summary>
    /// <param name="rowsLoaded">Rows that the warehouse says it took.</param>
    public CopyResult Finish(long rowsLoaded)
    {
        _slices.Dispose();
        return new CopyResult
        {
            Failed = _aborted,
            Objects = [.. Objects.Select((version, i) => new ObjectCounts(version, _rows[i] + _rejected[i], _rows[i], _rejected[i]) { IsWhole = Lines.IsWhole(i) })],
            Rejects = _rejects.Read().Select(kept => Lines.OfObject(kept.Reject, kept.ObjectIndex, kept.SliceIndex)),
            RowsLoaded = _aborted || Copy.Statement.NoLoad ? 0 : rowsLoaded,
            RowsReplaced = _replaced,
            Findings = _tally.Finish(),
            Kept = _rejects,
        };
    }

    /// <summary>In the place of <see cref="Finish"/>, where there is no result.</summary>
    public void Dispose()
    {
        _slices.Dispose();
        _rejects.Dispose();
    }

    internal SliceRead? TakeSlice() => _slices.Take();

    /// <summary>The slice's text; to be closed by the caller.</summary>
    internal Stream Open(SliceRead read)
    {
        Progress.Add(objects: read.Slice.Index == 0 ? 1 : 0);
        return _canSplit ? read.Take() : Decompression.Open(read.Take(), Copy.Statement);
    }

    /// <summary>Whether the slice's stream has as many bytes as the object.</summary>
    internal bool HasKnownLength => Decompression.CanSeek(Copy.Statement);

    internal void ThrowIfAborted()
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (_aborted)
        {
            throw new LoadAbortedException();
        }
    }

    internal void AddReject(Reject reject, ObjectSlice slice, bool tolerable)
    {
        _rejects.Add(reject, slice.ObjectIndex, slice.Index);
        Progress.Add(rejects: 1);
        if (!tolerable || _rejects.Count >= _limit)
        {
            _aborted = true;
        }
    }

    internal void Count(ObjectSlice slice, long rows, long rejects, long replaced)
    {
        Interlocked.Add(ref _rows[slice.ObjectIndex], rows);
        Interlocked.Add(ref _rejected[slice.ObjectIndex], rejects);
        Interlocked.Add(ref _replaced, replaced);
        Progress.Add(rows: rows);
    }

    internal void Count(CopyTally tally)
    {
        lock (_gate)
        {
            _tally.Add(tally);
        }
    }

    Stream OpenStored(ObjectSlice slice)
    {
        var offset = Math.Max(0, slice.Start - RecordBoundary.LookBehind);
        var end = slice.IsLast ? slice.Object.Size : slice.End + SliceBuffer.MostOverlap;
        return _store.OpenRead(slice.Object, offset, end - offset, CancellationToken);
    }
}
