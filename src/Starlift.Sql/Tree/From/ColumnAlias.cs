using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A name for a column, with its type behind a function that yields records.</summary>
public sealed record ColumnAlias(TextSpan Span, Identifier Name, TypeName? Type) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Type = map.One(Type) };
}
