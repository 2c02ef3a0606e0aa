using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ALTER [COLUMN] … TYPE.</summary>
public sealed record ChangeColumnType(TextSpan Span, Identifier Column, TypeName Type) : AlterAction(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Column = map.One(Column), Type = map.One(Type) };
}
