using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>Literals.</content>
sealed partial class DuckDbWriter
{
    protected override Fragment Literal(BoundLiteral literal)
    {
        if (literal.Text is not { } text)
        {
            return literal.Type.IsUnknown ? Fragment.Of("NULL") : Cast(Fragment.Of("NULL"), literal.Type);
        }

        var trimmed = text.Trim(' ');
        return literal.Type.Kind switch
        {
            TypeKind.Boolean => Fragment.Of(IsTrue(trimmed) ? "true" : "false"),
            TypeKind.Integer when !literal.Quoted => Fragment.Of(text),
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Oid => Cast(Fragment.Of(Integer(trimmed)), literal.Type),
            TypeKind.Decimal => Cast(Fragment.Of(literal.Quoted ? Quoted(trimmed) : text), literal.Type),
            TypeKind.Real or TypeKind.DoublePrecision => Cast(Fragment.Of(Quoted(trimmed)), literal.Type),
            TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Time or TypeKind.TimeTz => DuckDbTimeText.Write(this, literal, trimmed),
            TypeKind.Super => literal.Quoted ? (Fragment)$"to_json({Quoted(text)})" : $"CAST({Quoted(text)} AS JSON)",
            TypeKind.Varbyte => $"encode({Quoted(text)})",
            TypeKind.Interval or TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond => DuckDbIntervalText.Write(this, literal, text, null),
            _ => Fragment.Of(Quoted(text)),
        };
    }

    protected override Fragment Interval(BoundInterval interval) => DuckDbIntervalText.Write(this, interval, interval.Text, interval.Qualifier);

    static string Integer(string digits) => Int128.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value.ToString(CultureInfo.InvariantCulture)
        : digits;

    static bool IsTrue(string text) => text.Length > 0 && (text[0] is 't' or 'T' or 'y' or 'Y' or '1' || text.Equals("on", StringComparison.OrdinalIgnoreCase));
}
