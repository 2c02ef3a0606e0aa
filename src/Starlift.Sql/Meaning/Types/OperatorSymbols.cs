using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Types;

/// <summary>Operators as they are written, for messages.</summary>
public static class OperatorSymbols
{
    public static string Of(BinaryOperator name) => name switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.Greater => ">",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Concatenate => "||",
        BinaryOperator.BitwiseAnd => "&",
        BinaryOperator.BitwiseOr => "|",
        BinaryOperator.BitwiseXor => "#",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Match => "~",
        BinaryOperator.NotMatch => "!~",
        BinaryOperator.MatchIgnoringCase => "~*",
        BinaryOperator.NotMatchIgnoringCase => "!~*",
        BinaryOperator.Like => "~~",
        BinaryOperator.NotLike => "!~~",
        BinaryOperator.ILike => "~~*",
        BinaryOperator.NotILike => "!~~*",
        BinaryOperator.Arrow => "->",
        BinaryOperator.LongArrow => "->>",
        BinaryOperator.Contains => "@>",
        BinaryOperator.ContainedIn => "<@",
        _ => throw new InvalidOperationException($"unknown operator {name}"),
    };

    public static string Of(UnaryOperator name) => name switch
    {
        UnaryOperator.Plus => "+",
        UnaryOperator.Minus => "-",
        UnaryOperator.Not => "not",
        UnaryOperator.BitwiseNot => "~",
        UnaryOperator.SquareRoot => "|/",
        UnaryOperator.CubeRoot => "||/",
        UnaryOperator.Absolute => "@",
        UnaryOperator.Prior => "prior",
        _ => throw new InvalidOperationException($"unknown operator {name}"),
    };
}
