using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>The result types that follow from the arguments.</summary>
static class ResultTypes
{
    /// <summary>Finds the result, and lets it change what the arguments are converted to: DECODE's results take the type of the first.</summary>
    /// <param name="types">What the arguments are converted to so far.</param>
    /// <param name="given">What they are.</param>
    public static FunctionMatch? Complete(FunctionRow row, Signature signature, DataType[] types, ReadOnlySpan<DataType> given, DataType common)
    {
        switch (signature.Result)
        {
            case ResultKind.Argument:
                return Match(given[signature.Argument - 1].IsOpen ? DataType.Open : types[signature.Argument - 1]);
            case ResultKind.Common:
                return Match(common);
            case ResultKind.Sum:
                return Match(Sum(types[0]));
            case ResultKind.Median:
                return Match(Median(types[^1]));
            case ResultKind.Remainder:
                return Operators.Binary(BinaryOperator.Modulo, given[0].IsUnknown ? types[0] : given[0], given[1].IsUnknown ? types[1] : given[1]) is { } modulo
                    ? new FunctionMatch(row, signature, [modulo.Left, modulo.Right], modulo.Result) : null;
            case ResultKind.Nvl2:
                return Nvl2(given[1], given[2]) is { } type ? new FunctionMatch(row, signature, [types[0], type, type], type) : null;
            case ResultKind.Decode:
                return Decode(types, given) is { } decoded ? Match(decoded) : null;
            default:
                return Match(signature.Type.Kind == TypeKind.Decimal && signature.Type.Precision == 0 ? DecimalRules.Of(types[0]) : signature.Type);
        }

        FunctionMatch Match(DataType result) => new(row, signature, types, result);
    }

    static DataType Sum(DataType type) => type.Kind switch
    {
        TypeKind.Decimal => DataType.Decimal(DataType.MaxPrecision, type.Scale),
        TypeKind.Real or TypeKind.DoublePrecision => DataType.DoublePrecision,
        _ => DataType.BigInt,
    };

    static DataType Median(DataType type) => type.Kind switch
    {
        TypeKind.Real or TypeKind.DoublePrecision => DataType.DoublePrecision,
        TypeKind.Decimal => DataType.Decimal(DataType.MaxPrecision, Math.Max((int)type.Scale, 1)),
        _ => DataType.Decimal(DataType.MaxPrecision, 1),
    };

    // a text beside anything else stays one, and the other is converted to it; NULL takes the other's type
    static DataType? Nvl2(DataType notNull, DataType isNull)
    {
        var isText = notNull.IsText || notNull is { IsUnknown: true, Length: > 0 };
        return isText && !isNull.IsUnknown && !isNull.IsText && Conversions.Exists(isNull.Kind, TypeKind.Varchar, CastContext.Implicit)
            ? DataType.Text
            : CommonTypes.Of([notNull, isNull], out _);
    }

    static DataType? Decode(DataType[] types, ReadOnlySpan<DataType> given)
    {
        var results = new List<DataType>(given.Length / 2);
        for (var i = 2; i < given.Length; i += 2)
        {
            results.Add(given[i]);
        }

        if (given.Length % 2 == 0)
        {
            results.Add(given[^1]);
        }

        var first = results.Find(type => !type.IsUnknown);
        var result = CommonTypes.Of([.. results], out _);
        if (result is null && results.TrueForAll(type => type.IsUnknown || Conversions.Exists(type.Kind, first.Kind, CastContext.Assignment)))
        {
            // what becomes a text may be longer than the first
            result = first.IsText ? first with { Length = 0 } : first;
        }

        for (var i = 0; result is not null && i < given.Length; i++)
        {
            var isResult = i > 0 && (i % 2 == 0 || i == given.Length - 1 && given.Length % 2 == 0);
            types[i] = isResult ? result.Value : i > 0 && given[i].IsUnknown ? given[0].IsUnknown ? types[i] : given[0] : types[i];
        }

        return result;
    }
}
