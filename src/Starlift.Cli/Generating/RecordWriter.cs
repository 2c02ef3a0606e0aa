using System.Buffers.Text;

namespace Starlift.Cli.Generating;

/// <summary>Collects records as UTF-8 bytes, without strings in between. The owner empties it into a stream now and then.</summary>
sealed class RecordWriter
{
    byte[] _buffer = new byte[1 << 18];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    public void Append(byte ascii)
    {
        Reserve(1)[0] = ascii;
        Length++;
    }

    public void Append(long number)
    {
        Utf8Formatter.TryFormat(number, Reserve(20), out var written);
        Length += written;
    }

    /// <summary>A number given in hundred-thousandths, with one to five decimals: 246.3, 12.0, -0.00001.</summary>
    public void AppendDecimal(long hundredThousandths)
    {
        if (hundredThousandths < 0)
        {
            Append((byte)'-');
            hundredThousandths = -hundredThousandths;
        }

        var (whole, fraction) = Math.DivRem(hundredThousandths, 100_000);
        Append(whole);
        Append((byte)'.');
        var divisor = 10_000;
        do
        {
            Append((byte)('0' + (fraction / divisor % 10)));
            fraction %= divisor;
            divisor /= 10;
        }
        while (fraction > 0);
    }

    Span<byte> Reserve(int length)
    {
        if (_buffer.Length - Length < length)
        {
            Array.Resize(ref _buffer, (_buffer.Length * 2) + length);
        }

        return _buffer.AsSpan(Length, length);
    }
}
