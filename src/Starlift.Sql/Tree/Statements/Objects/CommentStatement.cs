using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>COMMENT ON.</summary>
/// <param name="Name">The last part is the column's, or the constraint's.</param>
/// <param name="On">The constraint's table.</param>
/// <param name="Text">Null for IS NULL.</param>
public sealed record CommentStatement(
    TextSpan Span,
    ObjectKind Kind,
    ObjectName Name,
    QualifiedName? On,
    StringLiteral? Text) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), On = map.One(On), Text = map.One(Text) };
}
