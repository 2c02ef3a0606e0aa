using System.Buffers.Binary;
using System.Text;

namespace Starlift.Torture.Wire;

/// <summary>Bytes of PostgreSQL's protocol, cut into messages (PostgreSQL: "Frontend/Backend Protocol").</summary>
/// <param name="hasStartup">The first message has no type.</param>
sealed class WireMessages(bool hasStartup)
{
    const int LengthOfType = 1;
    const int LengthOfLength = 4;
    const byte Parse = (byte)'P';
    const byte Query = (byte)'Q';
    const byte Sync = (byte)'S';
    const byte Ready = (byte)'Z';
    static readonly byte[] Commit = Encoding.ASCII.GetBytes("COMMIT");

    readonly List<byte> _bytes = [];
    bool _hasStartup = hasStartup;
    int _whole;
    int? _commit;

    public void Add(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>Takes the whole messages before a COMMIT.</summary>
    /// <returns>Them, and whether what comes next is a COMMIT of which all is there.</returns>
    public (byte[] Before, bool IsCommit) TakeBeforeCommit()
    {
        var isEnd = false;
        while (!isEnd && MessageAt(_whole) is { } length)
        {
            var type = _hasStartup ? default : _bytes[_whole];
            _commit ??= type is Parse or Query && Holds(_whole, length, Commit) ? _whole : null;
            isEnd = _commit is not null && type is Query or Sync;
            _hasStartup = false;
            _whole += length;
        }

        return (Take(_commit ?? _whole), isEnd);
    }

    /// <summary>Takes all whole messages.</summary>
    public byte[] TakeCommit()
    {
        _commit = null;
        return Take(_whole);
    }

    /// <summary>Takes everything, once the server has said that it is ready for more; else nothing.</summary>
    public byte[]? TakeAnswer()
    {
        while (MessageAt(_whole) is { } length)
        {
            var isReady = _bytes[_whole] == Ready;
            _whole += length;
            if (isReady)
            {
                return Take(_bytes.Count);
            }
        }

        return null;
    }

    /// <returns>The length of a message that is whole.</returns>
    int? MessageAt(int start)
    {
        var type = _hasStartup ? 0 : LengthOfType;
        if (_bytes.Count < start + type + LengthOfLength)
        {
            return null;
        }

        var length = type + BinaryPrimitives.ReadInt32BigEndian(_bytes.GetRange(start + type, LengthOfLength).ToArray());
        return _bytes.Count >= start + length ? length : null;
    }

    // Parse has a name first, which is empty or short; both end their text with NUL.
    bool Holds(int start, int length, byte[] text) =>
        length < 64 && System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes).Slice(start, length).IndexOf(text) >= 0;

    byte[] Take(int count)
    {
        var taken = _bytes.GetRange(0, count).ToArray();
        _bytes.RemoveRange(0, count);
        _whole = Math.Max(0, _whole - count);
        if (_commit is not null)
        {
            _commit = 0;
        }

        return taken;
    }
}
