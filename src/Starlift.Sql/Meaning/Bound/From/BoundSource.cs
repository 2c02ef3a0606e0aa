using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>Something in FROM that has columns. Each stands for itself: two are never equal.</summary>
/// <param name="Name">What its columns are qualified with; null of a query without an alias.</param>
/// <param name="Columns">By the names that its aliases give them.</param>
public abstract record BoundSource(TextSpan Span, string? Name, IReadOnlyList<SourceColumn> Columns) : BoundFrom(Span)
{
    public virtual bool Equals(BoundSource? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
