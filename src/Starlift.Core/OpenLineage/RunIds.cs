using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Starlift.OpenLineage;

/// <summary>Ids of runs: UUIDs of version 7 that are made of the job and the time at which it began, so that the same run always has the same.</summary>
static class RunIds
{
    /// <param name="began">UTC.</param>
    /// <param name="parts">What tells the run from others of that time.</param>
    public static Guid Of(DateTime began, params IReadOnlyList<string> parts)
    {
        var named = string.Join('\0', parts.Append(began.Ticks.ToString(CultureInfo.InvariantCulture)));
        Span<byte> id = SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 16);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, new DateTimeOffset(began).ToUnixTimeMilliseconds());
        time[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
