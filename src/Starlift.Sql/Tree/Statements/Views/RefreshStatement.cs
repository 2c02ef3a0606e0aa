using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>REFRESH MATERIALIZED VIEW.</summary>
public sealed record RefreshStatement(TextSpan Span, QualifiedName Name) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
