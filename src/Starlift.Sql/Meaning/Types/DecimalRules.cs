namespace Starlift.Sql.Meaning.Types;

/// <summary>Digits of computed DECIMAL values (Amazon Redshift: "Computations with numeric values").</summary>
public static class DecimalRules
{
    /// <summary>The quotient keeps at least so many digits behind the point.</summary>
    const int LeastQuotientScale = 4;

    /// <summary>The DECIMAL that holds an integer: (5,0), (10,0) or (19,0). A DECIMAL stays as it is.</summary>
    public static DataType Of(DataType type) => type.Kind switch
    {
        TypeKind.SmallInt => DataType.Decimal(5, 0),
        TypeKind.Integer => DataType.Decimal(10, 0),
        TypeKind.BigInt or TypeKind.Oid => DataType.Decimal(19, 0),
        _ => type,
    };

    public static DataType Sum(DataType left, DataType right)
    {
        var (a, b) = (Of(left), Of(right));
        var scale = Math.Max(a.Scale, b.Scale);
        return Limited(Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + 1 + scale, scale);
    }

    public static DataType Product(DataType left, DataType right)
    {
        var (a, b) = (Of(left), Of(right));
        return Limited(a.Precision + b.Precision + 1, a.Scale + b.Scale);
    }

    /// <summary>A quotient of more than 38 digits loses digits behind the point, down to four.</summary>
    public static DataType Quotient(DataType left, DataType right)
    {
        var (a, b) = (Of(left), Of(right));
        var scale = Math.Max(LeastQuotientScale, a.Scale + b.Precision - b.Scale + 1);
        var precision = a.Precision - a.Scale + b.Scale + scale;
        return precision <= DataType.MaxPrecision
            ? Limited(precision, scale)
            : Limited(DataType.MaxPrecision, Math.Max(DataType.MaxPrecision + scale - precision, LeastQuotientScale));
    }

    public static DataType Remainder(DataType left, DataType right)
    {
        var (a, b) = (Of(left), Of(right));
        var scale = Math.Max(a.Scale, b.Scale);
        return Limited(Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale, scale);
    }

    /// <summary>The type of a UNION's column, of COALESCE, CASE and the like: 19 digits at most, where no operand has more.</summary>
    public static DataType Common(DataType left, DataType right)
    {
        var (a, b) = (Of(left), Of(right));
        if (a == b)
        {
            return a;
        }

        var scale = Math.Max(a.Scale, b.Scale);
        var most = Math.Max(a.Precision, b.Precision) > 19 ? DataType.MaxPrecision : 19;
        return Limited(Math.Min(Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale, most), scale);
    }

    static DataType Limited(int precision, int scale)
    {
        precision = Math.Clamp(precision, 1, DataType.MaxPrecision);
        return DataType.Decimal(precision, Math.Min(scale, Math.Min(precision, DataType.MaxScale)));
    }
}
