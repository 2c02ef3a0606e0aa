using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Types;

/// <summary>Sums and differences of dates, times and intervals (Amazon Redshift: "Interval data types and literals", "+ (Concatenation) operator").</summary>
static class DateArithmetic
{
    /// <summary>The types, or null where neither operand is a date, a time or an interval, or the operator doesn't exist.</summary>
    public static OperatorType? Of(BinaryOperator name, DataType left, DataType right) => name switch
    {
        BinaryOperator.Add => Plus(left, right) ?? Turned(Plus(right, left)),
        BinaryOperator.Subtract => Minus(left, right),
        BinaryOperator.Multiply => Times(left, right) ?? Turned(Times(right, left)),
        BinaryOperator.Divide => Times(left, right),
        _ => null,
    };

    static OperatorType? Plus(DataType left, DataType right) => (left.Kind, right.Kind) switch
    {
        (TypeKind.Date, _) when right.IsInteger => new(DataType.Date, left, DataType.Integer),
        (TypeKind.Date, TypeKind.Unknown) => new(DataType.Date, left, DataType.Integer),
        (TypeKind.Date, TypeKind.Time) => new(DataType.Timestamp, left, right),
        (TypeKind.Date, TypeKind.TimeTz) => new(DataType.TimestampTz, left, right),
        (TypeKind.Timestamp, _) when right.IsNumber => new(DataType.Timestamp, left, DataType.DoublePrecision),
        (TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Time or TypeKind.TimeTz, TypeKind.Unknown) => new(left, left, DataType.Interval),
        _ => WithInterval(left, right),
    };

    static OperatorType? Minus(DataType left, DataType right) => (left.Kind, right.Kind) switch
    {
        (TypeKind.Date, TypeKind.Date) => new(DataType.Integer, left, right),
        (TypeKind.Date, TypeKind.Unknown) => new(DataType.Integer, left, left),
        (TypeKind.Unknown, TypeKind.Date) => new(DataType.Integer, right, right),
        (TypeKind.Date, _) when right.IsInteger => new(DataType.Date, left, DataType.Integer),
        (TypeKind.Timestamp, _) when right.IsNumber => new(DataType.Timestamp, left, DataType.DoublePrecision),
        (TypeKind.Time or TypeKind.TimeTz, TypeKind.Time or TypeKind.TimeTz) => new(DataType.IntervalDayToSecond, left, right),
        (TypeKind.Timestamp or TypeKind.TimestampTz, TypeKind.Unknown) => new(DataType.IntervalDayToSecond, left, left),
        (TypeKind.Unknown, TypeKind.Timestamp or TypeKind.TimestampTz) => new(DataType.IntervalDayToSecond, right, right),
        _ when left.IsDateTime && right.IsDateTime => Difference(left, right),
        _ => WithInterval(left, right),
    };

    static OperatorType Difference(DataType left, DataType right)
    {
        var common = CommonTypes.Of(left, right)!.Value;
        return new(DataType.IntervalDayToSecond, common, common);
    }

    // the left is the value, the right the interval
    static OperatorType? WithInterval(DataType left, DataType right)
    {
        if (left.IsUnknown && right.IsInterval)
        {
            return new(right, right, right);
        }

        if (left.IsInterval && (right.IsInterval || right.IsUnknown))
        {
            var common = right.IsUnknown ? left : left.Kind == right.Kind ? left : DataType.Interval;
            return new(common, left, right.IsUnknown ? left : right);
        }

        return !right.IsInterval ? null : left.Kind switch
        {
            TypeKind.Date => new(right.Kind == TypeKind.IntervalYearToMonth ? DataType.Date : DataType.Timestamp, left, right),
            TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Time or TypeKind.TimeTz => new(left, left, right),
            _ => null,
        };
    }

    static OperatorType? Times(DataType interval, DataType number) =>
        interval.IsInterval && (number.IsNumber || number.IsUnknown || number.IsText)
            ? new(interval, interval, number.IsNumber ? number : DataType.DoublePrecision) : null;

    static OperatorType? Turned(OperatorType? found) => found is { } type ? new(type.Result, type.Right, type.Left) : null;
}
