using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A column.</summary>
/// <param name="Attributes">In their order.</param>
public sealed record TableColumn(
    TextSpan Span,
    Identifier Name,
    TypeName Type,
    IReadOnlyList<ColumnAttribute> Attributes) : TableElement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Type = map.One(Type),
        Attributes = map.Many(Attributes),
    };
}
