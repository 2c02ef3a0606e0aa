using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>An attribute of a SUPER value where no plain name stands before the dot: a[0].b.</summary>
public sealed record FieldAccess(TextSpan Span, Expression Operand, Identifier Field) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand), Field = map.One(Field) };
}
