using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>EXTRACT(part FROM source).</summary>
public sealed record ExtractCall(TextSpan Span, DatePartName Part, Expression Operand) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Part = map.One(Part), Operand = map.One(Operand) };
}
