using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>
/// Arrays in FROM. A lateral join would hold the value that an array stands in, which may be a whole file, once for each of its elements. So the elements become a
/// column of the table that the array comes from, which is unnested in one go.
/// </content>
sealed partial class DuckDbWriter
{
    readonly Dictionary<BoundSource, List<BoundElements>> _unnested = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<BoundSource, (BoundSource Table, string Element, string Index)> _elements = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<BoundSource> _keepRows = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<BoundFrom> _entered = new(ReferenceEqualityComparer.Instance);

    protected override void Entering(BoundFrom from)
    {
        if (_entered.Add(from))
        {
            _ = Tables(from);
        }
    }

    // the tables whose rows all come out of the item, and to which elements can be added
    List<BoundSource> Tables(BoundFrom from)
    {
        _entered.Add(from);
        if (from is not BoundJoin join)
        {
            return from is BoundSource source && CanHold(source) ? [source] : [];
        }

        var left = Tables(join.Left);
        if (join.Right is BoundElements elements)
        {
            if (TableOf(elements.Array) is { } table && left.Exists(item => ReferenceEquals(item, table)) && IsAlways(join.On) && (join.Kind is JoinKind.Inner or JoinKind.Cross || join is { Kind: JoinKind.Left, Right: BoundElements { HasIndex: false } }))
            {
                Add(elements, table, keepsRows: join.Kind == JoinKind.Left);
            }

            return left;
        }

        var right = Tables(join.Right);
        return join.Kind switch
        {
            JoinKind.Inner or JoinKind.Cross => [.. left, .. right],
            JoinKind.Left => left,
            JoinKind.Right => right,
            _ => [],
        };
    }

    void Add(BoundElements elements, BoundSource table, bool keepsRows)
    {
        _elements[elements] = (table, NewAlias("starlift_element"), NewAlias("starlift_index"));
        _unnested.TryAdd(table, []);
        _unnested[table].Add(elements);
        if (keepsRows)
        {
            _keepRows.Add(elements);
        }
    }

    protected override Fragment Join(BoundJoin join) => join.Right is BoundElements && _elements.ContainsKey((BoundElements)join.Right) ? From(join.Left) : base.Join(join);

    protected override Fragment Column(BoundColumn column) => _elements.TryGetValue(column.Source, out var known)
        ? Fragment.Of($"{Alias(known.Table)}.{(column.Index == 0 ? known.Element : known.Index)}")
        : base.Column(column);

    protected override Fragment Elements(BoundElements elements) =>
        $"LATERAL (SELECT {Unnested(elements, ColumnName(elements, 0), elements.HasIndex ? ColumnName(elements, 1) : null)}) AS {Alias(elements)}";

    Fragment Unnested(BoundElements elements, string name, string? index)
    {
        var array = Array(Expression(elements.Array));
        Fragment kept = _keepRows.Contains(elements) ? $"CASE WHEN len({array}) > 0 THEN {array} ELSE [CAST(NULL AS JSON)] END" : array;
        return index is null ? (Fragment)$"unnest({kept}) AS {name}" : $"unnest({kept}) AS {name}, CAST(generate_subscripts({kept}, 1) - 1 AS BIGINT) AS {index}";
    }

    // the table with the elements of its arrays, one after the other: those of an element need it
    Fragment WithElements(BoundSource table, Fragment written)
    {
        foreach (var elements in _unnested.GetValueOrDefault(table) ?? [])
        {
            var (_, name, index) = _elements[elements];
            written = $"(SELECT *, {Unnested(elements, name, elements.HasIndex ? index : null)} FROM {written}) AS {Alias(table)}";
        }

        return written;
    }

    static bool CanHold(BoundSource source) => source switch
    {
        BoundTable table => !table.Table.IsOpen && table.Table.Kind is not (TableKind.ComputeSystem or TableKind.LeaderSystem),
        BoundCommonTable => true,
        BoundDerivedTable derived => !IsLateral(derived.Query),
        _ => false,
    };

    // what all columns of the array's path come from, through elements that have become columns
    BoundSource? TableOf(BoundExpression array)
    {
        var columns = BoundWalk.Nodes(array, intoQueries: true).OfType<BoundColumn>().ToList();
        var tables = columns.Select(column => column.Depth > 0 ? null : _elements.TryGetValue(column.Source, out var known) ? known.Table : column.Source).Distinct(ReferenceEqualityComparer.Instance).ToList();
        return array is BoundPath or BoundColumn && tables is [BoundSource table] ? table : null;
    }

    static bool IsAlways(BoundExpression? condition) => condition is null or BoundLiteral { Type.Kind: TypeKind.Boolean, Text: "true" or "t" };
}
