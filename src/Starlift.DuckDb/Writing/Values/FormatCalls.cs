using System.Text.RegularExpressions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values.Numbers;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "Data type formatting functions".</summary>
static partial class FormatCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "to_char" => ToChar,
        "to_date" => call => $"CAST({Read(call)} AS DATE)",
        "to_timestamp" => call => $"CAST({Read(call)} AS TIMESTAMPTZ)",
        "to_number" => ToNumber,
        "text_to_int_alt" => call => $"starlift_text_to_integer({call[0].Bare}, {Format(call)})",
        "text_to_numeric_alt" => ToNumeric,
        _ => null,
    };

    static Fragment ToChar(CallText call)
    {
        var (value, format) = (call[0], call[1].Bare);
        var type = call.TypeOf(0);
        if (type.IsNumber)
        {
            return type.Kind is TypeKind.Real or TypeKind.DoublePrecision
                ? (Fragment)$"starlift_number_to_char(CAST({value.Bare} AS DOUBLE), {format})"
                : $"starlift_number_to_char(CAST({value.Bare} AS VARCHAR), {format})";
        }

        return type.Kind switch
        {
            TypeKind.TimestampTz => (Fragment)$"starlift_to_char({value.Bare}, {format}, current_setting('TimeZone'))",
            TypeKind.Time or TypeKind.TimeTz => $"starlift_to_char(DATE '1970-01-01' + CAST({value.Bare} AS TIME), {format})",
            _ when type.IsInterval => $"starlift_to_char({value.Bare}, {format})",
            _ when call.Text(1) is { } text && Plain().IsMatch(text) => $"strftime({Timestamp(value, type)}, {DuckDbName.Literal(Native(text))})",
            _ => $"starlift_to_char({Timestamp(value, type)}, {format})",
        };
    }

    static Fragment Timestamp(Fragment value, DataType type) => type.Kind == TypeKind.Timestamp ? value.Bare : (Fragment)$"CAST({value.Bare} AS TIMESTAMP)";

    // numbers of fixed width, which strftime writes as TO_CHAR does
    static string Native(string format) => format.ToUpperInvariant().Replace("YYYY", "%Y", StringComparison.Ordinal).Replace("MM", "%m", StringComparison.Ordinal)
        .Replace("DD", "%d", StringComparison.Ordinal).Replace("HH24", "%H", StringComparison.Ordinal).Replace("MI", "%M", StringComparison.Ordinal)
        .Replace("SS", "%S", StringComparison.Ordinal);

    static Fragment Read(CallText call) => $"starlift_to_timestamp({call[0].Bare}, {call[1].Bare}, {(call.Count > 2 ? call[2].Bare : Fragment.Of("false"))})";

    static Fragment ToNumber(CallText call)
    {
        var scale = call.Text(1) is { } format ? NumberFormat.Parse(format).Scale : call.Type.Scale;
        return $"CAST(starlift_to_number({call[0].Bare}, {call[1].Bare}) AS DECIMAL(38,{scale}))";
    }

    static Fragment Format(CallText call) => call.Count > 1 && call.TypeOf(1).IsText ? call[1].Bare : Fragment.Of("''");

    static Fragment ToNumeric(CallText call)
    {
        var first = call.Count > 1 && call.TypeOf(1).IsText ? 2 : 1;
        var (precision, scale) = call.Count > first + 1 ? (call.Number(first), call.Number(first + 1)) : (38, 0);
        return precision is null || scale is null
            ? throw call.Refuse("precision and scale of TEXT_TO_NUMERIC_ALT are no numbers", "write them as numbers: text_to_numeric_alt(x, 10, 2)")
            : (Fragment)$"CAST(starlift_text_to_numeric({call[0].Bare}, {Format(call)}, {precision.Value}, {scale.Value}) AS DECIMAL({precision.Value},{scale.Value}))";
    }

    [GeneratedRegex("^(?:YYYY|MM|DD|HH24|MI|SS|[-/:. ])+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
