using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>Which columns of what stands in FROM hold the columns of a key, and which conditions make two of them equal.</summary>
/// <param name="count">How many columns the key has.</param>
sealed class KeySources(int count)
{
    readonly Dictionary<BoundSource, IReadOnlyList<IReadOnlySet<int>>> _columns = [];

    /// <summary>To be called once for each source whose rows are of one key each, before its columns are asked for.</summary>
    /// <param name="source">Stands in FROM.</param>
    /// <param name="columns">For each column of the key the positions of those that hold it.</param>
    public void Add(BoundSource source, IReadOnlyList<IReadOnlySet<int>> columns) => _columns[source] = columns;

    /// <summary>An outer join may have put NULL into the columns of these sources, which hold the key no more.</summary>
    public void Blank(IEnumerable<BoundSource> sources)
    {
        foreach (var source in sources)
        {
            _columns[source] = [.. Enumerable.Range(0, count).Select(_ => (IReadOnlySet<int>)new HashSet<int>())];
        }
    }

    /// <summary>The value is the key's column as it is in a row of the source, or of any where none is named.</summary>
    public bool IsKey(BoundExpression value, int part, IReadOnlyCollection<BoundSource>? among = null) => Plain(value) is BoundColumn column
        && (among is null || among.Contains(column.Source)) && _columns.TryGetValue(column.Source, out var columns) && columns[part].Contains(column.Index);

    /// <summary>Each column of the key is among the values.</summary>
    public bool AreAllIn(IEnumerable<BoundExpression> values) => Enumerable.Range(0, count).All(part => values.Any(value => IsKey(value, part)));

    /// <summary>For each column of the key the positions of the values that are it.</summary>
    public IReadOnlyList<IReadOnlySet<int>> PositionsIn(IReadOnlyList<BoundExpression> values) =>
    [
        .. Enumerable.Range(0, count).Select(part => (IReadOnlySet<int>)Enumerable.Range(0, values.Count).Where(i => IsKey(values[i], part)).ToHashSet()),
    ];

    /// <summary>The conditions make each column of the key equal on both sides.</summary>
    /// <param name="conditions">All of which hold; null for none.</param>
    /// <param name="left">Sources of one side.</param>
    /// <param name="right">Those of the other; null for all others.</param>
    public bool AreEqual(IEnumerable<BoundExpression?> conditions, IReadOnlyCollection<BoundSource> left, IReadOnlyCollection<BoundSource>? right)
    {
        var equalities = conditions.SelectMany(Equalities).ToList();
        return Enumerable.Range(0, count).All(part => equalities.Any(pair => Links(pair.One, pair.Other, part) || Links(pair.Other, pair.One, part)));

        bool Links(BoundExpression one, BoundExpression other, int part) =>
            IsKey(one, part, left) && IsKey(other, part, right) && (right is not null || Plain(other) is BoundColumn { Source: var source } && !left.Contains(source));
    }

    static IEnumerable<(BoundExpression One, BoundExpression Other)> Equalities(BoundExpression? condition) => condition switch
    {
        BoundBinary { Operator: BinaryOperator.And } and => Equalities(and.Left).Concat(Equalities(and.Right)),
        BoundBinary { Operator: BinaryOperator.Equal } equal => [(equal.Left, equal.Right)],
        _ => [],
    };

    // a value that is only widened is the same value
    static BoundExpression Plain(BoundExpression value) => value switch
    {
        BoundConversion { How: ConversionKind.Implicit } conversion => Plain(conversion.Operand),
        BoundAlias alias => Plain(alias.Value),
        BoundMergedColumn { Kind: JoinKind.Inner or JoinKind.Left } merged => Plain(merged.Left),
        BoundMergedColumn { Kind: JoinKind.Right } merged => Plain(merged.Right),
        _ => value,
    };
}
