using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>OWNER TO.</summary>
public sealed record ChangeOwner(TextSpan Span, Identifier Owner) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Owner = map.One(Owner) };
}
