using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>UNION, INTERSECT, EXCEPT or MINUS.</summary>
/// <param name="Operator">MINUS is EXCEPT.</param>
public sealed record SetOperation(TextSpan Span, QueryBody Left, SetOperator Operator, bool All, QueryBody Right) : QueryBody(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Left = map.One(Left), Right = map.One(Right) };
}
