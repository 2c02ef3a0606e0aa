using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A text behind its type: date '2020-01-31'.</summary>
public sealed record TypedLiteral(TextSpan Span, TypeName Type, StringLiteral Text) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Type = map.One(Type), Text = map.One(Text) };
}
