using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ALTER DISTKEY, DISTSTYLE, SORTKEY, ENCODE AUTO.</summary>
public sealed record ChangeTableAttribute(TextSpan Span, TableAttribute Attribute) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Attribute = map.One(Attribute) };
}
