using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

/// <summary>Collects rows as text, and holds the reader to what <see cref="IRowSink"/> promises of the order of its calls.</summary>
readonly struct TextSink(IReadOnlyList<CopyColumn> columns, int maxRows) : ITextSink
{
    readonly List<string>[] _rows = [.. Enumerable.Range(0, maxRows).Select(_ => new List<string>())];

    public void SetNull(int column, int row) => Set(column, row, "NULL");

    public void SetBoolean(int column, int row, bool value) => Set(column, row, value ? "true" : "false");

    public void SetInt16(int column, int row, short value) => Set(column, row, value.ToString(CultureInfo.InvariantCulture));

    public void SetInt32(int column, int row, int value) => Set(column, row, value.ToString(CultureInfo.InvariantCulture));

    public void SetInt64(int column, int row, long value) => Set(column, row, value.ToString(CultureInfo.InvariantCulture));

    public void SetDecimal(int column, int row, Int128 unscaled)
    {
        var scale = columns[column].Type.Scale;
        var digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        Set(column, row, (unscaled < 0 ? "-" : "") + (scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}"));
    }

    public void SetSingle(int column, int row, float value) => Set(column, row, value.ToString("R", CultureInfo.InvariantCulture));

    public void SetDouble(int column, int row, double value) => Set(column, row, value.ToString("R", CultureInfo.InvariantCulture));

    public void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        // Strict: a sink may trust the reader with the encoding.
        Set(column, row, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8));
    }

    public void SetPaddedText(int column, int row, ref byte utf8, int length)
    {
        // What is behind the text must be readable, whatever it is.
        _ = Unsafe.Add(ref utf8, length + 31);
        SetText(column, row, MemoryMarshal.CreateReadOnlySpan(ref utf8, length));
    }

    public void SetBytes(int column, int row, ReadOnlySpan<byte> bytes) => Set(column, row, Convert.ToHexString(bytes));

    public void SetDate(int column, int row, int days) => Set(column, row, DateText.OfDays(days));

    public void SetTime(int column, int row, long microseconds) => Set(column, row, DateText.OfTime(microseconds));

    public void SetTimestamp(int column, int row, long microseconds) => Set(column, row, DateText.OfTimestamp(microseconds));

    public void DiscardRow(int row) => _rows[row].Clear();

    /// <summary>The first rows, their values parted by |; forgets them.</summary>
    public IEnumerable<string> Take(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            Assert.Equal(columns.Count, _rows[row].Count);
            yield return string.Join('|', _rows[row]);
            _rows[row].Clear();
        }
    }

    void Set(int column, int row, string value)
    {
        // A failed conversion may have left a value of the column itself behind, never of one after it.
        Assert.Equal(column, _rows[row].Count);
        _rows[row].Add(value);
    }
}
