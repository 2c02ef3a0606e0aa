using System.Globalization;
using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Dates;
using Starlift.Sql.Values.Numbers;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "Data type formatting functions".</summary>
static class FormatFunctions
{
    static readonly Func<string, string, DateFormat> Dates = static (format, _) => DateFormat.Parse(format);
    static readonly Func<string, string, NumberFormat> Numbers = static (format, _) => NumberFormat.Parse(format);

    public static ScalarFunction[] All =>
    [
        new("starlift_to_char", [Timestamp, Text], Text, static (ref c) => Write(ref c, Moment.Of(c.BigInt(0)), "UTC", TimeSpan.Zero)),
        new("starlift_to_char", [TimestampTz, Text, Text], Text, static (ref c) => WriteZoned(ref c)),
        new("starlift_to_char", [ScalarType.Interval, Text], Text, static (ref c) => Write(ref c, Moment.Of(c.Interval(0)), "", TimeSpan.Zero)),
        new("starlift_number_to_char", [Text, Text], Text, static (ref c) => WriteNumber(ref c)),
        new("starlift_number_to_char", [ScalarType.Double, Text], Text, static (ref c) => WriteDouble(ref c)),
        new("starlift_to_timestamp", [Text, Text, ScalarType.Boolean], Timestamp, static (ref c) => c.Return(DateFormatReader.Read(c.Chars(0), c.Prepare(1, Dates), c.Boolean(2)))),
        new("starlift_to_number", [Text, Text], Text, static (ref c) => ReadNumber(ref c)),
        new("starlift_text_to_integer", [Text, Text], Integer, static (ref c) => c.Return(TeradataNumber.ToInteger(c.Chars(0), c.Chars(1)))),
        new("starlift_text_to_numeric", [Text, Text, Integer, Integer], Text, static (ref c) => ReadNumeric(ref c)),
    ];

    static void Write(ref ScalarCall call, in Moment moment, string zone, TimeSpan offset)
    {
        DateFormatWriter.Write(moment, call.Prepare(1, Dates), zone, offset, call.Text);
        call.ReturnWritten();
    }

    static void WriteZoned(ref ScalarCall call)
    {
        var name = call.Chars(2);
        var zone = ZoneNames.Get(name);
        var offset = zone.OffsetOfUtc(call.BigInt(0));
        Write(ref call, Moment.Of(call.BigInt(0) + offset), name.ToString(), TimeSpan.FromMicroseconds(offset));
    }

    static void WriteNumber(ref ScalarCall call)
    {
        NumberFormatWriter.Write(call.Chars(0), call.Prepare(1, Numbers), call.Text);
        call.ReturnWritten();
    }

    // a double has 15 digits that count; those behind are zeros
    static void WriteDouble(ref ScalarCall call)
    {
        Span<char> digits = stackalloc char[400];
        var format = call.Prepare(1, Numbers);
        var value = call.Double(0);
        if (!double.IsFinite(value))
        {
            call.Return(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
            return;
        }

        var whole = Math.Abs(value) < 1 ? 1 : (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        var scale = Math.Clamp(FloatText.DoubleDigits - whole, 0, format.Scale);
        value.TryFormat(digits, out var length, $"F{scale}", CultureInfo.InvariantCulture);
        NumberFormatWriter.Write(digits[..length], format, call.Text);
        call.ReturnWritten();
    }

    static void ReadNumber(ref ScalarCall call)
    {
        NumberFormatReader.Read(call.Chars(0), call.Prepare(1, Numbers), call.Text);
        call.ReturnWritten();
    }

    static void ReadNumeric(ref ScalarCall call)
    {
        var scale = call.Integer(3);
        var value = TeradataNumber.ToDecimal(call.Chars(0), call.Chars(1), call.Integer(2), scale);
        call.Return($"{value.ToString(CultureInfo.InvariantCulture)}e-{scale.ToString(CultureInfo.InvariantCulture)}");
    }
}
