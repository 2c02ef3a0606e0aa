using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Analysis;

/// <summary>
/// Which columns of tables decide what rows a result has: what filters, joins and groups them, and what orders them where only the first are
/// taken; in all queries that the result's rows come from.
/// </summary>
public sealed class RowLineage
{
    readonly ColumnLineage _columns = new();
    readonly HashSet<BoundQuery> _seen = [];
    readonly HashSet<ColumnInput> _inputs = [];

    RowLineage()
    {
    }

    /// <summary>Each column once for each of its uses.</summary>
    public static IReadOnlySet<ColumnInput> Of(BoundQuery query)
    {
        var lineage = new RowLineage();
        lineage.Add(query);
        return lineage._inputs;
    }

    void Add(BoundQuery query)
    {
        if (!_seen.Add(query))
        {
            return;
        }

        Add(query.Body);
        if (RowLimit.IsStated(query))
        {
            foreach (var order in query.OrderBy)
            {
                AddKey(order.Value, query);
            }
        }
    }

    void AddKey(BoundExpression key, BoundQuery query)
    {
        if (key is BoundOutput output)
        {
            _inputs.UnionWith(_columns.OfColumn(query, output.Index).Select(input => input.Within(ColumnUse.Sort)));
        }
        else
        {
            Add(key, ColumnUse.Sort);
        }
    }

    void Add(BoundBody body)
    {
        switch (body)
        {
            case BoundNestedQuery nested:
                Add(nested.Query);
                break;
            case BoundSetOperation operation:
                Add(operation.Left);
                Add(operation.Right);
                break;
            case BoundSelect select:
                Add(select);
                break;
        }
    }

    void Add(BoundSelect select)
    {
        Add(select.From);
        Add(select.Where, ColumnUse.Filter);
        Add(select.Having, ColumnUse.Filter);
        Add(select.Qualify, ColumnUse.Filter);
        Add(select.StartWith, ColumnUse.Filter);
        Add(select.ConnectBy, ColumnUse.Join);
        foreach (var key in select.GroupBy?.Keys.Concat(select.DistinctOn) ?? select.DistinctOn)
        {
            Add(key, ColumnUse.GroupBy);
        }
    }

    void Add(BoundFrom? from)
    {
        switch (from)
        {
            case BoundJoin join:
                Add(join.Left);
                Add(join.Right);
                Add(join.On, ColumnUse.Join);
                break;
            case BoundDerivedTable derived:
                Add(derived.Query);
                break;
            case BoundCommonTable common:
                Add(common.Definition.Query);
                break;
            case BoundPivot pivot:
                Add(pivot.Input);
                pivot.Groups.ToList().ForEach(group => Add(group, ColumnUse.GroupBy));
                break;
            case BoundUnpivot unpivot:
                Add(unpivot.Input);
                break;
        }
    }

    // what a query in a condition looks at decides too
    void Add(BoundExpression? condition, ColumnUse use)
    {
        if (condition is null)
        {
            return;
        }

        foreach (var column in BoundWalk.Nodes(condition, intoQueries: true).OfType<BoundColumn>())
        {
            _columns.Collect(column.Source, column.Index, use, _inputs);
        }
    }
}
