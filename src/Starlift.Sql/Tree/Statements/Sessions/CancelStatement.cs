using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CANCEL.</summary>
public sealed record CancelStatement(TextSpan Span, Expression Process, StringLiteral? Message) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Process = map.One(Process), Message = map.One(Message) };
}
