using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A statement whose names and types are known.</summary>
public abstract record BoundStatement(TextSpan Span) : BoundNode(Span)
{
    /// <summary>What it yields, as a client sees it; none of a statement without a result.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; init; } = [];
}
