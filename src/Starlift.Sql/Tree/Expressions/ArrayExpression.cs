using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ARRAY[a, b], which Redshift refuses; ARRAY(a, b) is a function.</summary>
public sealed record ArrayExpression(TextSpan Span, IReadOnlyList<Expression> Items) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Items = map.Many(Items) };
}
