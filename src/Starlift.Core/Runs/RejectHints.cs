using System.Globalization;
using System.Text;
using Starlift.Copying;
using Starlift.Inference;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>What mends the commonest reasons for which a load rejects all its records: the COPY is written for objects of another kind.</summary>
static class RejectHints
{
    const string Usual = "mend the record and run again, or allow bad records with MAXERROR; starlift rejects shows them";

    /// <summary>A moment of 1990 and of 2100 in seconds since 1970.</summary>
    const long FirstSecond = 631_152_000;
    const long LastSecond = 4_102_444_800;

    /// <param name="copy">What rejected the record.</param>
    /// <param name="reject">The record; null where none is known.</param>
    public static string Of(CopyStatement copy, Reject? reject) => reject is null ? Usual
        : reject.ByteOffset == 0 && copy.Compression == Compression.None && CompressionOf(reject.RawRecord) is { } compression
            ? $"the object is compressed: say {compression} in the COPY"
        : reject.Reason == CopyMessages.TooLong
            ? $"{(IsArray(reject) ? "an array is one record to COPY: write its elements one a line, as jq -c '.[]' does" : "write what the record holds as smaller records, one a line")}; MAXERROR allows no such record"
        : IsArray(reject) && copy.Json != JsonFormat.Paths
            ? "an array is one record to COPY: load it into one SUPER column by json 'noshred' and unnest it in a model, or write its elements one a line, as jq -c '.[]' does"
        : reject.Code == LoadErrorCode.TimestampFormat && TimeFormatFor(reject.RawValue) is { } format && format != copy.TimeFormat
            ? $"say timeformat '{format}' in the COPY"
        : reject.Code == LoadErrorCode.OutOfRange && reject.Type == "varchar"
            ? $"the value has {Encoding.UTF8.GetByteCount(reject.RawValue).ToString(CultureInfo.InvariantCulture)} bytes: declare {reject.Column} longer, or say truncatecolumns in the COPY, which cuts it"
        : Usual;

    // What is no UTF-8 is shown by U+FFFD, and these numbers can be told all the same.
    static string? CompressionOf(string record) => record switch
    {
        ['\u001f', '\ufffd', ..] => "gzip",
        ['(', '\ufffd', '/', '\ufffd', ..] => "zstd",
        ['B', 'Z', 'h', >= '1' and <= '9', '1', 'A', 'Y', ..] => "bzip2",
        _ => null,
    };

    static bool IsArray(Reject reject) => reject.RawRecord.AsSpan().TrimStart() is ['[', ..];

    static string? TimeFormatFor(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number is >= FirstSecond and < LastSecond ? "epochsecs" : number is >= FirstSecond * 1_000 and < LastSecond * 1_000 ? "epochmillisecs" : null
            : TextShapes.Of(value) is TextShape.Date or TextShape.LocalTime or TextShape.UtcTime or TextShape.OffsetTime ? "auto" : null;
}
