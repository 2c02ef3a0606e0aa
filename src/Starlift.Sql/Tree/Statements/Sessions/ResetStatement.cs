using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>RESET.</summary>
/// <param name="Name">Null for RESET ALL.</param>
public sealed record ResetStatement(TextSpan Span, QualifiedName? Name) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
