using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>SHOW of a parameter.</summary>
/// <param name="Name">Null for SHOW ALL.</param>
public sealed record ShowStatement(TextSpan Span, QualifiedName? Name) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
