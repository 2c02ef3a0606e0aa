namespace Starlift.Sql.Meaning.Types;

/// <summary>
/// The one type of several expressions: of CASE, COALESCE, GREATEST, of the columns of a UNION (PostgreSQL manual: "UNION, CASE, and
/// Related Constructs"; Amazon Redshift: "UNION, INTERSECT, and EXCEPT").
/// </summary>
public static class CommonTypes
{
    /// <summary>Gives the type, or null where the types are of different categories; the pair that can't be matched is then told.</summary>
    /// <remarks>Untyped literals take the type of the others; without others they are texts.</remarks>
    public static DataType? Of(ReadOnlySpan<DataType> types, out (DataType First, DataType Other) mismatch)
    {
        mismatch = default;
        var known = default(DataType?);
        foreach (var type in types)
        {
            if (type.IsUnknown)
            {
                continue;
            }

            if (known is not { } before)
            {
                known = type;
            }
            else if (Of(before, type) is { } common)
            {
                known = common;
            }
            else
            {
                mismatch = (before, type);
                return null;
            }
        }

        return known is { } found ? WithLiterals(found, types) : AllLiterals(types);
    }

    /// <summary>The common type of two, or null where there is none. An untyped literal takes the other's type.</summary>
    public static DataType? Of(DataType left, DataType right)
    {
        if (left.IsUnknown && right.IsUnknown && (left.IsOpen || right.IsOpen))
        {
            return DataType.Open;
        }

        if (left == right || right.IsUnknown)
        {
            return left.IsUnknown ? DataType.Varchar(Math.Max(1, Math.Max(left.Length, right.Length))) : left;
        }

        if (left.IsUnknown)
        {
            return right;
        }

        if (left.IsSuper || right.IsSuper)
        {
            return Conversions.Exists(left.Kind, TypeKind.Super, CastContext.Assignment)
                && Conversions.Exists(right.Kind, TypeKind.Super, CastContext.Assignment) ? DataType.Super : null;
        }

        if (left.Category != right.Category)
        {
            return null;
        }

        return left.Category switch
        {
            TypeCategory.Number => Number(left, right),
            TypeCategory.Text => Text(left, right),
            TypeCategory.Varbyte => new DataType(TypeKind.Varbyte, Longer(left.Length, right.Length)),
            TypeCategory.DateTime => new DataType((TypeKind)Math.Max((int)left.Kind, (int)right.Kind)),
            TypeCategory.TimeOfDay => DataType.TimeTz,
            TypeCategory.Interval => left.Kind == right.Kind ? DataType.IntervalDayToSecond : DataType.Interval,
            _ => left.Kind == right.Kind ? left : null,
        };
    }

    /// <summary>The larger of two integers, their DECIMAL, or DOUBLE PRECISION where one is a floating-point number.</summary>
    public static DataType Number(DataType left, DataType right)
    {
        if (left.IsFloat || right.IsFloat)
        {
            return left.Kind == TypeKind.Real && right.Kind == TypeKind.Real ? DataType.Real : DataType.DoublePrecision;
        }

        if (left.IsDecimal || right.IsDecimal)
        {
            return DecimalRules.Common(left, right);
        }

        return left.Kind == TypeKind.Oid || right.Kind == TypeKind.Oid
            ? new DataType(left.Kind == right.Kind ? TypeKind.Oid : TypeKind.BigInt)
            : new DataType((TypeKind)Math.Max((int)left.Kind, (int)right.Kind));
    }

    static DataType Text(DataType left, DataType right)
    {
        var length = Longer(left.Length, right.Length);
        return left.Kind == TypeKind.Char && right.Kind == TypeKind.Char ? DataType.Char(length)
            : left.Kind == right.Kind && left.Kind != TypeKind.Varchar ? left
            : DataType.Varchar(length);
    }

    // 0 is no limit
    static int Longer(int left, int right) => left == 0 || right == 0 ? 0 : Math.Max(left, right);

    // a literal among texts is as long as it is
    static DataType WithLiterals(DataType common, ReadOnlySpan<DataType> types)
    {
        if (common.Kind is not (TypeKind.Varchar or TypeKind.Char) || common.Length == 0)
        {
            return common;
        }

        var length = common.Length;
        foreach (var type in types)
        {
            length = type.IsUnknown ? Math.Max(length, type.Length) : length;
        }

        return common with { Length = length };
    }

    static DataType AllLiterals(ReadOnlySpan<DataType> types)
    {
        var length = 1;
        foreach (var type in types)
        {
            if (type.IsOpen)
            {
                return type;
            }

            length = Math.Max(length, type.Length);
        }

        return DataType.Varchar(length);
    }
}
