using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Starlift.DuckDb.Native;

/// <summary>
/// Memory of the strings of one data chunk: DuckDB copies what it keeps before it asks for the next chunk. Blocks are used again. Not
/// thread-safe: one a thread.
/// </summary>
sealed unsafe class TextArena : IDisposable
{
    const int BlockSize = 256 * 1024;
    readonly List<(nint Start, int Size)> _blocks = [];
    byte* _next;
    byte* _end;
    int _used;

    /// <summary>Forgets all strings.</summary>
    public void Reset()
    {
        // A block larger than most was made for one string, and is not worth keeping.
        foreach (var (start, _) in _blocks.Where(block => block.Size > BlockSize))
        {
            NativeMemory.Free((void*)start);
        }

        _blocks.RemoveAll(block => block.Size > BlockSize);
        _used = 0;
        _next = _end = null;
    }

    /// <summary>Valid until <see cref="Reset"/>.</summary>
    public byte* Copy(ReadOnlySpan<byte> bytes)
    {
        if (_end - _next < bytes.Length)
        {
            TakeBlock(bytes.Length);
        }

        var copy = _next;
        bytes.CopyTo(new Span<byte>(copy, bytes.Length));
        _next += bytes.Length;
        return copy;
    }

    /// <summary>The same for bytes behind which 32 more can be read: most texts are one wide copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* CopyPadded(ref byte bytes, int length)
    {
        if (_end - _next < length + Vector256<byte>.Count)
        {
            TakeBlock(length + Vector256<byte>.Count);
        }

        var copy = _next;
        for (var at = 0; at < length; at += Vector256<byte>.Count)
        {
            Vector256.LoadUnsafe(ref bytes, (nuint)at).Store(copy + at);
        }

        _next += length;
        return copy;
    }

    public void Dispose()
    {
        foreach (var (start, _) in _blocks)
        {
            NativeMemory.Free((void*)start);
        }

        _blocks.Clear();
        Reset();
    }

    void TakeBlock(int atLeast)
    {
        var found = _blocks.FindIndex(_used, block => block.Size >= atLeast);
        if (found < 0)
        {
            var size = Math.Max(BlockSize, atLeast);
            found = _blocks.Count;
            _blocks.Add(((nint)NativeMemory.Alloc((nuint)size), size));
        }

        (_blocks[found], _blocks[_used]) = (_blocks[_used], _blocks[found]);
        var (start, taken) = _blocks[_used++];
        _next = (byte*)start;
        _end = _next + taken;
    }
}
