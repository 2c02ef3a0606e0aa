using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>INTO of SELECT INTO.</summary>
/// <param name="Temporary">TEMP, TEMPORARY, or a name that begins with #.</param>
public sealed record IntoClause(TextSpan Span, bool Temporary, QualifiedName Name) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
