using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>EXISTS.</summary>
public sealed record ExistsExpression(TextSpan Span, Query Query) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Query = map.One(Query) };
}
