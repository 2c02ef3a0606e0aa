using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>ALTER TABLE.</summary>
/// <param name="Actions">At least one.</param>
public sealed record AlterTableStatement(TextSpan Span, QualifiedName Table, IReadOnlyList<AlterAction> Actions) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Table = map.One(Table), Actions = map.Many(Actions) };
}
