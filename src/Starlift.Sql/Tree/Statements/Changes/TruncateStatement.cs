using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>TRUNCATE.</summary>
public sealed record TruncateStatement(TextSpan Span, QualifiedName Table) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Table = map.One(Table) };
}
