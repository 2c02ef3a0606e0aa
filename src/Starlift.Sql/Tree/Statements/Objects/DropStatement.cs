using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DROP.</summary>
/// <param name="Names">At least one.</param>
/// <param name="Rest">What stands behind in the forms of external schemas and policies.</param>
public sealed record DropStatement(
    TextSpan Span,
    ObjectKind Kind,
    bool IfExists,
    IReadOnlyList<ObjectName> Names,
    DropBehavior Behavior,
    Opaque? Rest) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Names = map.Many(Names), Rest = map.One(Rest) };
}
