using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ADD a key.</summary>
public sealed record AddConstraint(TextSpan Span, TableConstraint Constraint) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Constraint = map.One(Constraint) };
}
