using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>RENAME [COLUMN] … TO.</summary>
public sealed record RenameColumn(TextSpan Span, Identifier Column, Identifier Name) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Column = map.One(Column), Name = map.One(Name) };
}
