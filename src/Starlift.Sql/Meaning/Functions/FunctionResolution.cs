using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>
/// Finds the signature of a call: of those that take its arguments, the one with the least conversions, among equals the first
/// (PostgreSQL manual: "Functions", Type Conversion).
/// </summary>
public static class FunctionResolution
{
    const int Misfit = int.MaxValue;

    const int AssignmentCost = 100;

    /// <summary>The match, or null where no function of the name takes such arguments.</summary>
    /// <param name="name">In lower case.</param>
    /// <param name="arguments">The types as they are written: an untyped literal is <see cref="TypeKind.Unknown"/>.</param>
    public static FunctionMatch? Find(string name, ReadOnlySpan<DataType> arguments) =>
        FunctionCatalogue.Find(name) is { } row ? Find(row, arguments) : null;

    /// <summary>The match among the row's signatures.</summary>
    public static FunctionMatch? Find(FunctionRow row, ReadOnlySpan<DataType> arguments)
    {
        var (best, least) = (default(Signature), Misfit);
        foreach (var signature in row.Overloads)
        {
            if (CostOf(signature, arguments, CastFunctions.Is(row)) is var cost && cost < least)
            {
                (best, least) = (signature, cost);
            }
        }

        return best is null ? null : Typed(row, best, arguments);
    }

    /// <summary>The sentence for a call that nothing fits: <c>function concat(character varying, "unknown") does not exist</c>.</summary>
    public static string NoSuchFunction(string name, ReadOnlySpan<DataType> arguments)
    {
        var names = new string[arguments.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = TypeNames.Bare(arguments[i].Kind);
        }

        return $"function {name}({string.Join(", ", names)}) does not exist";
    }

    static int CostOf(Signature signature, ReadOnlySpan<DataType> arguments, bool isCast)
    {
        if (!signature.Takes(arguments.Length) || signature.Result == ResultKind.Common && CommonTypes.Of(arguments, out _) is null)
        {
            return Misfit;
        }

        var total = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            var cost = CostOf(signature.At(i), arguments[i]);
            if (cost == Misfit)
            {
                return Misfit;
            }

            total += cost;
        }

        return isCast && !Conversions.Exists(arguments[0].Kind, signature.Type.Kind, CastContext.Explicit) ? Misfit : total;
    }

    static int CostOf(Parameter parameter, DataType argument) => parameter.Kind switch
    {
        ParameterKind.Any or ParameterKind.Common or ParameterKind.DatePart => 0,
        ParameterKind.Element => Comparisons.IsLikeSuper(argument) ? 0 : Misfit,
        ParameterKind.Number => argument.IsNumber ? 0 : argument.IsUnknown ? 1 : argument.IsText ? AssignmentCost : Misfit,
        ParameterKind.Integer => argument.IsInteger ? 0 : argument.IsUnknown ? 1 : argument.IsDecimal ? AssignmentCost : Misfit,
        _ => CostOf(parameter.Type.Kind, argument.Kind),
    };

    static int CostOf(TypeKind wanted, TypeKind given)
    {
        if (wanted == given || wanted == TypeKind.Interval && given is TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond)
        {
            return 0;
        }

        // what is put into a SUPER value is an element; other functions of SUPER want one, and those of texts and numbers want a cast
        if (wanted == TypeKind.Super && given != TypeKind.Unknown || given == TypeKind.Super)
        {
            return Misfit;
        }

        if (given == TypeKind.Unknown)
        {
            return wanted is TypeKind.Varchar or TypeKind.Char ? 0 : 1;
        }

        return Conversions.Find(given, wanted) switch
        {
            // of conversions within a category the shortest, before those to text
            CastContext.Implicit => SameCategory(given, wanted) ? 1 + Math.Abs(wanted - given) : 20,
            CastContext.Assignment => AssignmentCost,

            // a text beside a number is read as one (Amazon Redshift: "SQRT function"), a SUPER array or text by its function
            CastContext.Explicit when given is TypeKind.Varchar or TypeKind.Char && new DataType(wanted).IsNumber => AssignmentCost,
            CastContext.Explicit when given is TypeKind.Varchar or TypeKind.Char && wanted is >= TypeKind.Date and <= TypeKind.TimestampTz => AssignmentCost,
            _ => Misfit,
        };
    }

    static bool SameCategory(TypeKind one, TypeKind other) => new DataType(one).Category == new DataType(other).Category;

    static FunctionMatch? Typed(FunctionRow row, Signature signature, ReadOnlySpan<DataType> arguments)
    {
        var types = new DataType[arguments.Length];
        var common = signature.Result == ResultKind.Common ? CommonTypes.Of(arguments, out _)!.Value : default;
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = signature.At(i) switch
            {
                { Kind: ParameterKind.Common } => common,
                { Kind: ParameterKind.Any } => Known(arguments[i]),
                { Kind: ParameterKind.DatePart } => arguments[i],
                { Kind: ParameterKind.Element } => DataType.Super,
                { Kind: ParameterKind.Number } => arguments[i].IsNumber ? arguments[i] : DataType.DoublePrecision,
                { Kind: ParameterKind.Integer } => arguments[i].IsInteger ? arguments[i] : DataType.BigInt,
                { Type: var type } => Sized(type, arguments[i]),
            };
        }

        return ResultTypes.Complete(row, signature, types, arguments, common);
    }

    // an untyped literal that nothing asks a type of is a text
    static DataType Known(DataType type) => type.IsUnknown && !type.IsOpen ? DataType.Varchar(Math.Max(1, type.Length)) : type;

    // the parameter states the kind, the argument its length and digits
    static DataType Sized(DataType wanted, DataType given) => wanted.Kind switch
    {
        TypeKind.Interval when given.IsInterval => given,
        TypeKind.Decimal when wanted.Precision == 0 => given.IsInteger || given.IsDecimal ? DecimalRules.Of(given) : DataType.Decimal(38, 10),
        TypeKind.Varchar or TypeKind.Char when wanted.Length == 0 && (given.IsText || given.IsUnknown) => wanted with { Length = given.Length },
        TypeKind.Varbyte when given.Kind == TypeKind.Varbyte => given,
        _ => wanted,
    };
}
