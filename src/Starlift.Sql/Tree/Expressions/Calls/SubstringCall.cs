using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>SUBSTRING(text FROM start FOR count).</summary>
public sealed record SubstringCall(TextSpan Span, Expression Operand, Expression? From, Expression? For) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Operand = map.One(Operand),
        From = map.One(From),
        For = map.One(For),
    };
}
