using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>OVERLAY(text PLACING other FROM start FOR count).</summary>
public sealed record OverlayCall(
    TextSpan Span,
    Expression Operand,
    Expression Placing,
    Expression From,
    Expression? For) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Operand = map.One(Operand),
        Placing = map.One(Placing),
        From = map.One(From),
        For = map.One(For),
    };
}
