using Starlift.DuckDb.Writing.Values;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>Conversions.</content>
sealed partial class DuckDbWriter
{
    protected override Fragment Convert(BoundConversion conversion)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        var value = Expression(conversion.Operand);
        if (conversion.How == ConversionKind.Try)
        {
            return $"TRY({Converted(conversion, value, from, to).Bare})";
        }

        var converted = Converted(conversion, value, from, to);
        return to is { IsDecimal: true, Precision: 19 } && conversion.How != ConversionKind.Implicit
            ? $"CASE WHEN {converted} NOT BETWEEN {WideDecimals.Least(to.Scale)} AND {WideDecimals.Greatest(to.Scale)} THEN error('numeric field overflow') ELSE {converted.Bare} END"
            : converted;
    }

    Fragment Converted(BoundConversion conversion, Fragment value, DataType from, DataType to)
    {
        if (from.IsOpen || conversion.Operand is BoundLiteral { IsNull: true })
        {
            return Cast(value, to);
        }

        if (from.IsSuper)
        {
            return to.IsSuper ? value : CastOfSuper(conversion, value);
        }

        return to.Kind switch
        {
            TypeKind.RegClass when conversion.Operand is BoundLiteral { Text: { } relation } => Fragment.Of(SystemViews.RelationOf(relation)),
            TypeKind.RegClass when from.IsText => SystemViews.RelationOf(value),
            TypeKind.RegType when from.IsNumber => DuckDbTypeNumbers.NameOf(value),
            TypeKind.Varchar or TypeKind.Char when from.Kind == TypeKind.RegClass => SystemViews.NameOf(value),
            TypeKind.Array or TypeKind.Name or TypeKind.RegProc or TypeKind.RegType or TypeKind.InternalChar when from.Kind == to.Kind || from.IsText => value,
            TypeKind.Super => ToSuper(value, from),
            TypeKind.Char when from.IsText => Sized(conversion, value, to),
            TypeKind.Varchar or TypeKind.Char => Sized(conversion, AsText(value, from), to),
            TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Time or TypeKind.TimeTz
                when conversion.Operand is BoundLiteral { Text: { } text } literal && conversion.How != ConversionKind.Try =>
                DuckDbTimeText.Write(this, literal with { Type = to }, text.Trim(' ')),
            _ when (from.IsText || from.IsUnknown) && (conversion.Operand is not BoundLiteral || conversion.How == ConversionKind.Try)
                && ValueConversions.Read(value, to) is { } read => read,
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt when from.IsDecimal && from.Scale > 0 => Cast(IsCut(conversion) ? Cut(value) : value, to),
            TypeKind.Decimal when from.IsDecimal && from.Scale > to.Scale => Cast(IsCut(conversion) ? Cut(value, to.Scale) : value, to),
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt when from.Category == TypeCategory.Varbyte => Refuse(conversion),
            // the padding of a CHAR counts here
            TypeKind.Varbyte when from is { Kind: TypeKind.Char, Length: > 0 } => $"encode(rpad({value.Bare}, {from.Length}, ' '))",
            TypeKind.Varbyte when from.IsText || from.IsUnknown => $"encode({value.Bare})",
            TypeKind.Varbyte when from.IsInteger => Bytes(value, from),
            TypeKind.Varbyte => value,
            TypeKind.Time when from.Kind == TypeKind.TimeTz => Cast(value, to),
            TypeKind.IntervalDayToSecond when from.Kind == TypeKind.Time => ((Fragment)$"{value} - TIME '00:00:00'").InBrackets(),
            TypeKind.IntervalDayToSecond or TypeKind.IntervalYearToMonth or TypeKind.Interval when from.IsInterval => value,
            _ => Cast(value, to),
        };
    }

    /// <summary>A value's text as Redshift shows it.</summary>
    public static Fragment AsText(Fragment value, DataType from) => from.Kind switch
    {
        TypeKind.Char => $"rtrim({value.Bare}, ' ')",
        TypeKind.Varchar or TypeKind.Name or TypeKind.InternalChar or TypeKind.RegProc or TypeKind.RegType or TypeKind.Unknown => value,
        TypeKind.DoublePrecision => Shortest(value, 15),
        TypeKind.Real => Shortest(value, 6),
        TypeKind.Interval or TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond => $"starlift_text({value.Bare})",
        TypeKind.Varbyte => $"decode({value.Bare})",
        _ => $"CAST({value.Bare} AS VARCHAR)",
    };

    // as C's %g writes it
    static Fragment Shortest(Fragment value, int digits) =>
        $"CASE WHEN isfinite({value.Bare}) THEN printf('%.{digits}g', {value.Bare}) WHEN isnan({value.Bare}) THEN 'NaN' WHEN {value} > 0 THEN 'Infinity' WHEN {value} < 0 THEN '-Infinity' END";

    // an explicit cast cuts what is too long, in bytes but never within a character; a column refuses it, but for blanks
    Fragment Sized(BoundConversion conversion, Fragment text, DataType to)
    {
        if (to.Length == 0 || Length(conversion.Operand) is { } length && length <= to.Length)
        {
            return text;
        }

        if (BoundWalk.Nodes(conversion.Operand, intoQueries: false).Any(node => node is BoundScalarQuery or BoundExists or BoundQueryComparison || node is BoundCall { Arguments.Count: > 0 } call && CatalogueFunctions.Find(call.Function.Name) is not null))
        {
            // DuckDB takes no query within a lambda
            var name = NewAlias("s");
            return $"(SELECT {Cut(conversion, $"{name}.v", to)} FROM (SELECT {text.Bare} AS v) AS {name})";
        }

        return Cut(conversion, text, to);
    }

    static Fragment Cut(BoundConversion conversion, Fragment text, DataType to)
    {
        if (conversion.How != ConversionKind.Assignment)
        {
            return $"CASE WHEN strlen({text.Bare}) <= {to.Length} THEN {text.Bare} ELSE {Shortened(text, to.Length)} END";
        }

        return $"CASE WHEN {text} IS NULL OR strlen({text.Bare}) <= {to.Length} THEN {text.Bare} WHEN strlen(rtrim({text.Bare}, ' ')) <= {to.Length} THEN left({text.Bare}, {to.Length}) ELSE error('value too long for type {to.ToString()}') END";
    }

    // as many characters as go into the bytes
    static Fragment Shortened(Fragment text, int bytes) =>
        $"left({text.Bare}, CAST(list_count(list_filter(range(1, {bytes + 1}), lambda starlift_n: strlen(left({text.Bare}, CAST(starlift_n AS BIGINT))) <= {bytes})) AS BIGINT))";

    // the most bytes that a text has
    static int? Length(BoundExpression value) => value is BoundLiteral { Text: { } text } ? System.Text.Encoding.UTF8.GetByteCount(text) : value.Type is { IsText: true, Length: > 0 } type ? type.Length : value.Type.Kind switch
    {
        TypeKind.SmallInt => 6,
        TypeKind.Integer => 11,
        TypeKind.BigInt => 20,
        TypeKind.Decimal => value.Type.Precision + 3,
        TypeKind.Date => 10,
        _ => null,
    };

    // an explicit cast of a DECIMAL of a table cuts; a literal and what is put into a column are rounded
    bool IsCut(BoundConversion conversion) => conversion.How != ConversionKind.Assignment && conversion.Operand is not (BoundLiteral or BoundUnary { Operand: BoundLiteral }) && !Settings.IsOn("enable_numeric_rounding");

    static Fragment Cut(Fragment value, int scale = 0) => $"trunc({value.Bare}, {scale})";

    static Fragment Bytes(Fragment value, DataType from)
    {
        var digits = from.Kind switch { TypeKind.SmallInt => 4, TypeKind.Integer => 8, _ => 16 };
        return $"unhex(right(lpad(to_hex(CAST({value.Bare} AS BIGINT)), 16, '0'), {digits}))";
    }

    Fragment Refuse(BoundConversion conversion) => throw Refuse(conversion, "numbers of VARBYTE values are not supported on DuckDB");
}
