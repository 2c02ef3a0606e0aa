using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <content>Operators (Amazon Redshift: "Mathematical operator symbols", "Computations with numeric values", "Comparison condition").</content>
sealed partial class PostgresWriter
{
    protected override Fragment Comparison(BoundBinary binary)
    {
        if (binary.Left is BoundRow || binary.Right is BoundRow)
        {
            return base.Comparison(binary);
        }

        if (binary.Left.Type.IsSuper && binary.Right.Type.IsSuper)
        {
            return CompareSuper(binary);
        }

        // a literal beside what is not known takes its type from there
        return binary.Left.Type.IsOpen && binary.Right is BoundLiteral { Quoted: true, Text: { } right }
            ? ((Fragment)$"{Expression(binary.Left)} {OperatorSymbols.Of(binary.Operator)} {Quoted(right)}").InBrackets()
            : binary.Right.Type.IsOpen && binary.Left is BoundLiteral { Quoted: true, Text: { } left }
                ? ((Fragment)$"{Quoted(left)} {OperatorSymbols.Of(binary.Operator)} {Expression(binary.Right)}").InBrackets()
                : base.Comparison(binary);
    }

    protected override Fragment Choice(BoundExpression value, DataType type) =>
        type.IsOpen && value is BoundLiteral { Quoted: true, Text: { } text } ? Fragment.Of(Quoted(text)) : base.Choice(value, type);

    // of the type of CHAR trailing blanks don't count
    protected override Fragment Comparable(BoundExpression value) => value switch
    {
        BoundLiteral { Type.Kind: TypeKind.Varchar, Quoted: true, Text: { } text } => Fragment.Of($"CAST({Quoted(text)} AS bpchar)"),
        { Type.Kind: TypeKind.Varchar } => $"CAST({Expression(value).Bare} AS bpchar)",
        BoundConversion { Type.IsSuper: true, Operand: BoundLiteral { Text: { } text, Quoted: true } } when !text.EndsWith(' ') => Expression(value),
        BoundConversion { Type.IsSuper: true, Operand.Type: { IsText: false, IsUnknown: false } } => Expression(value),
        { Type.IsSuper: true } => UnpaddedSuper(Expression(value)),
        _ => Expression(value),
    };

    protected override Fragment Unpadded(Fragment text) => $"CAST({text.Bare} AS bpchar)";

    static Fragment UnpaddedSuper(Fragment json) => $"CASE WHEN jsonb_typeof({json.Bare}) = 'string' THEN to_jsonb(rtrim({json} #>> '{{}}', ' ')) ELSE {json.Bare} END";

    protected override Fragment Arithmetic(BoundBinary binary)
    {
        if (binary.Type.IsSuper)
        {
            return CalculateSuper(binary);
        }

        return (binary.Operator, binary.Type.Kind) switch
        {
            (BinaryOperator.Add, TypeKind.Varchar or TypeKind.Varbyte) => Infix(binary, "||"),
            (BinaryOperator.Divide, TypeKind.Decimal) when binary.Left.Type.IsDecimal && binary.Type.Precision > 0 => Quotient(binary),
            (BinaryOperator.Multiply, TypeKind.Decimal) when binary.Type.Precision > 0 && binary.Left.Type.Scale + binary.Right.Type.Scale > binary.Type.Scale =>
                $"trunc({Infix(binary).Bare}, {binary.Type.Scale})",
            (BinaryOperator.Modulo, TypeKind.Real or TypeKind.DoublePrecision) =>
                Cast($"CAST({Expression(binary.Left).Bare} AS numeric) % CAST({Expression(binary.Right).Bare} AS numeric)", binary.Type),
            (BinaryOperator.Add or BinaryOperator.Subtract, TypeKind.Timestamp) when binary.Right.Type.IsFloat =>
                ((Fragment)$"{Expression(binary.Left)} {OperatorSymbols.Of(binary.Operator)} {Expression(binary.Right)} * interval '1 day'").InBrackets(),
            (BinaryOperator.Add, TypeKind.Timestamp) when binary.Left.Type.IsFloat =>
                ((Fragment)$"{Expression(binary.Right)} + {Expression(binary.Left)} * interval '1 day'").InBrackets(),
            (BinaryOperator.Add or BinaryOperator.Subtract, TypeKind.Date) when binary.Right.Type.IsInterval => Cast(Infix(binary), binary.Type),
            (BinaryOperator.Multiply or BinaryOperator.Divide, TypeKind.Interval or TypeKind.IntervalDayToSecond or TypeKind.IntervalYearToMonth) => OfInterval(binary),
            (BinaryOperator.Subtract, TypeKind.IntervalDayToSecond) when binary.Left.Type.Kind == TypeKind.TimeTz => OfTimes(binary),
            _ => Infix(binary),
        };
    }

    // PostgreSQL multiplies intervals with doubles only
    Fragment OfInterval(BoundBinary binary)
    {
        Fragment Side(BoundExpression side) => side.Type.IsInterval ? Expression(side) : Cast(Expression(side), DataType.DoublePrecision);
        return ((Fragment)$"{Side(binary.Left)} {OperatorSymbols.Of(binary.Operator)} {Side(binary.Right)}").InBrackets();
    }

    Fragment OfTimes(BoundBinary binary) =>
        ((Fragment)$"({Expression(binary.Left)} AT TIME ZONE 'UTC')::time - ({Expression(binary.Right)} AT TIME ZONE 'UTC')::time").InBrackets();

    // cut at its scale, where PostgreSQL has as many digits as it thinks fit
    Fragment Quotient(BoundBinary binary) => Shifted(Expression(binary.Left), Expression(binary.Right).Bare, binary.Type.Scale);

    /// <summary>An exact quotient, cut behind so many digits.</summary>
    public static Fragment Shifted(Fragment dividend, Fragment divisor, int scale) => scale == 0
        ? $"div({dividend.Bare}, {divisor})"
        : ((Fragment)$"div({dividend} * 1{new string('0', scale)}, {divisor}) * 0.{new string('0', scale - 1)}1").InBrackets();

    protected override Fragment Unary(BoundUnary unary) => unary.Type.IsSuper
        ? unary.Operator switch
        {
            UnaryOperator.Minus => $"to_jsonb(- {Number(unary.Operand).InBrackets()})",
            UnaryOperator.Absolute => $"to_jsonb(abs({Number(unary.Operand)}))",
            _ => Expression(unary.Operand),
        }
        : unary.Operator == UnaryOperator.Minus && unary.Operand is BoundLiteral { Type.Kind: TypeKind.BigInt, Text: "9223372036854775808" }
            ? Fragment.Of("CAST('-9223372036854775808' AS bigint)")
            : base.Unary(unary);

    // letters beyond ASCII have case for LIKE alone
    protected override Fragment Like(BoundLike like)
    {
        var operand = Expression(like.Operand);
        var word = like.Kind switch { LikeKind.ILike => "ILIKE", LikeKind.SimilarTo => "SIMILAR TO", _ => "LIKE" };
        Fragment escape = like.Escape is null ? Fragment.Empty : $" ESCAPE {Expression(like.Escape)}";
        Fragment value = like.Kind == LikeKind.ILike ? $"{operand} COLLATE \"C\"" : operand;
        return ((Fragment)$"{value} {(like.Negated ? "NOT " : "")}{word} {Expression(like.Pattern)}{escape}").InBrackets();
    }
}
