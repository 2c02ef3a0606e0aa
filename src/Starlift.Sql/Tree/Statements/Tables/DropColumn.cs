using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DROP [COLUMN].</summary>
public sealed record DropColumn(TextSpan Span, Identifier Column, DropBehavior Behavior) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Column = map.One(Column) };
}
