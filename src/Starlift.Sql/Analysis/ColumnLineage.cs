using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Analysis;

/// <summary>
/// Which columns of tables make each column of a result: through common tables, queries in FROM, joins, set operations and SUPER paths. Only what
/// goes into the value or chooses it counts: of what filters, joins, groups and orders the rows <see cref="RowLineage"/> tells.
/// </summary>
public sealed class ColumnLineage
{
    readonly Dictionary<(object Query, int Column), IReadOnlySet<ColumnInput>> _known = [];

    internal ColumnLineage()
    {
    }

    /// <summary>What makes each column of the query, in their order; nothing makes a constant.</summary>
    public static IReadOnlyList<IReadOnlySet<ColumnInput>> Of(BoundQuery query)
    {
        var lineage = new ColumnLineage();
        return [.. Enumerable.Range(0, query.Columns.Count).Select(column => lineage.OfColumn(query, column))];
    }

    /// <summary>What makes each column that the statement fills, by the column's name; of a query those of its result. Empty where it fills none.</summary>
    /// <remarks>Where a result has two columns of one name, what makes either is told of it.</remarks>
    public static IReadOnlyDictionary<string, IReadOnlySet<ColumnInput>> Of(BoundStatement statement)
    {
        var lineage = new ColumnLineage();
        var filled = new Dictionary<string, IReadOnlySet<ColumnInput>>(StringComparer.Ordinal);
        void Add(string name, IReadOnlySet<ColumnInput> origins) =>
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

    /// <summary>What makes one column of a query.</summary>
    internal IReadOnlySet<ColumnInput> OfColumn(BoundQuery query, int column)
    {
        // of a star over a table of which nothing is known
        if (column >= query.Columns.Count)
        {
            return new HashSet<ColumnInput>();
        }

        if (_known.TryGetValue((query, column), out var known))
        {
            return known;
        }

        // a recursive table comes here again, and adds nothing then
        _known[(query, column)] = new HashSet<ColumnInput>();
        return _known[(query, column)] = OfBody(query.Body, column);
    }

    IReadOnlySet<ColumnInput> OfBody(BoundBody body, int column) => body switch
    {
        _ when column >= body.Columns.Count => new HashSet<ColumnInput>(),
        BoundSelect select => OfExpression(select.Items[column].Value),
        BoundSetOperation operation => Union(OfBody(operation.Left, column), OfBody(operation.Right, column)),
        BoundNestedQuery nested => OfColumn(nested.Query, column),
        BoundValues values => values.Rows.Select(row => OfExpression(row.Items[column])).Aggregate(Union),
        _ => new HashSet<ColumnInput>(),
    };

    HashSet<ColumnInput> OfExpression(BoundExpression expression)
    {
        var inputs = new HashSet<ColumnInput>();
        Collect(expression, ColumnUse.Identity, inputs);
        return inputs;
    }

    void Collect(BoundNode root, ColumnUse use, HashSet<ColumnInput> inputs)
    {
        var open = new Stack<(BoundNode Node, ColumnUse Use)>([(root, use)]);
        while (open.TryPop(out var next))
        {
            switch (next.Node)
            {
                case BoundColumn column:
                    Collect(column.Source, column.Index, next.Use, inputs);
                    break;
                case BoundOpenStar { Source: BoundTable table }:
                    inputs.Add(new ColumnInput(new ColumnOrigin(table.Table.Schema, table.Table.Name, BoundOpenStar.Name), next.Use));
                    break;
                case BoundQuery query:
                    for (var i = 0; i < query.Columns.Count; i++)
                    {
                        Add(OfColumn(query, i), next.Use, inputs);
                    }

                    break;
                default:
                    foreach (var (part, how) in ValueParts.Of(next.Node))
                    {
                        open.Push((part, next.Use > ColumnUse.Aggregation || next.Use > how ? next.Use : how));
                    }

                    break;
            }
        }
    }

    static void Add(IEnumerable<ColumnInput> found, ColumnUse use, HashSet<ColumnInput> inputs) => inputs.UnionWith(found.Select(input => input.Within(use)));

    /// <summary>Adds what makes a column of something in FROM.</summary>
    /// <param name="source">What has the column.</param>
    /// <param name="index">The column's position there.</param>
    /// <param name="use">What the column is used for.</param>
    /// <param name="inputs">Is added to.</param>
    internal void Collect(BoundSource source, int index, ColumnUse use, HashSet<ColumnInput> inputs)
    {
        switch (source)
        {
            case BoundTable table:
                var name = index < table.Table.Columns.Count ? table.Table.Columns[index].Name : table.Columns[index].Name;
                inputs.Add(new ColumnInput(new ColumnOrigin(table.Table.Schema, table.Table.Name, name), use));
                break;
            case BoundCommonTable common:
                Add(OfColumn(common.Definition.Query, index), use, inputs);
                break;
            case BoundDerivedTable derived:
                Add(OfColumn(derived.Query, index), use, inputs);
                break;
            case BoundElements elements:
                Collect(elements.Array, Changed(use), inputs);
                break;
            case BoundAttributes attributes:
                Collect(attributes.Value, Changed(use), inputs);
                break;
            case BoundFunctionSource function:
                Collect(function.Call, Changed(use), inputs);
                break;
            case BoundPivot pivot:
                CollectPivot(pivot, index, use, inputs);
                break;
            case BoundUnpivot unpivot when index < unpivot.Kept.Count:
                Collect(unpivot.Kept[index], use, inputs);
                break;
            case BoundUnpivot unpivot when index > unpivot.Kept.Count:
                unpivot.Values.ToList().ForEach(value => Collect(value, use, inputs));
                break;
        }
    }

    static ColumnUse Changed(ColumnUse use) => use == ColumnUse.Identity ? ColumnUse.Transformation : use;

    // a column of values is made of the aggregate, and of the column that tells which rows are in it
    void CollectPivot(BoundPivot pivot, int index, ColumnUse use, HashSet<ColumnInput> inputs)
    {
        if (index < pivot.Groups.Count)
        {
            Collect(pivot.Groups[index], use, inputs);
            return;
        }

        Collect(pivot.Aggregates[(index - pivot.Groups.Count) % pivot.Aggregates.Count], use, inputs);
        Collect(pivot.Column, use > ColumnUse.Aggregation ? use : ColumnUse.Conditional, inputs);
    }

    static HashSet<ColumnInput> Union(IReadOnlySet<ColumnInput> one, IReadOnlySet<ColumnInput> other) => [.. one, .. other];
}
