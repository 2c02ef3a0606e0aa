using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>Brackets around a join.</summary>
public sealed record ParenthesizedItem(TextSpan Span, FromItem Inner, TableAlias? Alias) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Inner = map.One(Inner), Alias = map.One(Alias) };
}
