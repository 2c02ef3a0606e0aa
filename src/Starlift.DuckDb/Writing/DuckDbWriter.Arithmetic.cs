using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>Operators that calculate.</content>
sealed partial class DuckDbWriter
{
    const string DivisionByZero = "error('division by zero')";

    protected override Fragment Arithmetic(BoundBinary binary)
    {
        var (left, right) = (binary.Left.Type, binary.Right.Type);
        if (binary.Type.IsSuper)
        {
            return SuperArithmetic(binary);
        }

        return binary.Operator switch
        {
            BinaryOperator.Concatenate => Infix(binary),
            BinaryOperator.Add when binary.Type.IsText || binary.Type.Category == TypeCategory.Varbyte => Infix(binary, "||"),
            BinaryOperator.Power => $"pow({Expression(binary.Left).Bare}, {Expression(binary.Right).Bare})",
            BinaryOperator.BitwiseAnd when binary.Type.Category == TypeCategory.Varbyte => $"starlift_bytes_and({Expression(binary.Left).Bare}, {Expression(binary.Right).Bare})",
            BinaryOperator.BitwiseOr when binary.Type.Category == TypeCategory.Varbyte => $"starlift_bytes_or({Expression(binary.Left).Bare}, {Expression(binary.Right).Bare})",
            BinaryOperator.BitwiseXor when binary.Type.Category == TypeCategory.Varbyte => $"starlift_bytes_xor({Expression(binary.Left).Bare}, {Expression(binary.Right).Bare})",
            BinaryOperator.BitwiseXor => $"xor({Expression(binary.Left).Bare}, {Expression(binary.Right).Bare})",
            BinaryOperator.Multiply when binary.Type.IsInterval => Multiplied(binary, left.IsInterval ? binary.Left : binary.Right, left.IsInterval ? binary.Right : binary.Left),
            BinaryOperator.Divide when binary.Type.IsInterval => Divided(binary),
            BinaryOperator.Add or BinaryOperator.Subtract when left.Kind == TypeKind.Timestamp && right.IsNumber => Days(binary),
            BinaryOperator.Divide when binary.Type.IsDecimal => Checked(binary, Quotient(Expression(binary.Left), left, Expression(binary.Right), right, binary.Type)),
            BinaryOperator.Divide when binary.Type.IsInteger => Checked(binary, Infix(binary, "//")),
            BinaryOperator.Divide or BinaryOperator.Modulo when binary.Type.IsNumber => Checked(binary, Infix(binary)),
            _ => Infix(binary),
        };
    }

    /// <summary>
    /// The quotient of two DECIMALs, cut at the result's scale (Amazon Redshift: "Computations with numeric values"); DuckDB's own is a floating-point number. It
    /// is the quotient of two whole numbers: those that the digits are without their points.
    /// </summary>
    public Fragment Quotient(Fragment left, DataType leftType, Fragment right, DataType rightType, DataType type)
    {
        // digits(left) * 10^(scale + right's scale - left's scale) / digits(right), and the point back where it belongs
        var shift = type.Scale + rightType.Scale - leftType.Scale;
        Fragment dividend = $"{Whole(left, leftType.Scale)} * {PowerOfTen(Math.Max(shift, 0))}";
        Fragment divisor = shift >= 0 ? Whole(right, rightType.Scale) : $"({Whole(right, rightType.Scale)} * {PowerOfTen(-shift)})";
        return Cast($"CAST({dividend} // {divisor} AS DECIMAL(38,0)) * {Unit(type.Scale)}", type);
    }

    // an error in place of DuckDB's NULL or infinity; a divisor that is written needs no look
    Fragment Checked(BoundBinary binary, Fragment quotient) => IsNotZero(binary.Right)
        ? quotient
        : $"CASE WHEN {Expression(binary.Right)} = 0 AND {Expression(binary.Left)} IS NOT NULL THEN {DivisionByZero} ELSE {quotient.Bare} END";

    static bool IsNotZero(BoundExpression divisor) => divisor switch
    {
        BoundLiteral { Text: { } text } => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value != 0,
        BoundConversion conversion => IsNotZero(conversion.Operand),
        BoundUnary { Operator: UnaryOperator.Minus } minus => IsNotZero(minus.Operand),
        _ => false,
    };

    // the digits of a DECIMAL as a whole number
    static Fragment Whole(Fragment value, int scale) => scale == 0
        ? (Fragment)$"CAST({value.Bare} AS HUGEINT)"
        : $"CAST({value} * CAST({Power(scale)} AS DECIMAL({scale + 1},0)) AS HUGEINT)";

    static Fragment PowerOfTen(int exponent) => $"CAST({Power(exponent)} AS HUGEINT)";

    static string Power(int exponent) => "1" + new string('0', exponent);

    // one in the last place
    static Fragment Unit(int scale) => scale == 0 ? Fragment.Of("1") : $"CAST('0.{new string('0', scale - 1)}1' AS DECIMAL({scale + 1},{scale}))";

    // a number beside a TIMESTAMP counts days
    Fragment Days(BoundBinary binary)
    {
        Fragment days = $"to_microseconds(CAST({Expression(binary.Right)} * 86400000000 AS BIGINT))";
        return ((Fragment)$"{Expression(binary.Left)} {OperatorSymbols.Of(binary.Operator)} {days}").InBrackets();
    }

    // DuckDB multiplies an interval by whole numbers of 32 bits only; what has no months and days is microseconds
    Fragment Multiplied(BoundBinary binary, BoundExpression interval, BoundExpression factor)
    {
        if (DuckDbIntervalText.MicrosecondsOf(interval) is { } unit)
        {
            return unit == decimal.Truncate(unit)
                ? (Fragment)$"to_microseconds(CAST({Expression(factor)} * CAST({unit.ToString("0", CultureInfo.InvariantCulture)} AS BIGINT) AS BIGINT))"
                : $"to_microseconds(CAST({Expression(factor)} * {unit.ToString(CultureInfo.InvariantCulture)} AS BIGINT))";
        }

        return factor.Type.IsInteger ? Infix(binary) : Parts(Expression(interval), $" * {Expression(factor)}");
    }

    Fragment Divided(BoundBinary binary) => Checked(binary, Parts(Expression(binary.Left), $" / CAST({Expression(binary.Right).Bare} AS DOUBLE)"));

    // a part of a month is days of 30, a part of a day its microseconds (PostgreSQL manual: interval arithmetic)
    static Fragment Parts(Fragment interval, Fragment operation)
    {
        Fragment months = $"((date_part('year', {interval.Bare}) * 12 + date_part('month', {interval.Bare})){operation})";
        Fragment days = $"(date_part('day', {interval.Bare}){operation} + ({months} - trunc({months})) * 30)";
        Fragment time = $"(date_part('epoch', {interval} - date_trunc('day', {interval})){operation} + ({days} - trunc({days})) * 86400)";
        return ((Fragment)$"to_months(CAST(trunc({months}) AS INTEGER)) + to_days(CAST(trunc({days}) AS INTEGER)) + to_microseconds(CAST(round({time} * 1000000) AS BIGINT))").InBrackets();
    }
}
