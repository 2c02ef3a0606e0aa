using System.Globalization;
using System.Text;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Makes a value be of the type that its place wants.</summary>
sealed class Coercion(BindContext context)
{
    /// <summary>Converts where the types differ. An untyped literal takes the type, and has to be readable as one.</summary>
    public BoundExpression To(BoundExpression value, DataType type, ConversionKind how = ConversionKind.Implicit)
    {
        if (type.IsOpen)
        {
            return Known(value);
        }

        switch (value)
        {
            case BoundLiteral { Type.IsUnknown: true } literal:
                if (how == ConversionKind.Assignment && literal.Text is not null && type is { Kind: TypeKind.Varchar or TypeKind.Char, Length: > 0 })
                {
                    return new BoundConversion(value.Span, type, literal with { Type = DataType.Text }, how);
                }

                return Typed(literal, type);
            case BoundPlaceholder { Type.IsUnknown: true } placeholder:
                context.Want(placeholder.Number, type);
                return placeholder with { Type = type };
            case BoundDefault { Type.IsUnknown: true } byDefault:
                return byDefault with { Type = type };
        }

        return IsThat(value.Type, type, how) || value.Type.IsOpen && how == ConversionKind.Implicit ? value : new BoundConversion(value.Span, type, value, how);
    }

    /// <summary>A literal that nothing gives a type is a text.</summary>
    public BoundExpression Known(BoundExpression value)
    {
        if (value is BoundPlaceholder { Type.IsUnknown: true } placeholder)
        {
            context.Want(placeholder.Number, DataType.Text, isGuess: true);
            return placeholder with { Type = DataType.Varchar(1) };
        }

        return value is BoundLiteral && value.Type.IsUnknown ? To(value, DataType.Varchar(Math.Max(1, value.Type.Length))) : value;
    }

    /// <summary>A condition. Integers and SUPER values stand for one; nothing else does.</summary>
    public BoundExpression Condition(BoundExpression value, string place) => value.Type.Kind switch
    {
        TypeKind.Boolean => value,
        TypeKind.Unknown or TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Super => To(value, DataType.Boolean),
        _ => throw context.Fail(SqlStates.DatatypeMismatch, $"argument of {place} must be type boolean, not type {TypeNames.Bare(value.Type.Kind)}", value.Span),
    };

    /// <summary>A whole number, as LIMIT, OFFSET and TOP want it.</summary>
    public BoundExpression Count(BoundExpression value, string place) => value.Type switch
    {
        { IsInteger: true } or { IsUnknown: true } or { IsDecimal: true } or { IsFloat: true } => To(value, DataType.BigInt),
        var type => throw context.Fail(SqlStates.DatatypeMismatch, $"argument of {place} must be type integer, not type {TypeNames.Bare(type.Kind)}", value.Span),
    };

    /// <summary>The values as one type, which is their common one.</summary>
    /// <param name="construct">Who wants it, for the message: CASE, UNION.</param>
    public BoundExpression[] ToCommon(IReadOnlyList<BoundExpression> values, string construct, out DataType common)
    {
        var types = new DataType[values.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = values[i].Type;
        }

        common = CommonTypes.Of(types, out var mismatch) ?? throw Unmatched(construct, mismatch, values[^1].Span);
        var converted = new BoundExpression[values.Count];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = To(values[i], common);
        }

        return converted;
    }

    public SqlException Unmatched(string construct, (DataType First, DataType Other) mismatch, TextSpan span) => context.Fail(
        SqlStates.DatatypeMismatch,
        $"{construct} types {TypeNames.Bare(mismatch.First.Kind)} and {TypeNames.Bare(mismatch.Other.Kind)} cannot be matched",
        span);

    /// <summary>The value as a column takes it.</summary>
    public BoundExpression Assigned(BoundExpression value, string column, DataType type)
    {
        if (!Conversions.Exists(value.Type.Kind, type.Kind, CastContext.Assignment))
        {
            throw context.Fail(
                SqlStates.DatatypeMismatch,
                $"column \"{column}\" is of type {TypeNames.Bare(type.Kind)} but expression is of type {TypeNames.Bare(value.Type.Kind)}",
                value.Span,
                "You will need to rewrite or cast the expression.");
        }

        CheckFits(value, type);
        var assigned = To(value, type, ConversionKind.Assignment);
        return type switch
        {
            // a table holds what the zone's clock shows in UTC
            { Kind: TypeKind.TimeTz } => new BoundCall(value.Span, type, FunctionCatalogue.Find("timezone")!, [new BoundLiteral(value.Span, DataType.Text, "UTC", true), assigned]),
            // DECIMAL(19) is a number of 64 bits, which has not all values of 19 digits
            { IsDecimal: true, Precision: 19 } when assigned is not BoundConversion => new BoundConversion(value.Span, type, assigned, ConversionKind.Assignment),
            _ => assigned,
        };
    }

    // a literal is put into a column by the leader node, which sees what doesn't fit
    void CheckFits(BoundExpression value, DataType type)
    {
        if (value is not BoundLiteral { Text: { } text } literal)
        {
            return;
        }

        if (literal.Quoted && type is { Kind: TypeKind.Varchar or TypeKind.Char, Length: > 0 } && Encoding.UTF8.GetByteCount(text.TrimEnd(' ')) > type.Length)
        {
            throw context.Fail(SqlStates.StringDataRightTruncation, $"value too long for type {type}", value.Span);
        }

        if (literal.Quoted && type.Kind == TypeKind.Char && !Ascii.IsValid(text))
        {
            throw context.Fail(SqlStates.InvalidTextRepresentation, "CHAR string contains invalid ASCII character", value.Span, "VARCHAR holds every character");
        }

        if (!literal.Quoted && type is { IsDecimal: true, Precision: 19 } && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) > decimal.Parse(WideDecimals.Greatest(type.Scale), CultureInfo.InvariantCulture))
        {
            throw context.Fail(SqlStates.NumericValueOutOfRange, "numeric field overflow", value.Span, "DECIMAL(20) and more digits hold greater numbers");
        }

        if (!literal.Quoted && literal.Type.IsInteger && type.IsInteger && LiteralTexts.FaultOf(text, type) is not null)
        {
            throw context.Fail(SqlStates.NumericValueOutOfRange, $"{TypeNames.Bare(type.Kind)} out of range", value.Span);
        }
    }

    BoundLiteral Typed(BoundLiteral literal, DataType type)
    {
        if (literal.Text is { } text && LiteralTexts.FaultOf(text, type) is { } fault)
        {
            throw context.Fail(fault.State, fault.Message, literal.Span);
        }

        return literal with { Type = type };
    }

    // no conversion is needed where the place has no limit, or is the same
    static bool IsThat(DataType given, DataType wanted, ConversionKind how) =>
        given == wanted || how == ConversionKind.Implicit && given.Kind == wanted.Kind
            && (given.Kind is TypeKind.Varchar or TypeKind.Varbyte or TypeKind.IntervalDayToSecond && wanted.Length == 0);
}
