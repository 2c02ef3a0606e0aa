using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A comparison with ANY, SOME or ALL.</summary>
/// <param name="All">False for ANY and SOME.</param>
/// <param name="Query">Null where an expression stands in the brackets.</param>
/// <param name="Array">Null where a query stands in the brackets.</param>
public sealed record QuantifiedComparison(
    TextSpan Span,
    Expression Left,
    BinaryOperator Operator,
    bool All,
    Query? Query,
    Expression? Array) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Left = map.One(Left),
        Query = map.One(Query),
        Array = map.One(Array),
    };
}
