using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>SELECT, with stars written out.</summary>
/// <param name="Items">One for each column.</param>
/// <param name="From">Null without FROM; items between commas are cross joins.</param>
public sealed record BoundSelect(TextSpan Span, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<BoundItem> Items, BoundFrom? From)
    : BoundBody(Span, Columns)
{
    public bool IsDistinct { get; init; }

    /// <summary>The expressions of DISTINCT ON.</summary>
    public IReadOnlyList<BoundExpression> DistinctOn { get; init; } = [];

    /// <summary>TOP's number.</summary>
    public BoundExpression? Top { get; init; }

    public BoundExpression? Where { get; init; }

    public BoundExpression? StartWith { get; init; }

    public BoundExpression? ConnectBy { get; init; }

    /// <summary>GROUP BY; null without one, though aggregates or HAVING may make one group of all.</summary>
    public BoundGrouping? GroupBy { get; init; }

    public BoundExpression? Having { get; init; }

    public BoundExpression? Qualify { get; init; }

    public override IEnumerable<BoundNode> Children
    {
        get
        {
            IEnumerable<BoundNode?> all = [From, Where, StartWith, ConnectBy, .. GroupBy?.Keys ?? [], Having, Qualify, .. DistinctOn, .. Items.Select(item => item.Value), Top];
            return all.OfType<BoundNode>();
        }
    }
}
