using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A query in brackets where a value stands.</summary>
public sealed record ScalarSubquery(TextSpan Span, Query Query) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Query = map.One(Query) };
}
