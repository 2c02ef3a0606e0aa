using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A column of something in FROM.</summary>
/// <param name="Source">What has the column.</param>
/// <param name="Index">Its 0-based position there.</param>
/// <param name="Depth">How many queries further out the source stands; 0 is the query that the column is written in.</param>
public sealed record BoundColumn(TextSpan Span, BoundSource Source, int Index, int Depth) : BoundExpression(Span, Source.Columns[Index].Type)
{
    public string Name => Source.Columns[Index].Name;
}
