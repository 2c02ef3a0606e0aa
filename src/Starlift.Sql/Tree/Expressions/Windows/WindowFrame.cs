using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ROWS or RANGE.</summary>
/// <param name="End">Null where there is no BETWEEN.</param>
public sealed record WindowFrame(TextSpan Span, FrameUnit Unit, FrameBound Start, FrameBound? End) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Start = map.One(Start), End = map.One(End) };
}
