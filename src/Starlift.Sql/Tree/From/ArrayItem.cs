using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>The elements of a SUPER array, where a subscript or AT tells that it is one: t.a[0] as x at i.</summary>
/// <param name="Index">The name behind AT.</param>
public sealed record ArrayItem(TextSpan Span, Expression Path, TableAlias? Alias, Identifier? Index) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Path = map.One(Path),
        Alias = map.One(Alias),
        Index = map.One(Index),
    };
}
