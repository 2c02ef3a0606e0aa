using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>Queries.</content>
public abstract partial class EngineWriter
{
    /// <summary>The query without brackets around it.</summary>
    /// <param name="query">The query.</param>
    /// <param name="columns">Other names and types of its columns than its own; null for these.</param>
    public virtual Fragment Query(BoundQuery query, IReadOnlyList<ResultColumn>? columns = null)
    {
        Enter(query);
        Fragment body = Body(query.Body, columns ?? query.Columns, isWhole: true);
        var top = query.Body is BoundSelect { Top: { } count } ? count : query.Limit;
        var order = InGroups(query.Body as BoundSelect, () => OrderBy(query.OrderBy));
        Fragment text = $"{With(query.CommonTables)}{body}{Prefixed(" ORDER BY ", order)}{Limit(top, query.Offset)}";
        return text.At(query.Span);
    }

    /// <summary>WITH and the common tables with a space behind; empty without any.</summary>
    public Fragment With(IReadOnlyList<CommonTableDefinition> tables) => tables.Count == 0
        ? Fragment.Empty
        : $"WITH {(tables.Any(table => table.IsRecursive) ? "RECURSIVE " : "")}{Fragment.Join(", ", tables.Select(CommonTable))} ";

    /// <summary>LIMIT and OFFSET with a space before; empty without both.</summary>
    protected virtual Fragment Limit(BoundExpression? limit, BoundExpression? offset) =>
        $"{(limit is null ? Fragment.Empty : $" LIMIT {Expression(limit).Bare}")}{(offset is null ? Fragment.Empty : $" OFFSET {Expression(offset).Bare}")}";

    /// <summary>The keys of an order; empty without any.</summary>
    public Fragment OrderBy(IReadOnlyList<BoundOrder> order) => Fragment.Join(", ", order.Select(Order));

    /// <summary>One key of an order.</summary>
    protected virtual Fragment Order(BoundOrder order) => $"{OrderKey(order.Value)}{(order.Descending ? " DESC" : "")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}";

    /// <summary>The value to order by. A column of the result is written as its position.</summary>
    protected virtual Fragment OrderKey(BoundExpression key) => key is BoundOutput output
        ? Fragment.Of((output.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).At(output.Span)
        : NotAPosition(key);

    /// <summary>One item of a select list without its name.</summary>
    /// <param name="value">What it yields.</param>
    /// <param name="type">The type that it has to be of on Redshift.</param>
    protected virtual Fragment Item(BoundExpression value, DataType type) => Expression(value).Bare;

    /// <summary>SELECT without ORDER BY and LIMIT.</summary>
    /// <param name="select">The select.</param>
    /// <param name="columns">Names and types of what it yields.</param>
    protected virtual Fragment Select(BoundSelect select, IReadOnlyList<ResultColumn> columns)
    {
        var distinct = select.IsDistinct ? Fragment.Of("DISTINCT ")
            : select.DistinctOn.Count > 0 ? $"DISTINCT ON ({Fragment.Join(", ", select.DistinctOn.Select(on => Expression(on).Bare))}) "
            : Fragment.Empty;
        var from = select.ConnectBy is null ? From(select.From) : Hierarchy(select);
        var items = InGroups(select, () => Items(select, columns));
        Fragment rows = $"{Prefixed(" FROM ", from)}{Condition(" WHERE ", select.Where)}{GroupBy(select)}";
        return $"SELECT {distinct}{items}{rows}{InGroups(select, () => $"{Condition(" HAVING ", select.Having)}{Qualify(select)}")}";
    }

    /// <summary>QUALIFY with a space before; empty without one.</summary>
    protected virtual Fragment Qualify(BoundSelect select) => Condition(" QUALIFY ", select.Qualify);

    /// <summary>The select list.</summary>
    protected Fragment Items(BoundSelect select, IReadOnlyList<ResultColumn> columns) => Fragment.Join(", ", select.Items.Select((item, i) => Named(item, columns[i])));

    /// <summary>GROUP BY with a space before; empty without one.</summary>
    protected virtual Fragment GroupBy(BoundSelect select)
    {
        if (select.GroupBy is not { } grouping)
        {
            return Fragment.Empty;
        }

        var keys = grouping.Keys.Select(key => TrailingBlanks.Possible(key) ? Key(key) : NotAPosition(key)).ToList();
        if (grouping.Sets is [var all] && all.Count == keys.Count)
        {
            return keys.Count == 0 ? Fragment.Of(" GROUP BY ()") : $" GROUP BY {Fragment.Join(", ", keys)}";
        }

        var sets = grouping.Sets.Select(set => (Fragment)$"({Fragment.Join(", ", set.Select(key => keys[key]))})");
        return $" GROUP BY GROUPING SETS ({Fragment.Join(", ", sets)})";
    }

    /// <summary>The expression, a number so that it is none of a position in the select list.</summary>
    protected Fragment NotAPosition(BoundExpression key) => Meant(key) is BoundLiteral { Type: { IsUnknown: false } type } ? Cast(Expression(key), type) : Expression(key).Bare;

    /// <summary>The condition behind its word; empty without one.</summary>
    protected Fragment Condition(string word, BoundExpression? condition) => condition is null ? Fragment.Empty : $"{word}{Expression(condition).Bare}";

    static Fragment Prefixed(string word, Fragment text) => text.IsEmpty ? text : $"{word}{text}";

    static BoundExpression Meant(BoundExpression expression) => expression is BoundAlias alias ? Meant(alias.Value) : expression;

    Fragment CommonTable(CommonTableDefinition table) => $"{Quote(_names.Of(table))} AS ({Query(table.Query, Named(table.Query, _names.ColumnsOf(table)))})";

    // the query's columns by other names
    static IReadOnlyList<ResultColumn> Named(BoundQuery query, IReadOnlyList<string> names) =>
        [.. query.Columns.Select((column, i) => i < names.Count ? column with { Name = names[i] } : column)];

    Fragment Named(BoundItem item, ResultColumn column) => item.Value is BoundOpenStar
        ? Expression(item.Value)
        : $"{Item(item.Value, column.Type)} AS {Quote(column.Name)}";

    Fragment Body(BoundBody body, IReadOnlyList<ResultColumn> columns, bool isWhole)
    {
        Enter(body);
        switch (body)
        {
            case BoundSelect { Top: { } top } select when !isWhole:
                return $"({Selected(select, columns)}{Limit(top, null)})";
            case BoundSelect select:
                return Selected(select, columns).At(select.Span);
            case BoundSetOperation { All: false } operation when GroupsTexts(operation):
                var combined = Combined(operation, columns);
                return isWhole ? combined : combined.InBrackets();
            case BoundSetOperation operation:
                Fragment both = $"{Body(operation.Left, columns, isWhole: false)} {Word(operation)} {Body(operation.Right, columns, isWhole: false)}";
                return isWhole ? both : both.InBrackets();
            case BoundNestedQuery nested:
                return Query(nested.Query, columns).InBrackets();
            case BoundValues values:
                return $"VALUES {Fragment.Join(", ", values.Rows.Select(row => Row(row.Items).At(row.Span)))}";
            default:
                throw new InvalidOperationException($"unknown body {body.GetType().Name}");
        }
    }

    Fragment Selected(BoundSelect select, IReadOnlyList<ResultColumn> columns) =>
        select.IsDistinct && GroupsTexts(select) ? Distinct(select, columns) : Select(select, columns);

    static string Word(BoundSetOperation operation) => operation.Operator switch
    {
        SetOperator.Intersect => "INTERSECT",
        SetOperator.Except => "EXCEPT",
        _ => operation.All ? "UNION ALL" : "UNION",
    };
}
