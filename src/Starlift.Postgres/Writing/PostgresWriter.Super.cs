using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <content>SUPER values, which are of type jsonb (Amazon Redshift: "Querying semi-structured data", "Operators and functions").</content>
sealed partial class PostgresWriter
{
    /// <summary>What reads as a number.</summary>
    const string NumberPattern = @"'^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$'";

    // what is null in a SUPER value is NULL outside of it
    protected override Fragment Path(BoundPath path)
    {
        if (path.Root.Type.Kind == TypeKind.Array)
        {
            return $"({Expression(path.Root)})[{Expression(path.Steps[0].Index!).Bare}]";
        }

        var found = Steps(path);
        var root = path.Root is BoundPath inner ? Steps(inner) : Expression(path.Root);
        return Settings.IsOn("navigate_super_null_on_error")
            ? (Fragment)$"nullif({found.Bare}, 'null')"
            : $"CASE WHEN {root} IS NOT NULL AND {found} IS NULL THEN to_jsonb({Failure(root, "invalid input: the SUPER value has no such attribute or element")}) ELSE nullif({found.Bare}, 'null') END";
    }

    /// <summary>The value that a path leads to, as it is: null is none of NULL.</summary>
    public Fragment Steps(BoundPath path)
    {
        var root = path.Root is BoundPath inner ? Steps(inner) : Expression(path.Root);
        var steps = path.Steps.Select(step => step.Attribute is { } attribute ? Fragment.Of($" -> {Quoted(attribute)}") : Element(step.Index!));
        return ((Fragment)$"{root}{Fragment.Join("", steps)}").InBrackets();
    }

    // from 0; PostgreSQL counts a negative one from the end
    Fragment Element(BoundExpression index) => index is BoundLiteral { Text: { } text, Quoted: false }
        ? Fragment.Of($" -> {text}")
        : $" -> CAST(CASE WHEN {(index.Type.IsSuper ? Number(index) : Expression(index))} >= 0 THEN {(index.Type.IsSuper ? Number(index) : Expression(index))} END AS integer)";

    protected override Fragment Elements(BoundElements elements)
    {
        var alias = Alias(elements);
        var array = Expression(elements.Array);
        Fragment rows = $"jsonb_array_elements(CASE WHEN jsonb_typeof({array.Bare}) = 'array' THEN {array.Bare} ELSE '[]' END)";
        if (!elements.HasIndex)
        {
            return $"LATERAL {rows} AS {alias}({ColumnName(elements, 0)})";
        }

        var inner = NewAlias("e");
        return $"LATERAL (SELECT {inner}.v AS {ColumnName(elements, 0)}, {inner}.n - 1 AS {ColumnName(elements, 1)} FROM {rows} WITH ORDINALITY AS {inner}(v, n)) AS {alias}";
    }

    protected override Fragment Attributes(BoundAttributes attributes)
    {
        var value = Expression(attributes.Value);
        var inner = NewAlias("a");
        Fragment name = attributes.Columns.Count > 1 ? $", {inner}.k AS {ColumnName(attributes, 1)}" : Fragment.Empty;
        return $"LATERAL (SELECT {inner}.v AS {ColumnName(attributes, 0)}{name} FROM jsonb_each(CASE WHEN jsonb_typeof({value.Bare}) = 'object' THEN {value.Bare} ELSE '{{}}' END) AS {inner}(k, v)) AS {Alias(attributes)}";
    }

    Fragment ToSuper(BoundExpression operand, Fragment value) => operand.Type.Kind switch
    {
        TypeKind.Super or TypeKind.Unknown => value,
        TypeKind.Char or TypeKind.Varchar => $"to_jsonb({AsText(operand.Type, value).Bare})",
        _ => $"to_jsonb({value.Bare})",
    };

    /// <summary>An error that is raised where a row needs it, and not while the statement is planned. It is a BIGINT.</summary>
    public static Fragment Failure(Fragment value, string message) =>
        $"CAST({Quoting.Literal(PostgresErrors.Mark(SqlStates.InvalidTextRepresentation, message))} || left(CAST({value.Bare} AS text), 0) AS bigint)";

    // what is of another kind is NULL, unless the session wants an error
    Fragment CastOfSuper(BoundConversion conversion, Fragment value)
    {
        var scalar = FromSuper(value, conversion.Type);
        return conversion.How != ConversionKind.Cast || Settings.IsOn("cast_super_null_on_error")
            ? scalar
            : $"CASE WHEN jsonb_typeof({value.Bare}) <> 'null' AND {scalar.InBrackets()} IS NULL THEN CAST(CAST({Failure(value, $"invalid input: the SUPER value is no {conversion.Type}")} AS text) AS {TypeName(conversion.Type)}) ELSE {scalar} END";
    }

    // what is of another kind is NULL
    Fragment FromSuper(Fragment value, DataType to)
    {
        var json = value.Bare;
        return to.Kind switch
        {
            TypeKind.Varchar or TypeKind.Char when to.Length > 0 && to != DataType.Varchar(DataType.MaxVarchar) => Cast(FromSuper(value, DataType.Text), to),
            TypeKind.Varchar or TypeKind.Char => $"CASE WHEN jsonb_typeof({json}) NOT IN ('object', 'array') THEN {value} #>> '{{}}' END",
            TypeKind.Boolean => $"CASE WHEN jsonb_typeof({json}) = 'boolean' THEN CAST({value} #>> '{{}}' AS boolean) WHEN jsonb_typeof({json}) = 'number' AND {value} #>> '{{}}' ~ '^-?\\d+$' THEN CAST({value} #>> '{{}}' AS numeric) <> 0 END",
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt => Cast($"trunc({ReadNumber(value)})", to),
            TypeKind.Decimal => to.Precision == 0 ? ReadNumber(value) : Cast(ReadNumber(value), to),
            TypeKind.Real or TypeKind.DoublePrecision => Cast(ReadNumber(value), to),
            TypeKind.Unknown => value,
            _ => $"CASE WHEN jsonb_typeof({json}) = 'string' THEN CAST({value} #>> '{{}}' AS {TypeName(to)}) END",
        };
    }

    static Fragment ReadNumber(Fragment value) =>
        $"CASE WHEN jsonb_typeof({value.Bare}) = 'number' OR jsonb_typeof({value.Bare}) = 'string' AND {value} #>> '{{}}' ~ {NumberPattern} THEN CAST({value} #>> '{{}}' AS numeric) END";

    /// <summary>The number that a SUPER value is; NULL of any other.</summary>
    public Fragment Number(BoundExpression value) => value switch
    {
        BoundConversion { Operand: { Type.IsNumber: true } inner } => Cast(Expression(inner), new DataType(TypeKind.Decimal)),
        BoundConversion { Operand.Type: { IsUnknown: false, IsSuper: false } } => Fragment.Of("CAST(NULL AS numeric)"),
        _ => Number(Expression(value)),
    };

    static Fragment Number(Fragment value) => $"CASE WHEN jsonb_typeof({value.Bare}) = 'number' THEN CAST({value} #>> '{{}}' AS numeric) END";

    // = and <> of different kinds say that they are unequal; all others are NULL
    Fragment CompareSuper(BoundBinary binary)
    {
        var symbol = Starlift.Sql.Meaning.Types.OperatorSymbols.Of(binary.Operator);
        if (binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return base.Comparison(binary);
        }

        var (left, right) = (Expression(binary.Left), Expression(binary.Right));
        Fragment texts = $"CASE WHEN jsonb_typeof({left.Bare}) = 'string' THEN ({left} #>> '{{}}') COLLATE \"C\" {symbol} ({right} #>> '{{}}') ELSE {left} {symbol} {right} END";
        return $"CASE WHEN jsonb_typeof({left.Bare}) = jsonb_typeof({right.Bare}) THEN {texts} END";
    }

    Fragment CalculateSuper(BoundBinary binary)
    {
        var (left, right) = (Number(binary.Left), Number(binary.Right));
        Fragment numbers = binary.Operator switch
        {
            BinaryOperator.Divide => $"to_jsonb(CASE WHEN {left.InBrackets()} % 1 = 0 AND {right.InBrackets()} % 1 = 0 THEN div({left}, {right}) ELSE {left.InBrackets()} / {right.InBrackets()} END)",
            var name => $"to_jsonb({left.InBrackets()} {OperatorSymbols.Of(name)} {right.InBrackets()})",
        };
        if (binary.Operator != BinaryOperator.Add)
        {
            return numbers;
        }

        var (a, b) = (Expression(binary.Left), Expression(binary.Right));
        return $"CASE WHEN jsonb_typeof({a.Bare}) = 'string' AND jsonb_typeof({b.Bare}) = 'string' THEN to_jsonb(({a} #>> '{{}}') || ({b} #>> '{{}}')) ELSE {numbers} END";
    }

    /// <summary>Where a SUPER value stands in an order: boolean, number, string, array, object.</summary>
    public static string RankOf(string value) => $"array_position(ARRAY['boolean', 'number', 'string', 'array', 'object'], jsonb_typeof({value}))";

    static Fragment Rank(Fragment value) => $"array_position(ARRAY['boolean', 'number', 'string', 'array', 'object'], jsonb_typeof({value.Bare}))";
}
