using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One option of a statement, with what belongs to it.</summary>
/// <param name="Name">Its words in lower case, parted by one blank, AS left out: "delimiter", "partition by".</param>
/// <param name="Values">Literals, names as ColumnReference.</param>
public sealed record StatementOption(TextSpan Span, string Name, IReadOnlyList<Expression> Values) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Values = map.Many(Values) };
}
