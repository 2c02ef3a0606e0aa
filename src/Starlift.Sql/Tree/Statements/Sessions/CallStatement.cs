using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CALL.</summary>
public sealed record CallStatement(TextSpan Span, FunctionCall Call) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Call = map.One(Call) };
}
