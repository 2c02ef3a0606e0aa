using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Reports;

/// <summary>A chart and what its SELECT yielded.</summary>
/// <param name="Chart">As the project states it; each of its columns is one of the result's.</param>
/// <param name="Result">At most <see cref="MostRows"/> rows.</param>
/// <param name="More">The SELECT yields more rows than are shown.</param>
/// <param name="Missing">Tables that it reads and that are not built yet: then it was not asked, and there are no rows.</param>
public sealed record ChartRows(Chart Chart, QueryResult Result, bool More, IReadOnlyList<TableName> Missing)
{
    /// <summary>What a chart can show and a reader can take in.</summary>
    public const int MostRows = 1_000;

    /// <summary>The same with the first rows only.</summary>
    public ChartRows First(int most) =>
        Result.Rows.Count <= most ? this : this with { Result = Result with { Rows = [.. Result.Rows.Take(most)] }, More = true };

    /// <summary>0-based index of the column that the chart takes <paramref name="key"/> from; null where it has none.</summary>
    public int? IndexOf(string key)
    {
        if (!Chart.Columns.TryGetValue(key, out var column))
        {
            return null;
        }

        var index = Enumerable.Range(0, Result.Columns.Count).FirstOrDefault(at => Result.Columns[at].Equals(column.Name, StringComparison.OrdinalIgnoreCase), -1);
        return index < 0 ? null : index;
    }
}
