using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Tree;

namespace Starlift.DuckDb.Writing;

/// <summary>What a view's statement says of it.</summary>
/// <param name="Query">As it was written.</param>
/// <param name="Reads">The tables and views that it depends on, as they were written; none of a view without schema binding.</param>
public sealed record WrittenView(string Query, IReadOnlyList<TableName> Reads)
{
    internal static WrittenView Of(CreateViewStatement view, SqlSource source) => new(
        source.Text[view.Query.Span.Start..view.Query.Span.End],
        view.NoSchemaBinding ? [] : [.. TableReads.Of(view).Select(TableName.Of).Distinct()]);
}
