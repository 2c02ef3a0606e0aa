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
        : copy.Csv is { } csv && OfCsv(copy, csv, reject) is { } hint ? hint
        : reject.Reason == CopyMessages.TooLong
            ? $"{(IsArray(reject) ? "an array is one record to COPY: write its elements one a line, as jq -c '.[]' does" : "write what the record holds as smaller records, one a line")}; MAXERROR allows no such record"
        : IsArray(reject) && copy.Csv is null && copy.Json != JsonFormat.Paths
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

    static string? OfCsv(CopyStatement copy, CsvFormat csv, Reject reject) =>
        reject.Reason == CopyMessages.RowTooLong ? "a quote may lack its end, so that all that follows is one field; MAXERROR allows no such line"
        : reject.Code == LoadErrorCode.DelimiterNotFound && reject.Reason.Contains("quote", StringComparison.Ordinal)
            ? $"a field that holds {csv.Quote} stands in quotes, and there {csv.Quote} is doubled; if quotes mean nothing, say quote as another character"
        : reject.Code is LoadErrorCode.DelimiterNotFound or LoadErrorCode.ExtraColumns && OtherDelimiter(csv, reject.RawRecord) is { } delimiter
            ? $"the fields seem to be parted by {delimiter}: say delimiter '{delimiter}' in the COPY"
        : reject.Code == LoadErrorCode.NoData ? "say ignoreblanklines in the COPY"
        : reject is { ByteOffset: 0, Code: not LoadErrorCode.DelimiterNotFound and not LoadErrorCode.ExtraColumns } && copy.IgnoreHeader == 0 && IsHeader(reject)
            ? "the object's first line names its columns: say ignoreheader 1 in the COPY"
        : null;

    static string? OtherDelimiter(CsvFormat csv, string line) =>
        line.Contains(csv.Delimiter, StringComparison.Ordinal) ? null
        : line.Contains(';', StringComparison.Ordinal) ? ";"
        : line.Contains('\t', StringComparison.Ordinal) ? @"\t"
        : line.Contains('|', StringComparison.Ordinal) ? "|"
        : line.Contains(',', StringComparison.Ordinal) ? "," : null;

    // The value that does not fit begins with a letter although its column takes numbers or times.
    static bool IsHeader(Reject reject) => reject.Type is not ("varchar" or "char") && reject.RawValue is [>= 'A' and <= 'Z' or >= 'a' and <= 'z' or '_', ..];

    static bool IsArray(Reject reject) => reject.RawRecord.AsSpan().TrimStart() is ['[', ..];

    static string? TimeFormatFor(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number is >= FirstSecond and < LastSecond ? "epochsecs" : number is >= FirstSecond * 1_000 and < LastSecond * 1_000 ? "epochmillisecs" : null
            : TextShapes.Of(value) is TextShape.Date or TextShape.LocalTime or TextShape.UtcTime or TextShape.OffsetTime ? "auto" : null;
}
