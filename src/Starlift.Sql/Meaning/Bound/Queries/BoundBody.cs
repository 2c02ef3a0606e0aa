using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>What yields a query's rows.</summary>
/// <param name="Columns">What it yields.</param>
public abstract record BoundBody(TextSpan Span, IReadOnlyList<ResultColumn> Columns) : BoundNode(Span);
