using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A query in brackets.</summary>
public sealed record SubqueryItem(TextSpan Span, Query Query, bool Lateral, TableAlias? Alias) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Query = map.One(Query), Alias = map.One(Alias) };
}
