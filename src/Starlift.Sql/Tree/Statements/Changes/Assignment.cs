using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>column = value.</summary>
/// <param name="Column">Redshift takes names of one part only.</param>
/// <param name="Value">DefaultValue for DEFAULT.</param>
public sealed record Assignment(TextSpan Span, QualifiedName Column, Expression Value) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Column = map.One(Column), Value = map.One(Value) };
}
