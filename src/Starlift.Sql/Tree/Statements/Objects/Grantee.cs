using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>To whom.</summary>
/// <param name="Name">Null for PUBLIC.</param>
public sealed record Grantee(TextSpan Span, GranteeKind Kind, Identifier? Name) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
