using System.Collections.Frozen;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>The operators that are symbols.</summary>
static class Operators
{
    static readonly FrozenDictionary<string, (BinaryOperator Operator, Precedence Precedence)> BinaryOnes =
        new Dictionary<string, (BinaryOperator, Precedence)>
        {
            ["="] = (BinaryOperator.Equal, Precedence.Comparison),
            ["<>"] = (BinaryOperator.NotEqual, Precedence.Comparison),
            ["!="] = (BinaryOperator.NotEqual, Precedence.Comparison),
            ["<"] = (BinaryOperator.Less, Precedence.Comparison),
            [">"] = (BinaryOperator.Greater, Precedence.Comparison),
            ["<="] = (BinaryOperator.LessOrEqual, Precedence.Comparison),
            [">="] = (BinaryOperator.GreaterOrEqual, Precedence.Comparison),
            ["||"] = (BinaryOperator.Concatenate, Precedence.OtherOperator),
            ["~"] = (BinaryOperator.Match, Precedence.OtherOperator),
            ["!~"] = (BinaryOperator.NotMatch, Precedence.OtherOperator),
            ["~*"] = (BinaryOperator.MatchIgnoringCase, Precedence.OtherOperator),
            ["!~*"] = (BinaryOperator.NotMatchIgnoringCase, Precedence.OtherOperator),
            ["~~"] = (BinaryOperator.Like, Precedence.OtherOperator),
            ["!~~"] = (BinaryOperator.NotLike, Precedence.OtherOperator),
            ["~~*"] = (BinaryOperator.ILike, Precedence.OtherOperator),
            ["!~~*"] = (BinaryOperator.NotILike, Precedence.OtherOperator),
            ["->"] = (BinaryOperator.Arrow, Precedence.OtherOperator),
            ["->>"] = (BinaryOperator.LongArrow, Precedence.OtherOperator),
            ["@>"] = (BinaryOperator.Contains, Precedence.OtherOperator),
            ["<@"] = (BinaryOperator.ContainedIn, Precedence.OtherOperator),
            ["&"] = (BinaryOperator.BitwiseAnd, Precedence.Bitwise),
            ["|"] = (BinaryOperator.BitwiseOr, Precedence.Bitwise),
            ["#"] = (BinaryOperator.BitwiseXor, Precedence.Bitwise),
            ["<<"] = (BinaryOperator.ShiftLeft, Precedence.Bitwise),
            [">>"] = (BinaryOperator.ShiftRight, Precedence.Bitwise),
            ["+"] = (BinaryOperator.Add, Precedence.Additive),
            ["-"] = (BinaryOperator.Subtract, Precedence.Additive),
            ["*"] = (BinaryOperator.Multiply, Precedence.Multiplicative),
            ["/"] = (BinaryOperator.Divide, Precedence.Multiplicative),
            ["%"] = (BinaryOperator.Modulo, Precedence.Multiplicative),
            ["^"] = (BinaryOperator.Power, Precedence.Power),
        }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, (UnaryOperator Operator, Precedence Precedence)> UnaryOnes =
        new Dictionary<string, (UnaryOperator, Precedence)>
        {
            ["+"] = (UnaryOperator.Plus, Precedence.Sign),
            ["-"] = (UnaryOperator.Minus, Precedence.Sign),
            ["~"] = (UnaryOperator.BitwiseNot, Precedence.Bitwise),
            ["@"] = (UnaryOperator.Absolute, Precedence.Absolute),
            ["|/"] = (UnaryOperator.SquareRoot, Precedence.Power),
            ["||/"] = (UnaryOperator.CubeRoot, Precedence.Power),
        }.ToFrozenDictionary();

    /// <summary>True where the symbol stands between operands.</summary>
    public static bool IsBinary(string symbol, out BinaryOperator @operator, out Precedence precedence)
    {
        var known = BinaryOnes.TryGetValue(symbol, out var found);
        (@operator, precedence) = found;
        return known;
    }

    /// <summary>True where the symbol stands before an operand.</summary>
    public static bool IsUnary(string symbol, out UnaryOperator @operator, out Precedence precedence)
    {
        var known = UnaryOnes.TryGetValue(symbol, out var found);
        (@operator, precedence) = found;
        return known;
    }
}
