using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
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

        var text = "$";
        var root = Expression(path.Root);
        foreach (var step in path.Steps)
        {
            switch (step)
            {
                case { Attribute: { } attribute }:
                    text += DuckDbJsonPath.Step(attribute);
                    break;
                case { Index: BoundLiteral { Text: { } digits } }:
                    text += $"[{digits}]";
                    break;
                default:
                    root = Element(Extracted(root, text), step.Index!);
                    text = "$";
                    break;
            }
        }

        return Extracted(root, text);
    }

    protected override Fragment Elements(BoundElements elements)
    {
        var name = Alias(elements);
        var array = Array(Expression(elements.Array));
        var columns = elements.HasIndex
            ? (Fragment)$"unnest({array}) AS {ColumnName(elements, 0)}, CAST(generate_subscripts({array}, 1) - 1 AS BIGINT) AS {ColumnName(elements, 1)}"
            : $"unnest({array}) AS {ColumnName(elements, 0)}";
        return $"LATERAL (SELECT {columns}) AS {name}";
    }

    protected override Fragment Attributes(BoundAttributes attributes)
    {
        var value = Expression(attributes.Value);
        var key = NewAlias("k");
        Fragment keys = $"SELECT unnest(json_keys({Only(value, "OBJECT")})) AS k";
        var item = $"{key}.k";
        Fragment columns = $"json_extract({value.Bare}, '$.\"' || replace({item}, '\"', '\\\"') || '\"') AS {ColumnName(attributes, 0)}";
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
        if (Scalar(binary.Right) is { } typed && Typed(left, typed) is { } ofLeft)
        {
            return Dynamic(left, Expression(typed), ofLeft, symbol, Comparable(typed), binary.Operator);
        }

        if (Scalar(binary.Left) is { } other && Typed(right, other) is { } ofRight)
        {
            return Dynamic(right, Expression(other), Comparable(other), symbol, ofRight, binary.Operator);
        }

        Fragment both = $"CASE WHEN {Number(left)} IS NOT NULL AND {Number(right)} IS NOT NULL THEN {Number(left)} {symbol} {Number(right)} WHEN json_type({left.Bare}) = 'VARCHAR' AND json_type({right.Bare}) = 'VARCHAR' THEN {String(left)} {symbol} {String(right)} ";
        return binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            ? (Fragment)$"{both}ELSE CAST({left.Bare} AS VARCHAR) {symbol} CAST({right.Bare} AS VARCHAR) END"
            : $"{both}END";
    }

    static Fragment Dynamic(Fragment super, Fragment scalar, Fragment left, string symbol, Fragment right, BinaryOperator name) => name switch
    {
        BinaryOperator.Equal => $"CASE WHEN {super} IS NOT NULL AND {scalar} IS NOT NULL THEN coalesce({left} = {right}, false) END",
        BinaryOperator.NotEqual => $"CASE WHEN {super} IS NOT NULL AND {scalar} IS NOT NULL THEN coalesce({left} <> {right}, true) END",
        _ => ((Fragment)$"{left} {symbol} {right}").InBrackets(),
    };

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
        var symbol = binary.Operator == BinaryOperator.Concatenate ? "||" : OperatorSymbols.Of(binary.Operator);
        if (binary.Operator is BinaryOperator.Divide or BinaryOperator.Modulo)
        {
            return OfNumber($"CASE WHEN {Number(right)} = 0 AND {Number(left)} IS NOT NULL THEN {DivisionByZero} ELSE {Number(left)} {symbol} {Number(right)} END");
        }

        var result = OfNumber($"{Number(left)} {symbol} {Number(right)}");
        return binary.Operator == BinaryOperator.Add
            ? $"CASE WHEN json_type({left.Bare}) = 'VARCHAR' AND json_type({right.Bare}) = 'VARCHAR' THEN to_json({String(left)} || {String(right)}) ELSE {result} END"
            : result;
    }

    protected override Fragment Unary(BoundUnary unary) => unary is { Type.IsSuper: true, Operator: UnaryOperator.Minus or UnaryOperator.Absolute }
        ? OfNumber(unary.Operator == UnaryOperator.Minus ? $"- {Number(Expression(unary.Operand))}" : (Fragment)$"abs({Number(Expression(unary.Operand))})")
        : unary is { Type.Category: TypeCategory.Varbyte, Operator: UnaryOperator.BitwiseNot } ? $"starlift_bytes_not({Expression(unary.Operand).Bare})"
        : base.Unary(unary);

    /// <summary>A SUPER value of another type's value; NULL stays NULL.</summary>
    public static Fragment ToSuper(Fragment value) => $"CASE WHEN {value.InBrackets()} IS NOT NULL THEN to_json({value.Bare}) END";

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
    public static Fragment Array(Fragment value) => $"CAST({Only(value, "ARRAY")} AS JSON[])";

    /// <summary>The text of a scalar; NULL of arrays and objects.</summary>
    static Fragment Scalar(Fragment value) => $"CASE WHEN json_type({value.Bare}) NOT IN ('ARRAY', 'OBJECT') THEN {Text(value)} END";

    static Fragment Only(Fragment value, string kind) => $"CASE WHEN json_type({value.Bare}) = '{kind}' THEN {value.Bare} END";

    static Fragment Number(Fragment value) => $"CASE WHEN json_type({value.Bare}) IN {NumberKinds} THEN CAST({Text(value)} AS DOUBLE) END";

    static Fragment String(Fragment value) => $"CASE WHEN json_type({value.Bare}) = 'VARCHAR' THEN rtrim({Text(value)}, ' ') END";

    static Fragment Text(Fragment value) => $"json_extract_string({value.Bare}, '$')";

    Fragment Extracted(Fragment root, string path) => path == "$" ? root : Navigated(root, $"json_extract({root.Bare}, {DuckDbName.Literal(path)})");

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

    Fragment Element(Fragment array, BoundExpression index) => Navigated(array, $"json_extract({array.Bare}, '$[' || CAST({Expression(index).Bare} AS VARCHAR) || ']')");
}
