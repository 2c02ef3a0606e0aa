using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Warehouses;

namespace Starlift.Reports;

/// <summary>Asks a warehouse for the rows of charts.</summary>
sealed class ChartReader(IWarehouse warehouse)
{
    static readonly string[] Numeric = ["longitude", "latitude", "size"];

    readonly List<Problem> _problems = [];

    /// <summary>What is wrong with the charts read so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <param name="chart">Of the project.</param>
    /// <param name="built">The tables that are there.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ChartRows> ReadAsync(Chart chart, IReadOnlySet<TableName> built, CancellationToken cancellationToken)
    {
        var missing = chart.Reads.Where(table => !built.Contains(table)).OrderBy(table => table.ToString(), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            return new ChartRows(chart, new QueryResult([], []), More: false, missing);
        }

        var result = await warehouse.QueryAsync(FirstRows(chart, ChartRows.MostRows + 1), cancellationToken);
        var rows = new ChartRows(chart, result, More: false, []).First(ChartRows.MostRows);
        Check(rows);
        return rows;
    }

    // an answer of millions would cost memory; a SELECT that limits its rows itself stays as it is
    static OtherStatement FirstRows(Chart chart, int rows)
    {
        if (RowLimit.IsStated(chart.Query))
        {
            return chart.Select;
        }

        var source = chart.Select.Source;
        var end = source.Start + source.Length;
        var limit = $"\nlimit {rows}";
        return (OtherStatement)SqlScript.Parse(source with { Text = source.Text[..end] + limit, Length = source.Length + limit.Length })[0];
    }

    void Check(ChartRows rows)
    {
        var before = _problems.Count;
        foreach (var (key, column) in rows.Chart.Columns)
        {
            if (rows.IndexOf(key) is not { } index)
            {
                _problems.Add(new Problem($"'{key}' names the column '{column.Name}', which the SELECT does not yield", column.Place, Suggestion.For(column.Name, rows.Result.Columns)));
            }
            else if (IsNumeric(rows.Chart.Kind, key) && rows.Result.Rows.FirstOrDefault(row => row[index] is not null && !ResultText.IsNumber(row[index])) is { } other)
            {
                _problems.Add(new Problem($"'{key}' needs numbers, and the column '{column.Name}' holds '{ResultText.Of(other[index])}'", column.Place, "cast it in the SELECT, or name another column"));
            }
        }

        if (_problems.Count == before)
        {
            CheckPlaces(rows);
        }
    }

    // Of two rows at one place only one could be drawn.
    void CheckPlaces(ChartRows rows)
    {
        var (x, other) = rows.Chart.Kind switch
        {
            ChartKind.Bar when rows.IndexOf("series") is { } series => (rows.IndexOf("x"), series),
            ChartKind.Line or ChartKind.Area => (rows.IndexOf("x"), rows.IndexOf("series") ?? rows.IndexOf("x")),
            ChartKind.Heatmap => (rows.IndexOf("x"), rows.IndexOf("y")),
            _ => (null, null),
        };
        if (x is { } first && other is { } second
            && rows.Result.Rows.GroupBy(row => (ResultText.Of(row[first]), ResultText.Of(row[second]))).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            var shown = first == second ? twice.Key.Item1 : $"{twice.Key.Item1}, {twice.Key.Item2}";
            _problems.Add(new Problem($"the SELECT yields several rows for '{shown}', of which the chart could show one", rows.Chart.Start, "group by the columns of the chart"));
        }
    }

    static bool IsNumeric(ChartKind kind, string key) =>
        Numeric.Contains(key) || (key == "y" && kind != ChartKind.Heatmap) || (key == "value" && kind != ChartKind.Number);
}
