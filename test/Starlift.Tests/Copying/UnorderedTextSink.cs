using Starlift.Copying;

namespace Starlift.Tests.Copying;

/// <summary>The same as <see cref="TextSink"/> for columns in any order, as an engine's vectors take them.</summary>
readonly struct UnorderedTextSink(IReadOnlyList<CopyColumn> columns, int maxRows) : ITextSink
{
    readonly TextSink[] _cells = [.. columns.Select((_, i) => new TextSink([columns[i]], maxRows))];

    public static bool TakesAnyOrder => true;

    public void SetNull(int column, int row) => _cells[column].SetNull(0, row);

    public void SetBoolean(int column, int row, bool value) => _cells[column].SetBoolean(0, row, value);

    public void SetInt16(int column, int row, short value) => _cells[column].SetInt16(0, row, value);

    public void SetInt32(int column, int row, int value) => _cells[column].SetInt32(0, row, value);

    public void SetInt64(int column, int row, long value) => _cells[column].SetInt64(0, row, value);

    public void SetDecimal(int column, int row, Int128 unscaled) => _cells[column].SetDecimal(0, row, unscaled);

    public void SetSingle(int column, int row, float value) => _cells[column].SetSingle(0, row, value);

    public void SetDouble(int column, int row, double value) => _cells[column].SetDouble(0, row, value);

    public void SetText(int column, int row, ReadOnlySpan<byte> utf8) => _cells[column].SetText(0, row, utf8);

    public void SetPaddedText(int column, int row, ref byte utf8, int length) => _cells[column].SetPaddedText(0, row, ref utf8, length);

    public void SetBytes(int column, int row, ReadOnlySpan<byte> bytes) => _cells[column].SetBytes(0, row, bytes);

    public void SetDate(int column, int row, int days) => _cells[column].SetDate(0, row, days);

    public void SetTime(int column, int row, long microseconds) => _cells[column].SetTime(0, row, microseconds);

    public void SetTimestamp(int column, int row, long microseconds) => _cells[column].SetTimestamp(0, row, microseconds);

    public void DiscardRow(int row)
    {
        foreach (var cell in _cells)
        {
            cell.DiscardRow(row);
        }
    }

    public IEnumerable<string> Take(int rows)
    {
        var values = _cells.Select(cell => cell.Take(rows).ToList()).ToList();
        return Enumerable.Range(0, rows).Select(row => string.Join('|', values.Select(column => column[row])));
    }
}
