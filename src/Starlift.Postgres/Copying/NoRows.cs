using Starlift.Copying;

namespace Starlift.Postgres.Copying;

/// <summary>For NOLOAD: records are read and converted, and nothing is kept.</summary>
readonly struct NoRows : IRowSink
{
    public void SetNull(int column, int row)
    {
    }

    public void SetBoolean(int column, int row, bool value)
    {
    }

    public void SetInt16(int column, int row, short value)
    {
    }

    public void SetInt32(int column, int row, int value)
    {
    }

    public void SetInt64(int column, int row, long value)
    {
    }

    public void SetDecimal(int column, int row, Int128 unscaled)
    {
    }

    public void SetSingle(int column, int row, float value)
    {
    }

    public void SetDouble(int column, int row, double value)
    {
    }

    public void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
    }

    public void SetPaddedText(int column, int row, ref byte utf8, int length)
    {
    }

    public void SetBytes(int column, int row, ReadOnlySpan<byte> bytes)
    {
    }

    public void SetDate(int column, int row, int days)
    {
    }

    public void SetTime(int column, int row, long microseconds)
    {
    }

    public void SetTimestamp(int column, int row, long microseconds)
    {
    }

    public void DiscardRow(int row)
    {
    }
}
