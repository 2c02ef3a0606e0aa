using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A name for what stands in FROM.</summary>
/// <param name="Columns">May be fewer than there are.</param>
public sealed record TableAlias(TextSpan Span, Identifier Name, IReadOnlyList<ColumnAlias> Columns) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Columns = map.Many(Columns) };
}
