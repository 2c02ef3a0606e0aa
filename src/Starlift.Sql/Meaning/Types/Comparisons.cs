namespace Starlift.Sql.Meaning.Types;

/// <summary>
/// What two values are compared as (Amazon Redshift: "Comparison condition"; "Data types", Type compatibility: a DECIMAL beside a text makes
/// the text a DECIMAL, any other number becomes a text).
/// </summary>
public static class Comparisons
{
    /// <summary>The types of a comparison, or null where the operator doesn't exist for them.</summary>
    public static OperatorType? Of(DataType left, DataType right) =>
        CommonOf(left, right) is { } common ? new OperatorType(DataType.Boolean, Operand(left, common), Operand(right, common)) : null;

    /// <summary>The type that both are compared as, or null where they can't be compared.</summary>
    public static DataType? CommonOf(DataType left, DataType right)
    {
        if (left.IsUnknown || right.IsUnknown)
        {
            return CommonTypes.Of(left, right);
        }

        if (left.IsSuper || right.IsSuper)
        {
            var other = left.IsSuper ? right : left;
            return IsLikeSuper(other) ? DataType.Super
                : Conversions.Exists(TypeKind.Super, other.Kind, CastContext.Assignment) ? other : null;
        }

        if (left.Category == right.Category)
        {
            return CommonTypes.Of(left, right);
        }

        return Mixed(left, right) ?? Mixed(right, left);
    }

    /// <summary>True where a value of the type is, or by itself becomes, a SUPER value.</summary>
    public static bool IsLikeSuper(DataType type) =>
        type.IsUnknown || type.IsSuper || Conversions.Exists(type.Kind, TypeKind.Super, CastContext.Assignment);

    static DataType? Mixed(DataType one, DataType other) => (one.Category, other.Category) switch
    {
        (TypeCategory.Text, TypeCategory.Number) => other.IsDecimal ? DataType.Decimal(DataType.MaxPrecision, Math.Max(other.Scale, (byte)18)) : DataType.Text,
        (TypeCategory.Text, TypeCategory.DateTime or TypeCategory.TimeOfDay or TypeCategory.Interval) => DataType.Text,
        (TypeCategory.Boolean, TypeCategory.Number) when other.IsInteger => DataType.Boolean,
        (TypeCategory.TimeOfDay, TypeCategory.Interval) => DataType.IntervalDayToSecond,
        (TypeCategory.Number, TypeCategory.Other) when one.IsInteger && other.Kind == TypeKind.RegClass => DataType.BigInt,
        _ when one.Kind == TypeKind.Oid && other.Kind == TypeKind.RegClass => one,
        _ => null,
    };

    /// <summary>
    /// What an operand is converted to: nothing where only its length or its digits differ, as these lose nothing in a comparison. An integer beside a
    /// DECIMAL becomes one that holds all of its digits, and so has not those of the other.
    /// </summary>
    public static DataType Operand(DataType type, DataType common)
    {
        if (type.Kind == common.Kind && !type.IsUnknown)
        {
            return type;
        }

        return common.Kind switch
        {
            TypeKind.Varchar or TypeKind.Char => common with { Length = 0 },
            TypeKind.Decimal when type.IsInteger => DecimalRules.Of(type),
            _ => common,
        };
    }
}
