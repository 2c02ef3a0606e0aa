using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DEALLOCATE.</summary>
/// <param name="Name">Null for ALL.</param>
public sealed record DeallocateStatement(TextSpan Span, Identifier? Name) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name) };
}
