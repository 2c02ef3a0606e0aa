using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>WHEN [NOT] MATCHED THEN ….</summary>
/// <param name="Condition">Behind AND, where Redshift knows none.</param>
/// <param name="Assignments">Of UPDATE.</param>
/// <param name="Columns">Of INSERT.</param>
/// <param name="Values">Of INSERT.</param>
public sealed record MergeClause(
    TextSpan Span,
    bool Matched,
    Expression? Condition,
    MergeAction Action,
    IReadOnlyList<Assignment> Assignments,
    IReadOnlyList<Identifier> Columns,
    RowValue? Values) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Condition = map.One(Condition),
        Assignments = map.Many(Assignments),
        Columns = map.Many(Columns),
        Values = map.One(Values),
    };
}
