using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What is granted.</summary>
/// <param name="Name">In lower case, its words parted by one blank: "select", "all".</param>
/// <param name="Columns">Empty where it is granted on the whole.</param>
public sealed record Privilege(TextSpan Span, string Name, IReadOnlyList<Identifier> Columns) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Columns = map.Many(Columns) };
}
