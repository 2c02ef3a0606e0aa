using Starlift.Warehouses;

namespace Starlift.Cli.Terminals;

/// <summary>The result of a query.</summary>
/// <param name="Columns">Names, which may repeat.</param>
/// <param name="Rows">Enumerated once, so that they may be streamed; each has as many values as there are columns.</param>
sealed record ResultTable(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Reads the rows when they are written.</summary>
    public static ResultTable Of(RowStream rows, CancellationToken cancel) =>
        new([.. rows.Columns.Select(column => column.Name)], rows.Rows.ToBlockingEnumerable(cancel));
}
