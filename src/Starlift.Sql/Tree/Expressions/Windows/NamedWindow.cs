using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>name AS (…) in WINDOW.</summary>
public sealed record NamedWindow(TextSpan Span, Identifier Name, WindowDefinition Window) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Window = map.One(Window) };
}
