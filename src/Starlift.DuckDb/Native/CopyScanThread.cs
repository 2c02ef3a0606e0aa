using Starlift.Copying;

namespace Starlift.DuckDb.Native;

/// <summary>One of DuckDB's threads in a scan: its reader, and the vectors it writes to.</summary>
sealed class CopyScanThread(CopyScan scan) : IDisposable
{
    static readonly int RowsPerChunk = (int)DuckDbApi.VectorSize();
    readonly CopyReader _reader = scan.Input.OpenReader();
    readonly ChunkVectors _vectors = new(scan.Input.Copy.SinkColumns, scan.EndInBlank);

    public CopyScan Scan => scan;

    /// <summary>Fills the chunk; leaves it empty when there are no more rows.</summary>
    public void Fill(nint chunk)
    {
        _vectors.PointAt(chunk);
        var sink = new ChunkSink(_vectors);
        DuckDbApi.ChunkSetSize(chunk, (ulong)_reader.Read(ref sink, RowsPerChunk));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _vectors.Dispose();
    }
}
