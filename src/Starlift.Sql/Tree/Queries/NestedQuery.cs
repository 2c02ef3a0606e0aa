using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A query in brackets.</summary>
public sealed record NestedQuery(TextSpan Span, Query Query) : QueryBody(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Query = map.One(Query) };
}
