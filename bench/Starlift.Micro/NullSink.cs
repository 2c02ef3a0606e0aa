using Starlift.Copying;

namespace Starlift.Micro;

/// <summary>Takes rows and keeps nothing, so that only reading and converting is measured.</summary>
struct NullSink : IRowSink
{
    public static bool TakesAnyOrder => true;

    /// <summary>Bytes of text seen; keeps the calls from being optimized away.</summary>
    public long Text { get; private set; }

    public readonly void SetNull(int column, int row)
    {
    }

    public readonly void SetBoolean(int column, int row, bool value)
    {
    }

    public readonly void SetInt16(int column, int row, short value)
    {
    }

    public readonly void SetInt32(int column, int row, int value)
    {
    }

    public readonly void SetInt64(int column, int row, long value)
    {
    }

    public readonly void SetDecimal(int column, int row, Int128 unscaled)
    {
    }

    public readonly void SetSingle(int column, int row, float value)
    {
    }

    public readonly void SetDouble(int column, int row, double value)
    {
    }

    public void SetText(int column, int row, ReadOnlySpan<byte> utf8) => Text += utf8.Length;

    public void SetPaddedText(int column, int row, ref byte utf8, int length) => Text += length;

    public void SetBytes(int column, int row, ReadOnlySpan<byte> bytes) => Text += bytes.Length;

    public readonly void SetDate(int column, int row, int days)
    {
    }

    public readonly void SetTime(int column, int row, long microseconds)
    {
    }

    public readonly void SetTimestamp(int column, int row, long microseconds)
    {
    }

    public readonly void DiscardRow(int row)
    {
    }
}
