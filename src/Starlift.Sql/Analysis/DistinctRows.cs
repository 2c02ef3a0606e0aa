using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>
/// Tells from a query alone by which of its columns any two of its rows differ, so that nobody need count them: of DISTINCT, GROUP BY, set operations
/// and the first row of a partition, and of queries over these. Of everything else it claims nothing.
/// </summary>
public static class DistinctRows
{
    /// <summary>The positions of columns that no two rows have the same values in; null where nothing is known. No positions: there is one row at most.</summary>
    public static IReadOnlySet<int>? KeyOf(BoundQuery query) => KeyOf(query.Body);

    static HashSet<int>? KeyOf(BoundBody body) => body switch
    {
        BoundNestedQuery nested => KeyOf(nested.Query.Body),
        BoundSetOperation { All: false } operation => All(operation.Columns.Count),
        BoundSelect select => KeyOf(select),
        _ => null,
    };

    static HashSet<int>? KeyOf(BoundSelect select)
    {
        if (select.IsDistinct)
        {
            return All(select.Items.Count);
        }

        if (select.Items.Any(item => MayMakeRows(item.Value)))
        {
            return null;
        }

        if (select.GroupBy is { } grouping)
        {
            return grouping.Sets.Count == 1 ? Shown(select, grouping.Keys) : null;
        }

        if (select.Having is not null || select.Items.Any(item => BoundWalk.Aggregate(item.Value) is not null))
        {
            return new HashSet<int>();
        }

        if (select.Qualify is { } qualify && FirstWindow(qualify) is { } window && Shown(select, window.PartitionBy) is { } partition)
        {
            return partition;
        }

        // filters leave rows out and expressions add columns; both leave the rows as different as they are
        return select is { From: BoundSource source, ConnectBy: null, DistinctOn: [] } && KeyOf(source, select.Where) is { } key
            ? Shown(select, [.. key.Select(column => new BoundColumn(source.Span, source, column, 0))])
            : null;
    }

    static HashSet<int>? KeyOf(BoundSource source, BoundExpression? where)
    {
        var query = source switch
        {
            BoundDerivedTable derived => derived.Query,
            BoundCommonTable { Definition.IsRecursive: false } common => common.Definition.Query,
            _ => null,
        };
        return query is null ? null : FirstOfPartition(source, query, where) ?? KeyOf(query.Body);
    }

    // where row_number() over (partition by k) = 1 there is one row a partition
    static HashSet<int>? FirstOfPartition(BoundSource source, BoundQuery query, BoundExpression? where)
    {
        if (where is null || query.Body is not BoundSelect select || select.Items.Any(item => MayMakeRows(item.Value)) || NumberedColumn(source, where) is not { } number
            || Meant(select.Items[number].Value) is not BoundCall { Function.Name: "row_number", Over: { } window })
        {
            return null;
        }

        return Shown(select, window.PartitionBy);
    }

    static int? NumberedColumn(BoundSource source, BoundExpression where) => where switch
    {
        BoundBinary { Operator: BinaryOperator.And } and => NumberedColumn(source, and.Left) ?? NumberedColumn(source, and.Right),
        BoundBinary { Operator: BinaryOperator.Equal } equal when Plain(equal.Left) is BoundColumn column && ReferenceEquals(column.Source, source)
            && Plain(equal.Right) is BoundLiteral { Text: "1" } => column.Index,
        _ => null,
    };

    // QUALIFY row_number() over (…) = 1, or an alias of that
    static BoundWindow? FirstWindow(BoundExpression qualify) => qualify switch
    {
        BoundBinary { Operator: BinaryOperator.And } and => FirstWindow(and.Left) ?? FirstWindow(and.Right),
        BoundBinary { Operator: BinaryOperator.Equal } equal when Plain(equal.Right) is BoundLiteral { Text: "1" }
            && Meant(Plain(equal.Left)) is BoundCall { Function.Name: "row_number", Over: { } window } => window,
        _ => null,
    };

    // a number that is only widened is the same number
    static BoundExpression Plain(BoundExpression value) => value is BoundConversion { How: ConversionKind.Implicit } conversion ? Plain(conversion.Operand) : value;

    static BoundExpression Meant(BoundExpression value) => value is BoundAlias alias ? Meant(alias.Value) : value;

    /// <summary>The positions of the items that are these expressions; null where one is not among them.</summary>
    static HashSet<int>? Shown(BoundSelect select, IReadOnlyList<BoundExpression> expressions)
    {
        if (expressions.Any(IsVolatile))
        {
            return null;
        }

        var positions = new HashSet<int>();
        foreach (var expression in expressions)
        {
            var position = Enumerable.Range(0, select.Items.Count).Cast<int?>().FirstOrDefault(i => BoundEquality.Same(select.Items[i!.Value].Value, expression));
            if (position is null)
            {
                return null;
            }

            positions.Add(position.Value);
        }

        return positions;
    }

    // what is written twice is calculated twice
    static bool IsVolatile(BoundExpression expression) =>
        BoundWalk.Nodes(expression, intoQueries: true).OfType<BoundCall>().Any(call => call.Function.Volatility == Meaning.Functions.Volatility.Volatile);

    // of a function of which only the name is known nobody knows
    static bool MayMakeRows(BoundExpression expression) => BoundWalk.Nodes(expression, intoQueries: false).OfType<BoundCall>()
        .Any(call => call.Function.IsOpen || (call.Function.Kind & Meaning.Functions.FunctionKind.Rows) != 0);

    static HashSet<int> All(int count) => [.. Enumerable.Range(0, count)];
}
