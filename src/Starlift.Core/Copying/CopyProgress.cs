namespace Starlift.Copying;

/// <summary>How far a load is. Updated by all readers; read at any time, roughly.</summary>
public sealed class CopyProgress
{
    long _bytes;
    long _rows;
    long _objects;
    long _rejects;

    /// <summary>Bytes of objects read so far, as stored.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Objects begun so far.</summary>
    public long Objects => Interlocked.Read(ref _objects);

    public long Rejects => Interlocked.Read(ref _rejects);

    /// <summary>Thread-safe.</summary>
    public void Add(long bytes = 0, long rows = 0, long objects = 0, long rejects = 0)
    {
        Interlocked.Add(ref _bytes, bytes);
        Interlocked.Add(ref _rows, rows);
        Interlocked.Add(ref _objects, objects);
        Interlocked.Add(ref _rejects, rejects);
    }
}
