using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DROP.</summary>
/// <param name="Names">At least one.</param>
public sealed record DropStatement(
    TextSpan Span,
    ObjectKind Kind,
    bool IfExists,
    IReadOnlyList<ObjectName> Names,
    DropBehavior Behavior) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Names = map.Many(Names) };
}
