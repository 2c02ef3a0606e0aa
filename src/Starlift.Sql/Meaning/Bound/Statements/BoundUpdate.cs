using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>UPDATE.</summary>
/// <param name="Target">The table that changes; where <see cref="TargetIsInFrom"/> one of the sources of <see cref="From"/>.</param>
/// <param name="TargetIsInFrom">True where FROM names the table again and means the same rows (Amazon Redshift: "Examples of UPDATE statements").</param>
public sealed record BoundUpdate(
    TextSpan Span,
    IReadOnlyList<CommonTableDefinition> CommonTables,
    BoundTable Target,
    bool TargetIsInFrom,
    IReadOnlyList<BoundAssignment> Assignments,
    BoundFrom? From,
    BoundExpression? Where) : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children
    {
        get
        {
            IEnumerable<BoundNode?> all = [.. CommonTables.Select(table => table.Query), TargetIsInFrom ? null : Target, From, Where, .. Assignments.Select(assignment => assignment.Value)];
            return all.OfType<BoundNode>();
        }
    }
}
