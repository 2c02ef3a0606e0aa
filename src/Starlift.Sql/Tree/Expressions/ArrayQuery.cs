using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ARRAY(SELECT …): the rows of a query as an array of PostgreSQL's, which only the leader node has.</summary>
public sealed record ArrayQuery(TextSpan Span, Query Query) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Query = map.One(Query) };
}
