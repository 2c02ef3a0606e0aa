namespace Starlift.Copying;

/// <summary>
/// Where a reader writes its rows: a warehouse's own memory. Implemented by structs, so that each call is a direct one. Columns and
/// rows are 0-based; within a row columns come in ascending order, and each once. Not thread-safe: one a reader.
/// </summary>
public interface IRowSink
{
    /// <summary>Columns may come in any order, each once a row all the same.</summary>
    static virtual bool TakesAnyOrder => false;

    void SetNull(int column, int row);

    void SetBoolean(int column, int row, bool value);

    void SetInt16(int column, int row, short value);

    void SetInt32(int column, int row, int value);

    void SetInt64(int column, int row, long value);

    /// <param name="column">Of type DECIMAL(p,s).</param>
    /// <param name="row">The row.</param>
    /// <param name="unscaled">The value times 10^s.</param>
    void SetDecimal(int column, int row, Int128 unscaled);

    void SetSingle(int column, int row, float value);

    void SetDouble(int column, int row, double value);

    /// <param name="column">Of type CHAR, VARCHAR or SUPER.</param>
    /// <param name="row">The row.</param>
    /// <param name="utf8">Valid UTF-8; must be copied before the call returns.</param>
    void SetText(int column, int row, ReadOnlySpan<byte> utf8);

    /// <summary>
    /// The same for a text behind which 32 bytes more can be read, whatever they are: a sink may copy it in wide steps. Others pass it on
    /// to <see cref="SetText"/>.
    /// </summary>
    void SetPaddedText(int column, int row, ref byte utf8, int length);

    /// <param name="column">Of type VARBYTE.</param>
    /// <param name="row">The row.</param>
    /// <param name="bytes">Must be copied before the call returns.</param>
    void SetBytes(int column, int row, ReadOnlySpan<byte> bytes);

    /// <param name="column">Of type DATE.</param>
    /// <param name="row">The row.</param>
    /// <param name="days">Since 1970-01-01.</param>
    void SetDate(int column, int row, int days);

    /// <param name="column">Of type TIME.</param>
    /// <param name="row">The row.</param>
    /// <param name="microseconds">Since midnight.</param>
    void SetTime(int column, int row, long microseconds);

    /// <param name="column">Of type TIMESTAMP or TIMESTAMPTZ.</param>
    /// <param name="row">The row.</param>
    /// <param name="microseconds">Since 1970-01-01 00:00:00, UTC for TIMESTAMPTZ.</param>
    void SetTimestamp(int column, int row, long microseconds);

    /// <summary>What has been written to the row is void: the next record writes it anew, from the first column. Nothing may have been written.</summary>
    void DiscardRow(int row);
}
