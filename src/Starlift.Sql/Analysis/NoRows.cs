using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>
/// Tells from a query alone that it has no rows where some tables have none, so that nobody need run it. Of what it does not understand it claims
/// nothing.
/// </summary>
public sealed class NoRows
{
    readonly Func<TableDefinition, bool> _isEmpty;
    readonly Dictionary<CommonTableDefinition, bool> _known = [];

    NoRows(Func<TableDefinition, bool> isEmpty) => _isEmpty = isEmpty;

    /// <summary>True where the query has no rows.</summary>
    /// <param name="isEmpty">True of a table or view that has no rows.</param>
    public static bool AreIn(BoundQuery query, Func<TableDefinition, bool> isEmpty) => new NoRows(isEmpty).InQuery(query);

    // an aggregate in ORDER BY makes one row of all rows too
    bool InQuery(BoundQuery query) => RowLimit.Of(query) == 0
        || !(query.Body is BoundSelect { GroupBy: null } && query.OrderBy.Any(order => MayAggregate(order.Value))) && InBody(query.Body);

    bool InBody(BoundBody body) => body switch
    {
        BoundSelect select => InSelect(select),
        BoundNestedQuery nested => InQuery(nested.Query),
        BoundSetOperation { Operator: SetOperator.Union } operation => InBody(operation.Left) && InBody(operation.Right),
        BoundSetOperation { Operator: SetOperator.Intersect } operation => InBody(operation.Left) || InBody(operation.Right),
        BoundSetOperation operation => InBody(operation.Left),
        _ => false,
    };

    // an aggregate without GROUP BY, and a grouping set of nothing, are a row of no rows
    bool InSelect(BoundSelect select)
    {
        var isTotal = select.GroupBy is { } grouping
            ? grouping.Sets.Any(set => set.Count == 0)
            : select.Having is not null || select.Items.Any(item => MayAggregate(item.Value)) || select.Qualify is { } qualify && MayAggregate(qualify);
        return !isTotal && (select.From is { } from && InFrom(from) || select.Where is { } where && IsNeverTrue(where));
    }

    // of a function of which only the name is known nobody knows
    static bool MayAggregate(BoundExpression value) =>
        BoundWalk.Nodes(value, intoQueries: false).OfType<BoundCall>().Any(call => call.IsAggregate || call is { Function.IsOpen: true, Over: null });

    bool InFrom(BoundFrom from) => from switch
    {
        BoundTable table => _isEmpty(table.Table),
        BoundDerivedTable derived => InQuery(derived.Query),
        BoundCommonTable common => InCommonTable(common.Definition),
        BoundJoin { Kind: JoinKind.Left } join => InFrom(join.Left),
        BoundJoin { Kind: JoinKind.Right } join => InFrom(join.Right),
        BoundJoin { Kind: JoinKind.Full } join => InFrom(join.Left) && InFrom(join.Right),
        BoundJoin join => InFrom(join.Left) || InFrom(join.Right) || join.On is { } on && IsNeverTrue(on),
        BoundPivot pivot => pivot.Groups.Count > 0 && InFrom(pivot.Input),
        BoundUnpivot unpivot => InFrom(unpivot.Input),
        _ => false,
    };

    // a recursive table has none where its seed has none: what it adds is made of its own rows
    bool InCommonTable(CommonTableDefinition table)
    {
        if (!_known.TryGetValue(table, out var isNone))
        {
            _known[table] = true;
            _known[table] = isNone = InQuery(table.Query);
        }

        return isNone;
    }

    // one of the conditions that all must hold is false, or looks for something in a query without rows
    bool IsNeverTrue(BoundExpression condition) => condition switch
    {
        BoundBinary { Operator: BinaryOperator.And } and => IsNeverTrue(and.Left) || IsNeverTrue(and.Right),
        BoundBinary { Operator: BinaryOperator.Or } or => IsNeverTrue(or.Left) && IsNeverTrue(or.Right),
        BoundLiteral { Text: "false" or null } => true,
        BoundQueryComparison { All: false, Negated: false } comparison => InQuery(comparison.Query),
        BoundExists exists => InQuery(exists.Query),
        _ => false,
    };
}
