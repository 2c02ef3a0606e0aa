using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>FETCH.</summary>
/// <param name="Count">Null for ALL and for NEXT.</param>
public sealed record FetchStatement(TextSpan Span, Identifier Cursor, Expression? Count, bool All) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Cursor = map.One(Cursor), Count = map.One(Count) };
}
