using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CLOSE.</summary>
/// <param name="Cursor">Null for ALL.</param>
public sealed record CloseStatement(TextSpan Span, Identifier? Cursor) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Cursor = map.One(Cursor) };
}
