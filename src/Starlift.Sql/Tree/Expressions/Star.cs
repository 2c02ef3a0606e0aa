using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>* or t.*, in a select list or as the argument of COUNT.</summary>
public sealed record Star(TextSpan Span, QualifiedName? Qualifier) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Qualifier = map.One(Qualifier) };
}
