using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>An alias of the select list in an expression behind it (Amazon Redshift: "SELECT list"): it stands for its expression.</summary>
/// <param name="Name">The alias.</param>
/// <param name="Value">The expression, as it is bound in the select list.</param>
/// <param name="Depth">How many queries further out the select list stands.</param>
public sealed record BoundAlias(TextSpan Span, string Name, BoundExpression Value, int Depth) : BoundExpression(Span, Value.Type)
{
    public override IEnumerable<BoundNode> Children => [Value];
}
