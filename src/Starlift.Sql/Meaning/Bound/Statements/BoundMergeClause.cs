using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>What MERGE does with rows that match, or that don't.</summary>
/// <param name="Assignments">What columns get; none with DELETE.</param>
public sealed record BoundMergeClause(bool Matched, MergeAction Action, IReadOnlyList<BoundAssignment> Assignments);
