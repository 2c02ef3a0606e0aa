using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>OBJECT_TRANSFORM(value KEEP path, … SET path, value, …).</summary>
/// <param name="Keep">The paths behind KEEP; empty without it.</param>
/// <param name="Set">Behind SET, paths and values by turns; empty without it.</param>
public sealed record ObjectTransformCall(
    TextSpan Span,
    Expression Operand,
    IReadOnlyList<Expression> Keep,
    IReadOnlyList<Expression> Set) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Operand = map.One(Operand),
        Keep = map.Many(Keep),
        Set = map.Many(Set),
    };
}
