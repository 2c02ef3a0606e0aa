using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Values.Json;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>SUPER values, which are JSON in DuckDB.</content>
sealed partial class DuckDbWriter
{
    const string NumberKinds = "('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE')";

    protected override Fragment Path(BoundPath path)
    {
        if (path.Root.Type.Kind == TypeKind.Array)
        {
            return $"{Expression(path.Root)}[{Expression(path.Steps[0].Index!).Bare}]";
        }

        var steps = new List<string>();
        var root = Expression(path.Root);
        foreach (var step in path.Steps)
        {
            switch (step)
            {
                case { Attribute: { } attribute }:
                    steps.Add(SuperPath.Step(attribute));
                    break;
                case { Index: BoundLiteral { Text: { } digits, Quoted: false } }:
                    steps.Add(digits);
                    break;
                default:
                    root = Element(Extracted(root, steps), step.Index!);
                    steps = [];
                    break;
            }
        }

        return Extracted(root, steps);
    }

    protected override Fragment Attributes(BoundAttributes attributes)
    {
        var value = Expression(attributes.Value);
        var key = NewAlias("k");
        Fragment keys = $"SELECT unnest(json_keys({Only(value, "OBJECT")})) AS k";
        var item = $"{key}.k";
        Fragment columns = $"starlift_super_attribute({value.Bare}, {item}) AS {ColumnName(attributes, 0)}";
        if (attributes.Columns.Count > 1)
        {
            columns = $"{columns}, {item} AS {ColumnName(attributes, 1)}";
        }

        return $"LATERAL (SELECT {columns} FROM ({keys}) AS {key}) AS {Alias(attributes)}";
    }

    protected override Fragment Comparison(BoundBinary binary)
    {
        if (binary.Left.Type.IsSuper && binary.Right.Type.IsSuper)
        {
            return SuperComparison(binary);
        }

        return base.Comparison(binary);
    }

    // values of different kinds are unequal, and neither is less than the other; numbers are compared by value
    Fragment SuperComparison(BoundBinary binary)
    {
        var (left, right) = (Expression(binary.Left), Expression(binary.Right));
        var symbol = OperatorSymbols.Of(binary.Operator);
        if (Scalar(binary.Right) is { Type.Kind: TypeKind.BigInt } big)
        {
            return Dynamic(left, Expression(big), OfWhole(left, symbol, Expression(big), leftIsSuper: true), binary.Operator);
        }

        if (Scalar(binary.Left) is { Type.Kind: TypeKind.BigInt } bigLeft)
        {
            return Dynamic(right, Expression(bigLeft), OfWhole(right, symbol, Expression(bigLeft), leftIsSuper: false), binary.Operator);
        }

        if (Scalar(binary.Right) is { } typed && Typed(left, typed) is { } ofLeft)
        {
            return Dynamic(left, Expression(typed), ofLeft, symbol, Comparable(typed), binary.Operator);
        }

        if (Scalar(binary.Left) is { } other && Typed(right, other) is { } ofRight)
        {
            return Dynamic(right, Expression(other), Comparable(other), symbol, ofRight, binary.Operator);
        }

        Fragment both = $"CASE WHEN {IsWhole(left)} AND {IsWhole(right)} THEN {WholeOf(left)} {symbol} {WholeOf(right)} WHEN {Number(left)} IS NOT NULL AND {Number(right)} IS NOT NULL THEN {Number(left)} {symbol} {Number(right)} WHEN json_type({left.Bare}) = 'VARCHAR' AND json_type({right.Bare}) = 'VARCHAR' THEN {String(left)} {symbol} {String(right)} ";
        return binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            ? (Fragment)$"{both}ELSE CAST({left.Bare} AS VARCHAR) {symbol} CAST({right.Bare} AS VARCHAR) END"
            : $"{both}END";
    }

    static Fragment Dynamic(Fragment super, Fragment scalar, Fragment left, string symbol, Fragment right, BinaryOperator name) =>
        Dynamic(super, scalar, $"{left} {symbol} {right}", name);

    static Fragment Dynamic(Fragment super, Fragment scalar, Fragment test, BinaryOperator name) => name switch
    {
        BinaryOperator.Equal => $"CASE WHEN {super} IS NOT NULL AND {scalar} IS NOT NULL THEN coalesce({test}, false) END",
        BinaryOperator.NotEqual => $"CASE WHEN {super} IS NOT NULL AND {scalar} IS NOT NULL THEN coalesce({test}, true) END",
        _ => test.InBrackets(),
    };

    // a DOUBLE has not the digits of every BIGINT
    static Fragment OfWhole(Fragment super, string symbol, Fragment scalar, bool leftIsSuper)
    {
        var (whole, other) = (WholeOf(super), Number(super));
        return leftIsSuper
            ? (Fragment)$"CASE WHEN {IsWhole(super)} THEN {whole} {symbol} {scalar} ELSE {other} {symbol} {scalar} END"
            : $"CASE WHEN {IsWhole(super)} THEN {scalar} {symbol} {whole} ELSE {scalar} {symbol} {other} END";
    }

    static Fragment IsWhole(Fragment value) => $"json_type({value.Bare}) IN ('BIGINT', 'UBIGINT')";

    static Fragment WholeOf(Fragment value) => $"CAST(CAST({value.Bare} AS VARCHAR) AS HUGEINT)";

    // the scalar that has become a SUPER value for the comparison
    static BoundExpression? Scalar(BoundExpression value) => value switch
    {
        BoundConversion { Type.IsSuper: true, Operand: var operand } when !operand.Type.IsSuper && !operand.Type.IsUnknown => operand,
        BoundLiteral { Type.IsSuper: true, Text: { } text, Quoted: true } literal => literal with { Type = DataType.Varchar(Math.Max(1, text.Length)) },
        _ => null,
    };

    static Fragment? Typed(Fragment value, BoundExpression like) => like.Type.Category switch
    {
        TypeCategory.Number => Number(value),
        TypeCategory.Text => String(value),
        TypeCategory.Boolean => $"CASE WHEN json_type({value.Bare}) = 'BOOLEAN' THEN CAST({value.Bare} AS BOOLEAN) END",
        _ => null,
    };

    Fragment SuperArithmetic(BoundBinary binary)
    {
        var (left, right) = (Expression(binary.Left), Expression(binary.Right));
        return binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo
            ? (Fragment)$"starlift_super_calculate({left.Bare}, '{OperatorSymbols.Of(binary.Operator)}', {right.Bare})"
            : OfNumber($"{Number(left)} {(binary.Operator == BinaryOperator.Concatenate ? "||" : OperatorSymbols.Of(binary.Operator))} {Number(right)}");
    }

    protected override Fragment Unary(BoundUnary unary) => unary is { Type.IsSuper: true, Operator: UnaryOperator.Minus or UnaryOperator.Absolute }
        ? unary.Operator == UnaryOperator.Minus ? Negated(Expression(unary.Operand)) : Magnitude(Expression(unary.Operand))
        : unary is { Type.Category: TypeCategory.Varbyte, Operator: UnaryOperator.BitwiseNot } ? $"starlift_bytes_not({Expression(unary.Operand).Bare})"
        : base.Unary(unary);

    static Fragment Negated(Fragment value) => $"starlift_super_calculate(CAST('0' AS JSON), '-', {value.Bare})";

    static Fragment Magnitude(Fragment value) => $"CASE WHEN {Number(value)} < 0 THEN {Negated(value)} WHEN {Number(value)} >= 0 THEN {value.Bare} END";

    /// <summary>A SUPER value of another type's value; NULL stays NULL. A FLOAT has an exponent there, a DECIMAL all of its digits.</summary>
    public static Fragment ToSuper(Fragment value, DataType from) => from.Kind switch
    {
        TypeKind.DoublePrecision => $"starlift_super_float({value.Bare})",
        // the shortest digits of a REAL, and not those of the DOUBLE that it becomes
        TypeKind.Real => $"starlift_super_float(CAST(CAST({value.Bare} AS VARCHAR) AS DOUBLE))",
        // with a digit before the point, which DuckDB leaves out where the type has none
        TypeKind.Decimal => $"CAST(CAST({(from.Precision > 0 && from.Precision <= from.Scale ? $"CAST({value.Bare} AS DECIMAL({from.Scale + 1},{from.Scale}))" : value.Bare)} AS VARCHAR) AS JSON)",
        _ => $"CASE WHEN {value.InBrackets()} IS NOT NULL THEN to_json({value.Bare}) END",
    };

    /// <summary>A SUPER value of a number that was calculated: a whole one has no point.</summary>
    public static Fragment OfNumber(Fragment value) =>
        $"CASE WHEN {value.InBrackets()} = trunc({value.Bare}) AND abs({value.Bare}) < 1e15 THEN to_json(CAST({value.Bare} AS BIGINT)) WHEN {value.InBrackets()} IS NOT NULL THEN to_json({value.Bare}) END";

    /// <summary>A scalar of a SUPER value: NULL where it is of another kind.</summary>
    public Fragment OfSuper(Fragment value, DataType to) => to.Kind switch
    {
        TypeKind.Boolean => $"CASE json_type({value.Bare}) WHEN 'BOOLEAN' THEN CAST({value.Bare} AS BOOLEAN) WHEN 'BIGINT' THEN CAST({value.Bare} AS BIGINT) <> 0 WHEN 'UBIGINT' THEN CAST({value.Bare} AS BIGINT) <> 0 END",
        TypeKind.Varchar or TypeKind.Char when to.Length > 0 => $"left({Scalar(value)}, {to.Length})",
        TypeKind.Varchar or TypeKind.Char => Scalar(value),
        _ => $"TRY_CAST({Scalar(value)} AS {TypeName(to)})",
    };

    /// <summary>A SUPER array as DuckDB's list; NULL where it is none.</summary>
    public static Fragment Array(Fragment value) => $"starlift_super_elements({value.Bare})";

    /// <summary>The text of a scalar; NULL of arrays and objects.</summary>
    static Fragment Scalar(Fragment value) => $"CASE json_type({value.Bare}) WHEN 'VARCHAR' THEN {Text(value)} WHEN 'ARRAY' THEN NULL WHEN 'OBJECT' THEN NULL WHEN 'NULL' THEN NULL ELSE CAST({value.Bare} AS VARCHAR) END";

    static Fragment Only(Fragment value, string kind) => $"CASE WHEN json_type({value.Bare}) = '{kind}' THEN {value.Bare} END";

    static Fragment Number(Fragment value) => $"CASE WHEN json_type({value.Bare}) IN {NumberKinds} THEN CAST(CAST({value.Bare} AS VARCHAR) AS DOUBLE) END";

    static Fragment String(Fragment value) => $"CASE WHEN json_type({value.Bare}) = 'VARCHAR' THEN rtrim({Text(value)}, ' ') END";

    static Fragment Text(Fragment value) => $"json_extract_string({value.Bare}, '$')";

    // as it is written there: a number keeps its digits
    Fragment Extracted(Fragment root, List<string> steps) =>
        steps.Count == 0 ? root : Navigated(root, $"starlift_super_at({root.Bare}, {DuckDbName.Literal(SuperPath.Text(steps))})");

    // null inside is NULL outside; what isn't there is NULL, unless the session wants an error
    Fragment Navigated(Fragment root, Fragment found) => Settings.IsOn("navigate_super_null_on_error")
        ? (Fragment)$"nullif({found}, 'null')"
        : $"CASE WHEN {root} IS NOT NULL AND {found} IS NULL THEN error('invalid input: the SUPER value has no such attribute or element') ELSE nullif({found}, 'null') END";

    // what is of another kind is NULL, unless the session wants an error
    Fragment CastOfSuper(BoundConversion conversion, Fragment value)
    {
        var scalar = OfSuper(value, conversion.Type);
        return conversion.How != ConversionKind.Cast || Settings.IsOn("cast_super_null_on_error")
            ? scalar
            : $"CASE WHEN json_type({value.Bare}) <> 'NULL' AND {scalar} IS NULL THEN error('invalid input: the SUPER value is no {conversion.Type.ToString()}') ELSE {scalar} END";
    }

    Fragment Element(Fragment array, BoundExpression index) => Navigated(array, $"starlift_super_element({array.Bare}, {Position(index)})");

    Fragment Position(BoundExpression index) => index.Type.IsSuper ? OfSuper(Expression(index), DataType.BigInt) : Cast(Expression(index), DataType.BigInt);
}
