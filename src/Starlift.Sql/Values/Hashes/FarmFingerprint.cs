using System.Buffers.Binary;
using System.Numerics;

namespace Starlift.Sql.Values.Hashes;

/// <summary>FARMFINGERPRINT64: FarmHash's Fingerprint64, which never changes (Amazon Redshift: "farmFingerprint64 function").</summary>
public static class FarmFingerprint
{
    const ulong K0 = 0xc3a5c85c97cb3127;
    const ulong K1 = 0xb492b66fbe98f273;
    const ulong K2 = 0x9ae16a3b2f90404f;

    public static long Of(ReadOnlySpan<byte> bytes) => (long)(bytes.Length switch
    {
        <= 16 => UpTo16(bytes),
        <= 32 => UpTo32(bytes),
        <= 64 => UpTo64(bytes),
        _ => Longer(bytes),
    });

    static ulong UpTo16(ReadOnlySpan<byte> s)
    {
        var length = (ulong)s.Length;
        if (length >= 8)
        {
            var multiplier = K2 + (length * 2);
            var a = Eight(s) + K2;
            var b = Eight(s[^8..]);
            var c = (Rotated(b, 37) * multiplier) + a;
            var d = (Rotated(a, 25) + b) * multiplier;
            return Mixed(c, d, multiplier);
        }

        if (length >= 4)
        {
            return Mixed(length + ((ulong)Four(s) << 3), Four(s[^4..]), K2 + (length * 2));
        }

        if (length == 0)
        {
            return K2;
        }

        var y = s[0] + ((uint)s[s.Length >> 1] << 8);
        var z = (uint)length + ((uint)s[^1] << 2);
        return Shifted((y * K2) ^ (z * K0)) * K2;
    }

    static ulong UpTo32(ReadOnlySpan<byte> s)
    {
        var multiplier = K2 + ((ulong)s.Length * 2);
        var a = Eight(s) * K1;
        var b = Eight(s[8..]);
        var c = Eight(s[^8..]) * multiplier;
        var d = Eight(s[^16..]) * K2;
        return Mixed(Rotated(a + b, 43) + Rotated(c, 30) + d, a + Rotated(b + K2, 18) + c, multiplier);
    }

    static ulong UpTo64(ReadOnlySpan<byte> s)
    {
        var multiplier = K2 + ((ulong)s.Length * 2);
        var a = Eight(s) * K2;
        var b = Eight(s[8..]);
        var c = Eight(s[^8..]) * multiplier;
        var d = Eight(s[^16..]) * K2;
        var y = Rotated(a + b, 43) + Rotated(c, 30) + d;
        var z = Mixed(y, a + Rotated(b + K2, 18) + c, multiplier);
        var e = Eight(s[16..]) * multiplier;
        var f = Eight(s[24..]);
        var g = (y + Eight(s[^32..])) * multiplier;
        var h = (z + Eight(s[^24..])) * multiplier;
        return Mixed(Rotated(e + f, 43) + Rotated(g, 30) + h, e + Rotated(f + a, 18) + g, multiplier);
    }

    static ulong Longer(ReadOnlySpan<byte> s)
    {
        const ulong Seed = 81;
        var x = Seed;
        var y = unchecked((Seed * K1) + 113);
        var z = Shifted((y * K2) + 113) * K2;
        (ulong First, ulong Second) v = default;
        (ulong First, ulong Second) w = default;
        x = (x * K2) + Eight(s);
        var at = 0;
        for (var last = (s.Length - 1) / 64 * 64; at < last; at += 64)
        {
            x = Rotated(x + y + v.First + Eight(s[(at + 8)..]), 37) * K1;
            y = Rotated(y + v.Second + Eight(s[(at + 48)..]), 42) * K1;
            x ^= w.Second;
            y += v.First + Eight(s[(at + 40)..]);
            z = Rotated(z + w.First, 33) * K1;
            v = Block(s[at..], v.Second * K1, x + w.First);
            w = Block(s[(at + 32)..], z + w.Second, y + Eight(s[(at + 16)..]));
            (z, x) = (x, z);
        }

        var multiplier = K1 + ((z & 0xff) << 1);
        var end = s[^64..];
        w.First += (ulong)((s.Length - 1) & 63);
        v.First += w.First;
        w.First += v.First;
        x = Rotated(x + y + v.First + Eight(end[8..]), 37) * multiplier;
        y = Rotated(y + v.Second + Eight(end[48..]), 42) * multiplier;
        x ^= w.Second * 9;
        y += (v.First * 9) + Eight(end[40..]);
        z = Rotated(z + w.First, 33) * multiplier;
        v = Block(end, v.Second * multiplier, x + w.First);
        w = Block(end[32..], z + w.Second, y + Eight(end[16..]));
        (z, x) = (x, z);
        return Mixed(Mixed(v.First, w.First, multiplier) + (Shifted(y) * K0) + z, Mixed(v.Second, w.Second, multiplier) + x, multiplier);
    }

    static (ulong First, ulong Second) Block(ReadOnlySpan<byte> s, ulong a, ulong b)
    {
        var (first, x, y, z) = (Eight(s), Eight(s[8..]), Eight(s[16..]), Eight(s[24..]));
        a += first;
        b = Rotated(b + a + z, 21);
        var c = a;
        a += x + y;
        b += Rotated(a, 44);
        return (a + z, b + c);
    }

    static ulong Mixed(ulong u, ulong v, ulong multiplier)
    {
        var a = (u ^ v) * multiplier;
        a ^= a >> 47;
        var b = (v ^ a) * multiplier;
        b ^= b >> 47;
        return b * multiplier;
    }

    static ulong Shifted(ulong value) => value ^ (value >> 47);

    static ulong Rotated(ulong value, int by) => BitOperations.RotateRight(value, by);

    static ulong Eight(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt64LittleEndian(s);

    static uint Four(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt32LittleEndian(s);
}
