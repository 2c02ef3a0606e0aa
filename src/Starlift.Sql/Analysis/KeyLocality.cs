using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>
/// Tells from a query alone that its rows of each key come from rows of that key alone, in the tables that have it: so that the rows of some keys can
/// be made anew from what there is of these keys. Filters, joins on the key, groups and windows within it keep that; of what it does not understand it
/// says that it does not. Tables without the key are taken to be the same in any case.
/// </summary>
public sealed class KeyLocality
{
    readonly Func<TableDefinition, IReadOnlyList<string>?> _keyOf;
    readonly KeySources _sources;
    readonly Dictionary<CommonTableDefinition, IReadOnlyList<IReadOnlySet<int>>?> _known = [];
    KeyFault? _fault;

    KeyLocality(Func<TableDefinition, IReadOnlyList<string>?> keyOf, int count)
    {
        _keyOf = keyOf;
        _sources = new KeySources(count);
    }

    /// <param name="query">Yields the rows.</param>
    /// <param name="outputs">The positions of the key's columns in its result.</param>
    /// <param name="keyOf">The names of a table's columns that hold the key, in the same order; null of a table that does not have it.</param>
    /// <returns>Null where it holds.</returns>
    public static KeyFault? FaultOf(BoundQuery query, IReadOnlyList<int> outputs, Func<TableDefinition, IReadOnlyList<string>?> keyOf)
    {
        var locality = new KeyLocality(keyOf, outputs.Count);
        var columns = locality.InQuery(query);
        return locality._fault ?? (columns is not null && outputs.Select((output, part) => columns[part].Contains(output)).All(isKey => isKey)
            ? null
            : new KeyFault(query.Span, "yields rows that do not come from one of its rows each"));
    }

    /// <returns>For each column of the key the positions of the result's columns that hold it; null where no table with the key is read.</returns>
    IReadOnlyList<IReadOnlySet<int>>? InQuery(BoundQuery query)
    {
        var columns = InBody(query.Body);
        if (columns is not null && RowLimit.IsStated(query))
        {
            Fail(query.Span, "takes the first of all rows");
        }

        return columns;
    }

    IReadOnlyList<IReadOnlySet<int>>? InBody(BoundBody body) => body switch
    {
        BoundSelect select => InSelect(select),
        BoundNestedQuery nested => InQuery(nested.Query),
        BoundSetOperation operation => InSetOperation(operation),
        _ => null,
    };

    IReadOnlyList<IReadOnlySet<int>>? InSetOperation(BoundSetOperation operation)
    {
        var (left, right) = (InBody(operation.Left), InBody(operation.Right));
        if (left is null && right is null)
        {
            return null;
        }

        if (left is null || right is null && operation.Operator == SetOperator.Union)
        {
            Fail(operation.Span, "adds rows of a table without the key");
            return left ?? right;
        }

        return right is null ? left : [.. left.Zip(right, (one, other) => (IReadOnlySet<int>)one.Intersect(other).ToHashSet())];
    }

    IReadOnlyList<IReadOnlySet<int>>? InSelect(BoundSelect select)
    {
        var group = select.From is null ? null : InFrom(select.From, select.Where);
        InConditions(select);
        if (group is null)
        {
            return null;
        }

        if (select.ConnectBy is { } connect)
        {
            Fail(connect.Span, "follows rows by CONNECT BY");
        }

        if (select.Top is { } top)
        {
            Fail(top.Span, "takes the first of all rows");
        }

        var values = select.Items.Select(item => item.Value).ToList();
        BoundExpression[] calculated = [.. values, .. select.Having is { } having ? [having] : Array.Empty<BoundExpression>(), .. select.Qualify is { } qualify ? [qualify] : Array.Empty<BoundExpression>()];
        if (select.GroupBy is { } grouping)
        {
            if (grouping.Sets.Count != 1 || !_sources.AreAllIn(grouping.Keys))
            {
                Fail(select.Span, "groups rows of several keys together");
            }
        }
        else if (select.Having is not null || calculated.Any(value => BoundWalk.Nodes(value, intoQueries: false).OfType<BoundCall>().Any(call => call.IsAggregate)))
        {
            Fail(select.Span, "aggregates all rows together");
        }

        if (select.DistinctOn.Count > 0 && !_sources.AreAllIn(select.DistinctOn))
        {
            Fail(select.Span, "keeps one row of several keys");
        }

        foreach (var call in calculated.SelectMany(value => BoundWalk.Nodes(value, intoQueries: false)).OfType<BoundCall>().Where(call => call.Over is not null))
        {
            if (!_sources.AreAllIn(call.Over!.PartitionBy))
            {
                Fail(call.Span, "looks at rows of several keys in a window");
            }
        }

        return _sources.PositionsIn(values);
    }

    /// <returns>The sources of which each row has a key; null where no table with the key is among them.</returns>
    List<BoundSource>? InFrom(BoundFrom from, BoundExpression? where)
    {
        switch (from)
        {
            case BoundJoin join:
                return InJoin(join, where);
            case BoundTable table when _keyOf(table.Table) is { } names:
                return Keyed(table, [.. names.Select(name => (IReadOnlySet<int>)new HashSet<int> { table.Table.IndexOf(name) })]);
            case BoundDerivedTable derived:
                return Keyed(derived, InQuery(derived.Query));
            case BoundCommonTable common:
                return Keyed(common, InCommonTable(common));
            case BoundPivot or BoundUnpivot when MayReadKey(from):
                Fail(from.Span, "turns rows into columns, or columns into rows");
                return null;
            default:
                return null;
        }
    }

    List<BoundSource>? Keyed(BoundSource source, IReadOnlyList<IReadOnlySet<int>>? columns)
    {
        if (columns is null)
        {
            return null;
        }

        _sources.Add(source, columns);
        return [source];
    }

    IReadOnlyList<IReadOnlySet<int>>? InCommonTable(BoundCommonTable common)
    {
        if (!_known.TryGetValue(common.Definition, out var columns))
        {
            _known[common.Definition] = null;
            if (common.Definition.IsRecursive && MayReadKey(common.Definition.Query))
            {
                Fail(common.Span, "follows rows by a recursive query");
            }
            else
            {
                _known[common.Definition] = columns = InQuery(common.Definition.Query);
            }
        }

        return columns;
    }

    // rows that an outer join adds depend on all rows of the other side
    List<BoundSource>? InJoin(BoundJoin join, BoundExpression? where)
    {
        var (left, right) = (InFrom(join.Left, where), InFrom(join.Right, where));
        if (left is null && right is null)
        {
            return null;
        }

        var (keepsLeft, keepsRight) = (join.Kind is JoinKind.Left or JoinKind.Full, join.Kind is JoinKind.Right or JoinKind.Full);
        if (left is null || right is null)
        {
            if (left is null ? keepsLeft : keepsRight)
            {
                Fail(join.Span, "keeps rows of a table without the key by an outer join");
            }

            return left ?? right;
        }

        BoundExpression?[] conditions = keepsLeft || keepsRight ? [join.On] : [join.On, where];
        if (join.Kind == JoinKind.Full || !_sources.AreEqual(conditions, left, right))
        {
            Fail(join.Span, "joins rows of different keys");
        }

        _sources.Blank(keepsLeft ? right : keepsRight ? left : []);
        return [.. left, .. right];
    }

    /// <summary>A query in a condition or in a value looks at rows of the key of the row at hand, or at none with a key.</summary>
    void InConditions(BoundSelect select)
    {
        IEnumerable<BoundNode?> roots =
        [
            .. Ons(select.From), select.Where, select.StartWith, select.ConnectBy, select.Having, select.Qualify, .. select.GroupBy?.Keys ?? [], .. select.DistinctOn,
            .. select.Items.Select(item => item.Value),
        ];
        foreach (var node in roots.OfType<BoundNode>().SelectMany(root => BoundWalk.Nodes(root, intoQueries: false)))
        {
            switch (node)
            {
                case BoundScalarQuery scalar:
                    InNested(scalar.Query, null);
                    break;
                case BoundExists exists:
                    InNested(exists.Query, null);
                    break;
                case BoundQueryComparison comparison:
                    InNested(comparison.Query, comparison);
                    break;
            }
        }
    }

    void InNested(BoundQuery query, BoundQueryComparison? comparison)
    {
        if (!MayReadKey(query))
        {
            return;
        }

        if (query.Body is not BoundSelect { From: { } from } select || InFrom(from, select.Where) is not { } group)
        {
            Fail(query.Span, "looks at rows of all keys in a query within it");
            return;
        }

        InConditions(select);
        var compared = comparison is { All: false, Negated: false, Operator: BinaryOperator.Equal } && select.Items.Count == comparison.Operands.Count
            ? select.Items.Zip(comparison.Operands, (item, operand) => (BoundExpression)new BoundBinary(item.Span, Meaning.Types.DataType.Boolean, item.Value, BinaryOperator.Equal, operand))
            : [];
        if (!_sources.AreEqual([select.Where, .. compared], group, null))
        {
            Fail(query.Span, "looks at rows of all keys in a query within it");
        }
    }

    static IEnumerable<BoundNode?> Ons(BoundFrom? from) => from switch
    {
        BoundJoin join => [.. Ons(join.Left), .. Ons(join.Right), join.On],
        BoundElements elements => [elements.Array],
        BoundAttributes attributes => [attributes.Value],
        BoundFunctionSource function => [function.Call],
        _ => [],
    };

    bool MayReadKey(BoundNode root) => BoundWalk.Nodes(root, intoQueries: true).Any(node => node switch
    {
        BoundTable table => _keyOf(table.Table) is not null,
        BoundCommonTable { Definition: { IsRecursive: false, Query: { } query } } => MayReadKey(query),
        _ => false,
    });

    void Fail(TextSpan span, string what) => _fault ??= new KeyFault(span, what);
}
