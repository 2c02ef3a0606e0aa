using Starlift.Sql.Values;

namespace Starlift.DuckDb.Native.Scalars;

/// <summary>Buffers of one thread, used for every value that it calculates.</summary>
sealed class ScalarMemory
{
    [ThreadStatic]
    static ScalarMemory? _ofThread;

    readonly char[][] _arguments = new char[ScalarFunction.MostParameters][];
    byte[] _bytes = new byte[256];

    public static ScalarMemory OfThread => _ofThread ??= new ScalarMemory();

    /// <summary>Where a body writes the text that it returns.</summary>
    public TextBuffer Text { get; } = new();

    /// <summary>Room for the decoded text of an argument.</summary>
    public Span<char> Argument(int index, int length)
    {
        var room = _arguments[index];
        if (room is null || room.Length < length)
        {
            _arguments[index] = room = new char[Math.Max(length, 128)];
        }

        return room.AsSpan(0, length);
    }

    /// <summary>Room for encoded bytes.</summary>
    public Span<byte> Bytes(int length)
    {
        if (_bytes.Length < length)
        {
            _bytes = new byte[length];
        }

        return _bytes;
    }
}
