using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Analysis;

/// <summary>
/// Which columns of tables make each column of a result: through common tables, queries in FROM, joins, set operations and SUPER paths. Only what goes into
/// the value counts: what filters, joins, groups and orders does not, unless the value is made of it.
/// </summary>
public sealed class ColumnLineage
{
    readonly Dictionary<(object Query, int Column), IReadOnlySet<ColumnOrigin>> _known = [];

    ColumnLineage()
    {
    }

    /// <summary>The origins of each column of the query, in their order; a constant has none.</summary>
    public static IReadOnlyList<IReadOnlySet<ColumnOrigin>> Of(BoundQuery query)
    {
        var lineage = new ColumnLineage();
        return [.. Enumerable.Range(0, query.Columns.Count).Select(column => lineage.OfColumn(query, column))];
    }

    /// <summary>The origins of each column that the statement fills, by the column's name; of a query those of its result. Empty where it fills none.</summary>
    /// <remarks>Where a result has two columns of one name, these have the origins of both.</remarks>
    public static IReadOnlyDictionary<string, IReadOnlySet<ColumnOrigin>> Of(BoundStatement statement)
    {
        var lineage = new ColumnLineage();
        var filled = new Dictionary<string, IReadOnlySet<ColumnOrigin>>(StringComparer.Ordinal);
        void Add(string name, IReadOnlySet<ColumnOrigin> origins) =>
            filled[name] = filled.TryGetValue(name, out var before) ? Union(before, origins) : origins;

        switch (statement)
        {
            case BoundQueryStatement { Query: var query }:
                AddAll(query, query.Columns.Select(column => column.Name));
                break;
            case BoundCreateFromQuery { Query: { } query, Table: var table }:
                AddAll(query, table.Columns.Select(column => column.Name));
                break;
            case BoundInsert { Query: { } query } insert:
                for (var i = 0; i < insert.Targets.Count; i++)
                {
                    Add(insert.Table.Columns[insert.Targets[i]].Name, lineage.OfColumn(query, i));
                }

                break;
            case BoundUpdate update:
                AddAssignments(update.Assignments, update.Target);
                break;
            case BoundMerge merge:
                AddAssignments(merge.Clauses.SelectMany(clause => clause.Assignments), merge.Target);
                break;
        }

        return filled;

        void AddAll(BoundQuery query, IEnumerable<string> names)
        {
            foreach (var (name, i) in names.Select((name, i) => (name, i)))
            {
                Add(name, lineage.OfColumn(query, i));
            }
        }

        void AddAssignments(IEnumerable<BoundAssignment> assignments, BoundTable target)
        {
            foreach (var assignment in assignments)
            {
                Add(target.Table.Columns[assignment.Column].Name, lineage.OfExpression(assignment.Value));
            }
        }
    }

    IReadOnlySet<ColumnOrigin> OfColumn(BoundQuery query, int column)
    {
        // of a star over a table of which nothing is known
        if (column >= query.Columns.Count)
        {
            return new HashSet<ColumnOrigin>();
        }

        if (_known.TryGetValue((query, column), out var known))
        {
            return known;
        }

        // a recursive table comes here again, and adds nothing then
        _known[(query, column)] = new HashSet<ColumnOrigin>();
        return _known[(query, column)] = OfBody(query.Body, column);
    }

    IReadOnlySet<ColumnOrigin> OfBody(BoundBody body, int column) => body switch
    {
        _ when column >= body.Columns.Count => new HashSet<ColumnOrigin>(),
        BoundSelect select => OfExpression(select.Items[column].Value),
        BoundSetOperation operation => Union(OfBody(operation.Left, column), OfBody(operation.Right, column)),
        BoundNestedQuery nested => OfColumn(nested.Query, column),
        BoundValues values => values.Rows.Select(row => OfExpression(row.Items[column])).Aggregate(Union),
        _ => new HashSet<ColumnOrigin>(),
    };

    HashSet<ColumnOrigin> OfExpression(BoundExpression expression)
    {
        var origins = new HashSet<ColumnOrigin>();
        Collect(expression, origins);
        return origins;
    }

    void Collect(BoundNode root, HashSet<ColumnOrigin> origins)
    {
        var open = new Stack<BoundNode>([root]);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case BoundColumn column:
                    CollectSource(column.Source, column.Index, origins);
                    continue;
                case BoundQuery query:
                    for (var i = 0; i < query.Columns.Count; i++)
                    {
                        origins.UnionWith(OfColumn(query, i));
                    }

                    continue;
            }

            foreach (var child in node.Children)
            {
                open.Push(child);
            }
        }
    }

    void CollectSource(BoundSource source, int index, HashSet<ColumnOrigin> origins)
    {
        switch (source)
        {
            case BoundTable table:
                var name = index < table.Table.Columns.Count ? table.Table.Columns[index].Name : table.Columns[index].Name;
                origins.Add(new ColumnOrigin(table.Table.Schema, table.Table.Name, name));
                break;
            case BoundCommonTable common:
                origins.UnionWith(OfColumn(common.Definition.Query, index));
                break;
            case BoundDerivedTable derived:
                origins.UnionWith(OfColumn(derived.Query, index));
                break;
            case BoundElements elements:
                Collect(elements.Array, origins);
                break;
            case BoundAttributes attributes:
                Collect(attributes.Value, origins);
                break;
            case BoundFunctionSource function:
                Collect(function.Call, origins);
                break;
            case BoundPivot pivot:
                CollectPivot(pivot, index, origins);
                break;
            case BoundUnpivot unpivot when index < unpivot.Kept.Count:
                Collect(unpivot.Kept[index], origins);
                break;
            case BoundUnpivot unpivot when index > unpivot.Kept.Count:
                unpivot.Values.ToList().ForEach(value => Collect(value, origins));
                break;
        }
    }

    // a column of values is made of the aggregate, and of the column that tells which rows are in it
    void CollectPivot(BoundPivot pivot, int index, HashSet<ColumnOrigin> origins)
    {
        if (index < pivot.Groups.Count)
        {
            Collect(pivot.Groups[index], origins);
            return;
        }

        Collect(pivot.Aggregates[(index - pivot.Groups.Count) % pivot.Aggregates.Count], origins);
        Collect(pivot.Column, origins);
    }

    static HashSet<ColumnOrigin> Union(IReadOnlySet<ColumnOrigin> one, IReadOnlySet<ColumnOrigin> other) => [.. one, .. other];
}
