using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A call with arguments between brackets, aggregates and window functions too.</summary>
/// <param name="Approximate">With APPROXIMATE before it.</param>
/// <param name="Arguments">COUNT(*) has one Star.</param>
/// <param name="Distinct">DISTINCT before the arguments.</param>
/// <param name="OrderBy">ORDER BY behind the arguments, within the brackets; Redshift knows none there.</param>
/// <param name="WithinGroup">ORDER BY of WITHIN GROUP; empty without one.</param>
/// <param name="Nulls">IGNORE NULLS or RESPECT NULLS, within the brackets or behind them.</param>
/// <param name="Filter">FILTER (WHERE …), which Redshift refuses.</param>
public sealed record FunctionCall(
    TextSpan Span,
    QualifiedName Name,
    bool Approximate,
    IReadOnlyList<Expression> Arguments,
    bool Distinct,
    IReadOnlyList<OrderItem> OrderBy,
    IReadOnlyList<OrderItem> WithinGroup,
    NullTreatment Nulls,
    Expression? Filter,
    OverClause? Over) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Arguments = map.Many(Arguments),
        OrderBy = map.Many(OrderBy),
        WithinGroup = map.Many(WithinGroup),
        Filter = map.One(Filter),
        Over = map.One(Over),
    };
}
