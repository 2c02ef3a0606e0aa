using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>UNPIVOT path AS value AT attribute: the attributes of a SUPER object.</summary>
/// <param name="Attribute">The name behind AT.</param>
public sealed record ObjectItem(TextSpan Span, Expression Path, TableAlias? Alias, Identifier? Attribute) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Path = map.One(Path),
        Alias = map.One(Alias),
        Attribute = map.One(Attribute),
    };
}
