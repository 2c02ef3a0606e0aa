using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>name =&gt; value, name := value.</summary>
public sealed record NamedArgument(TextSpan Span, Identifier Name, Expression Value) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Value = map.One(Value) };
}
