using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Types;

/// <summary>
/// The types of operators (Amazon Redshift: "Mathematical operator symbols", "Computations with numeric values", "Comparison condition",
/// "+ (Concatenation) operator", "|| (Concatenation) operator", "Interval data types and literals", "VARBYTE operators", "Operators and functions" of SUPER).
/// </summary>
public static class Operators
{
    /// <summary>The types of the operator between two operands, or null where Redshift has no such operator for them. AND and OR are none of these.</summary>
    public static OperatorType? Binary(BinaryOperator name, DataType left, DataType right) => name switch
    {
        >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual => Comparisons.Of(left, right),
        >= BinaryOperator.Add and <= BinaryOperator.Modulo => Arithmetic(name, left, right),
        BinaryOperator.Concatenate => Concatenation(left, right),
        BinaryOperator.Power => Power(left, right),
        >= BinaryOperator.BitwiseAnd and <= BinaryOperator.BitwiseXor => Bits(left, right),
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => Shift(left, right),
        >= BinaryOperator.Match and <= BinaryOperator.NotILike => Pattern(left, right),
        _ => null,
    };

    /// <summary>
    /// The types of the operator before an operand, or null where Redshift has no such operator for it; <see cref="OperatorType.Right"/>
    /// means nothing then. NOT and PRIOR are none of these.
    /// </summary>
    public static OperatorType? Prefix(UnaryOperator name, DataType operand) => name switch
    {
        _ when operand.IsOpen => All(operand),
        UnaryOperator.Plus or UnaryOperator.Minus when operand.IsNumber || operand.IsInterval || operand.IsSuper => All(operand),
        UnaryOperator.Absolute when operand.IsNumber || operand.IsSuper => All(operand),
        UnaryOperator.Plus or UnaryOperator.Minus or UnaryOperator.Absolute when operand.IsUnknown => All(DataType.DoublePrecision),
        UnaryOperator.SquareRoot or UnaryOperator.CubeRoot when operand.IsNumber || operand.IsUnknown => All(DataType.DoublePrecision),
        UnaryOperator.BitwiseNot when operand.IsInteger || operand.Category == TypeCategory.Varbyte => All(operand),
        UnaryOperator.BitwiseNot when operand.IsUnknown => All(DataType.BigInt),
        _ => null,
    };

    static OperatorType? Arithmetic(BinaryOperator name, DataType left, DataType right)
    {
        if (left.IsOpen && (right.IsUnknown || right.IsInterval) || right.IsOpen && left.IsUnknown)
        {
            return new OperatorType(DataType.Open, left, right);
        }

        if (left.IsUnknown && right.IsUnknown)
        {
            return name == BinaryOperator.Add ? Concatenation(left, right) : null;
        }

        if (left.IsSuper || right.IsSuper)
        {
            return Comparisons.IsLikeSuper(left) && Comparisons.IsLikeSuper(right) ? All(DataType.Super) : null;
        }

        if (DateArithmetic.Of(name, left, right) is { } dates)
        {
            return dates;
        }

        if (IsNumberLike(left) && IsNumberLike(right))
        {
            return Numbers(name, left.IsUnknown ? right : left, right.IsUnknown ? left : right);
        }

        if (name == BinaryOperator.Add)
        {
            return Concatenation(left, right);
        }

        // a text beside a number is calculated with as the widest number
        return left.IsText && IsNumberLike(right) || IsNumberLike(left) && right.IsText ? All(DataType.DoublePrecision) : null;
    }

    static bool IsNumberLike(DataType type) => type.IsNumber || type.IsUnknown;

    static OperatorType Numbers(BinaryOperator name, DataType left, DataType right)
    {
        if (left.IsFloat || right.IsFloat)
        {
            return All(CommonTypes.Number(left, right));
        }

        if (left.IsDecimal || right.IsDecimal)
        {
            var result = name switch
            {
                BinaryOperator.Multiply => DecimalRules.Product(left, right),
                BinaryOperator.Divide => DecimalRules.Quotient(left, right),
                BinaryOperator.Modulo => DecimalRules.Remainder(left, right),
                _ => DecimalRules.Sum(left, right),
            };
            return new OperatorType(result, DecimalRules.Of(left), DecimalRules.Of(right));
        }

        return All(CommonTypes.Number(left, right) is { Kind: TypeKind.Oid } ? DataType.BigInt : CommonTypes.Number(left, right));
    }

    static OperatorType? Concatenation(DataType left, DataType right)
    {
        if (left.Category == TypeCategory.Varbyte || right.Category == TypeCategory.Varbyte)
        {
            return (left.Category == right.Category || left.IsUnknown || right.IsUnknown)
                ? new OperatorType(new DataType(TypeKind.Varbyte, Total(left, right)), DataType.Bytes, DataType.Bytes) : null;
        }

        if (left.Kind == TypeKind.Array && right.Kind == TypeKind.Array)
        {
            return All(left);
        }

        if (!(left.IsText || left.IsUnknown || right.IsText || right.IsUnknown) || !BecomesText(left) || !BecomesText(right))
        {
            return null;
        }

        return new OperatorType(DataType.Varchar(Total(left, right)), AsText(left), AsText(right));
    }

    // a string of a SUPER value beside a text is one
    static bool BecomesText(DataType type) => type.IsUnknown || type.IsSuper || Conversions.Exists(type.Kind, TypeKind.Varchar, CastContext.Implicit);

    static DataType AsText(DataType type) => type.IsText ? type with { Kind = TypeKind.Varchar } : DataType.Varchar(type.IsUnknown ? type.Length : 0);

    // 0 is no limit, but of a literal no byte
    static int Total(DataType left, DataType right) =>
        left.Length == 0 && !left.IsUnknown || right.Length == 0 && !right.IsUnknown ? 0 : Math.Max(1, left.Length + right.Length);

    static OperatorType? Power(DataType left, DataType right) =>
        left.IsSuper || right.IsSuper || !(IsNumberLike(left) || left.IsText) || !(IsNumberLike(right) || right.IsText) ? null : All(DataType.DoublePrecision);

    static OperatorType? Bits(DataType left, DataType right)
    {
        if (left.Category == TypeCategory.Varbyte || right.Category == TypeCategory.Varbyte)
        {
            return left.IsUnknown || right.IsUnknown || left.Category == right.Category
                ? All(left.IsUnknown ? right : left) : null;
        }

        return Integers(left) && Integers(right) && !(left.IsUnknown && right.IsUnknown)
            ? All(left.IsUnknown ? right : right.IsUnknown ? left : CommonTypes.Number(left, right)) : null;
    }

    static OperatorType? Shift(DataType left, DataType right) =>
        left.Category == TypeCategory.Varbyte && Integers(right) || left.IsInteger && Integers(right)
            ? new OperatorType(left, left, DataType.Integer) : null;

    static bool Integers(DataType type) => type.IsInteger || type.IsUnknown;

    static OperatorType? Pattern(DataType left, DataType right) =>
        BecomesText(left) && BecomesText(right) ? new OperatorType(DataType.Boolean, AsText(left), AsText(right)) : null;

    static OperatorType All(DataType type) => new(type, type, type);
}
