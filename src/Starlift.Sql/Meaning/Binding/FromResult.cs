using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>What a FROM item gives.</summary>
/// <param name="From">The item.</param>
/// <param name="Sources">What can be named in it.</param>
/// <param name="Columns">What <c>*</c> means of it.</param>
sealed record FromResult(BoundFrom From, IReadOnlyList<BoundSource> Sources, IReadOnlyList<VisibleColumn> Columns)
{
    /// <summary>One source with all its columns.</summary>
    public static FromResult Of(BoundSource source)
    {
        var columns = new VisibleColumn[source.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new VisibleColumn(source.Columns[i].Name, new BoundColumn(source.Span, source, i, 0));
        }

        return new FromResult(source, [source], columns);
    }
}
