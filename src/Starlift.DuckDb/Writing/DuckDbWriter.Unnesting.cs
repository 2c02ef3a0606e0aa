using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>
/// Arrays in FROM. DuckDB unnests a list that is a column of what stands beside it in one go. Of any other expression it joins the elements with the values that they come
/// from, and holds such a value, which may be a whole file, once for each of its elements. So the list becomes a column of its source.
/// </content>
sealed partial class DuckDbWriter
{
    readonly Dictionary<BoundSource, List<BoundElements>> _unnested = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<BoundElements, (BoundSource Source, string Column)> _lists = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<BoundElements> _keepRows = new(ReferenceEqualityComparer.Instance);

    protected override void Entering(BoundFrom from)
    {
        foreach (var elements in ItemsOf(from).OfType<BoundElements>().Where(elements => !_lists.ContainsKey(elements)))
        {
            if (SourceOf(elements.Array) is { } source && ItemsOf(from).Any(item => ReferenceEquals(item, source)))
            {
                _lists[elements] = (source, NewAlias("starlift_list"));
                _unnested.TryAdd(source, []);
                _unnested[source].Add(elements);
            }
        }
    }

    // a row without elements stays, with NULL for the element
    protected override Fragment Join(BoundJoin join)
    {
        if (join is { Kind: JoinKind.Left, On: BoundLiteral { Type.Kind: TypeKind.Boolean, Text: "true" or "t" }, Right: BoundElements { HasIndex: false } elements } && _lists.ContainsKey(elements))
        {
            _keepRows.Add(elements);
            return base.Join(join with { Kind = JoinKind.Inner, On = null });
        }

        return base.Join(join);
    }

    protected override Fragment Elements(BoundElements elements)
    {
        var alias = Alias(elements);
        var array = _lists.TryGetValue(elements, out var list) ? Fragment.Of($"{Alias(list.Source)}.{list.Column}") : Array(Expression(elements.Array));
        var rows = elements.HasIndex
            ? (Fragment)$"(SELECT unnest({array}) AS {ColumnName(elements, 0)}, CAST(generate_subscripts({array}, 1) - 1 AS BIGINT) AS {ColumnName(elements, 1)})"
            : $"(SELECT unnest({array}) AS {ColumnName(elements, 0)})";
        return _unnested.ContainsKey(elements) ? (Fragment)$"LATERAL {WithLists(elements, $"{rows} AS {alias}")}" : $"LATERAL {rows} AS {alias}";
    }

    // the source with the lists that are made of its columns
    Fragment WithLists(BoundSource source, Fragment written)
    {
        if (!_unnested.TryGetValue(source, out var all))
        {
            return written;
        }

        var lists = all.Select(elements => (Fragment)$"{List(elements)} AS {_lists[elements].Column}").ToList();
        return $"(SELECT *, {Fragment.Join(", ", lists)} FROM {written}) AS {Alias(source)}";
    }

    Fragment List(BoundElements elements)
    {
        var list = Array(Expression(elements.Array));
        return _keepRows.Contains(elements) ? $"CASE WHEN len({list}) > 0 THEN {list} ELSE [CAST(NULL AS JSON)] END" : list;
    }

    static IEnumerable<BoundFrom> ItemsOf(BoundFrom from) => from is BoundJoin join ? ItemsOf(join.Left).Concat(ItemsOf(join.Right)) : [from];

    // what all columns of the array's path come from, where a list can be put beside them
    static BoundSource? SourceOf(BoundExpression array)
    {
        var columns = BoundWalk.Nodes(array, intoQueries: true).OfType<BoundColumn>().ToList();
        return array is BoundPath or BoundColumn && columns is [{ Depth: 0, Source: var source }, ..] && columns.TrueForAll(column => column.Depth == 0 && ReferenceEquals(column.Source, source)) && source switch
        {
            BoundTable { Table.Kind: not (TableKind.ComputeSystem or TableKind.LeaderSystem) } or BoundCommonTable or BoundElements => true,
            BoundDerivedTable derived => !IsLateral(derived.Query),
            _ => false,
        } ? source : null;
    }
}
