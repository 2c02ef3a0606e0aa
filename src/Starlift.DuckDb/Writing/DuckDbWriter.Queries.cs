using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>Queries.</content>
sealed partial class DuckDbWriter
{
    /// <summary>What is longer isn't written several times.</summary>
    const int LongestTwice = 200;

    // DuckDB gives many functions and operators other types than Redshift; a cast to the type that a value has already costs nothing
    protected override Fragment Item(BoundExpression value, DataType type)
    {
        var text = Expression(value).Bare;
        if (type.Kind == TypeKind.RegClass && _depth == 1)
        {
            // a table is shown by its name
            return SystemViews.NameOf(text);
        }

        return type.IsUnknown || IsExact(value) || type.Kind is TypeKind.Array or TypeKind.Record ? text : Cast(text, type);
    }

    // SUPER values are ordered by what they are: boolean, number, string, array, object
    protected override Fragment Order(BoundOrder order)
    {
        if (!order.Value.Type.IsSuper || order.Value is BoundOutput)
        {
            return base.Order(order);
        }

        return Ordered(Expression(order.Value), order);
    }

    static Fragment Ordered(Fragment value, BoundOrder order)
    {
        var direction = $"{(order.Descending ? " DESC" : "")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}";
        Fragment kind = $"CASE json_type({value.Bare}) WHEN 'BOOLEAN' THEN 1 WHEN 'VARCHAR' THEN 3 WHEN 'ARRAY' THEN 4 WHEN 'OBJECT' THEN 5 WHEN 'NULL' THEN 6 ELSE 2 END";
        return $"CASE WHEN {value} IS NOT NULL THEN {kind} END{direction}, {Number(value)}{direction}, CAST({value.Bare} AS VARCHAR){direction}";
    }

    int _depth;

    public override Fragment Query(BoundQuery query, IReadOnlyList<ResultColumn>? columns = null)
    {
        _depth++;
        var text = Ordered(query, columns);
        _depth--;
        return text;
    }

    // of a column of the result that is a SUPER value there is more to order by than its position
    Fragment Ordered(BoundQuery query, IReadOnlyList<ResultColumn>? columns) =>
        query.Body is not BoundSelect { IsDistinct: false } && query.OrderBy.Any(order => order.Value is BoundOutput && order.Value.Type.IsSuper) ? OrderedOutside(query, columns)
        : query.Body is BoundSelect { IsDistinct: false } select && query.OrderBy.Any(order => order.Value is BoundOutput && order.Value.Type.IsSuper)
            ? base.Query(
                query with
                {
                    OrderBy = [.. query.OrderBy.Select(order => order.Value is BoundOutput output && output.Type.IsSuper ? order with { Value = select.Items[output.Index].Value } : order)],
                },
                columns)
            : base.Query(query, columns);

    // rows that are made unlike first are ordered by their values around them
    Fragment OrderedOutside(BoundQuery query, IReadOnlyList<ResultColumn>? columns)
    {
        var alias = NewAlias("q");
        var inner = query.Columns.Select((column, i) => column with { Name = $"c{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}" }).ToList();
        var rows = base.Query(query with { OrderBy = [], Limit = null, Offset = null }, inner);
        var items = inner.Select((column, i) => (Fragment)$"{alias}.{Quote(column.Name)} AS {Quote((columns ?? query.Columns)[i].Name)}").ToList();
        var order = query.OrderBy.Select(key => key.Value is BoundOutput output && output.Type.IsSuper
            ? Ordered($"{alias}.{Quote(inner[output.Index].Name)}", key)
            : (Fragment)$"{alias}.{Quote(inner[((BoundOutput)key.Value).Index].Name)}{(key.Descending ? " DESC" : "")} NULLS {(key.NullsFirst ? "FIRST" : "LAST")}").ToList();
        return $"SELECT {Fragment.Join(", ", items)} FROM ({rows}) AS {alias} ORDER BY {Fragment.Join(", ", order)}{Limit(query.Limit, query.Offset)}";
    }

    // COUNT(DISTINCT …) heeds no collation
    public override Fragment DistinctKey(BoundExpression value) => CaseInsensitivity.Of(value) ? $"lower({Key(value).Bare})" : Key(value);

    // what DuckDB counts and Redshift doesn't: blanks behind a CHAR, and behind a text that is written
    protected override Fragment Comparable(BoundExpression value) => value switch
    {
        BoundLiteral { Type.IsText: true, Text: { } text } literal when text.EndsWith(' ') => Literal(literal with { Text = text.TrimEnd(' ') }).At(value.Span),
        BoundLiteral => Expression(value),
        { Type.IsText: true } when TrailingBlanks.Possible(value) => Unpadded(Expression(value)),
        _ => Expression(value),
    };

    // few texts end in a blank, and to look at the end costs a join next to nothing; rtrim() itself makes it last more than twice as long
    protected override Fragment Unpadded(Fragment text) => text.Length <= LongestTwice
        ? (Fragment)$"CASE WHEN suffix({text.Bare}, ' ') THEN rtrim({text.Bare}, ' ') ELSE {text.Bare} END"
        : $"rtrim({text.Bare}, ' ')";

    static bool IsExact(BoundExpression value) => value switch
    {
        BoundColumn or BoundConversion or BoundMergedColumn or BoundPath or BoundInterval => true,
        BoundAlias alias => IsExact(alias.Value),
        BoundLiteral { Type.Kind: not TypeKind.Super } => true,
        BoundBinary { Operator: BinaryOperator.Divide, Type.IsDecimal: true } => true,
        // the scale of what is rounded is that of the value, and not of its type
        BoundCall { Function.Name: "round" or "trunc" or "ceil" or "ceiling" or "floor" or "median" or "percentile_cont" or "to_number", Type.IsDecimal: true } => true,
        _ => value.Type.IsText || value.Type.Kind == TypeKind.Boolean,
    };
}
