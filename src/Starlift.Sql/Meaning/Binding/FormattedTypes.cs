using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values.Numbers;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Result types that a written argument decides: the scale of TO_NUMBER is its format's.</summary>
static class FormattedTypes
{
    /// <summary>The call with its type; of what is not written, the function's own stays.</summary>
    /// <exception cref="Values.ValueException">The format is none.</exception>
    public static BoundCall Apply(BoundCall call) => call.Function.Name switch
    {
        "to_number" when call.Arguments is [_, BoundLiteral { Text: { } format }] =>
            call with { Type = DataType.Decimal(DataType.MaxPrecision, Math.Min(NumberFormat.Parse(format).Scale, DataType.MaxScale)) },
        "text_to_numeric_alt" when call.Arguments is [.., var precision, var scale] && Number(precision) is { } p and > 0 && Number(scale) is { } s and >= 0
            && p <= DataType.MaxPrecision && s <= Math.Min(p, DataType.MaxScale) => call with { Type = DataType.Decimal(p, s) },
        _ => call,
    };

    static int? Number(BoundExpression argument) => argument switch
    {
        BoundLiteral { Text: { } text, Type.IsInteger: true } when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        BoundConversion { Type.IsInteger: true, Operand: var operand } => Number(operand),
        _ => null,
    };
}
