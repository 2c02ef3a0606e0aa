using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A query by itself, SELECT INTO too.</summary>
public sealed record QueryStatement(TextSpan Span, Query Query) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Query = map.One(Query) };
}
