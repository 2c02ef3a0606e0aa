using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>MERGE.</summary>
/// <param name="Clauses">Empty with REMOVE DUPLICATES.</param>
public sealed record BoundMerge(
    TextSpan Span,
    BoundTable Target,
    BoundFrom Source,
    BoundExpression On,
    IReadOnlyList<BoundMergeClause> Clauses,
    bool RemoveDuplicates) : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children =>
        [Target, Source, On, .. Clauses.SelectMany(clause => clause.Assignments).Select(assignment => assignment.Value)];
}
