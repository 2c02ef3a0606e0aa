using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>A result as an HTML table.</summary>
static class DataTable
{
    /// <param name="html">Is added to.</param>
    /// <param name="caption">What the table shows, for screen readers.</param>
    /// <param name="result">Its columns and rows.</param>
    public static void Add(Html html, string caption, QueryResult result)
    {
        var numeric = Enumerable.Range(0, result.Columns.Count).Select(index => IsNumeric(result, index)).ToList();
        html.Add($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table><caption class=\"unseen\">{caption}</caption><thead><tr>");
        foreach (var (column, isNumber) in result.Columns.Zip(numeric))
        {
            html.AddTrusted(isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Add($"{column.Replace('_', ' ')}</th>");
        }

        html.AddTrusted("</tr></thead><tbody>");
        foreach (var row in result.Rows)
        {
            html.AddTrusted("<tr>");
            foreach (var (value, isNumber) in row.Zip(numeric))
            {
                html.AddTrusted(isNumber ? "<td class=\"n\">" : "<td>").Add($"{PageText.Short(ResultText.Of(value))}</td>");
            }

            html.AddTrusted("</tr>\n");
        }

        html.AddTrusted("</tbody></table></div>");
    }

    static bool IsNumeric(QueryResult result, int index) =>
        result.Rows.Any(row => row[index] is not null) && result.Rows.All(row => row[index] is null || ResultText.IsNumber(row[index]));
}
