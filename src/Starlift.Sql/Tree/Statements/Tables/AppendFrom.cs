using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>APPEND FROM.</summary>
public sealed record AppendFrom(TextSpan Span, QualifiedName Source, AppendMismatch Mismatch) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Source = map.One(Source) };
}
