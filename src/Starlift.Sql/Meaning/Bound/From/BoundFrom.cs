using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>What stands in FROM: a source with columns, or a join of such.</summary>
public abstract record BoundFrom(TextSpan Span) : BoundNode(Span);
