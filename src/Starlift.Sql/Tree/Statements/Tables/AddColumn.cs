using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ADD [COLUMN].</summary>
public sealed record AddColumn(TextSpan Span, TableColumn Column) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Column = map.One(Column) };
}
