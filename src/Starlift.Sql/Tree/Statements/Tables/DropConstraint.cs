using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DROP CONSTRAINT.</summary>
public sealed record DropConstraint(TextSpan Span, Identifier Constraint, DropBehavior Behavior) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Constraint = map.One(Constraint) };
}
