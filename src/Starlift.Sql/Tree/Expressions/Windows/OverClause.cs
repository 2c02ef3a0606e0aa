using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>OVER name, OVER (…).</summary>
/// <param name="Name">Null where the window is described in brackets.</param>
/// <param name="Window">Null where it is named.</param>
public sealed record OverClause(TextSpan Span, Identifier? Name, WindowDefinition? Window) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Window = map.One(Window) };
}
