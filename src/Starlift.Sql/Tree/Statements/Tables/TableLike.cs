using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>LIKE table.</summary>
public sealed record TableLike(TextSpan Span, QualifiedName Table, bool IncludingDefaults) : TableElement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Table = map.One(Table) };
}
