using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DECLARE … CURSOR FOR.</summary>
public sealed record DeclareCursorStatement(TextSpan Span, Identifier Name, Query Query) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Query = map.One(Query) };
}
