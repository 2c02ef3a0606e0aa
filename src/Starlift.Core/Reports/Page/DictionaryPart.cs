using Starlift.Lineage;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Reports.Page;

/// <summary>Every table and column in the words of its COMMENTs, with what fills it and what reads it.</summary>
static class DictionaryPart
{
    public static void Add(Html html, Report report)
    {
        html.AddTrusted("<section id=\"dictionary\" aria-labelledby=\"dictionary-title\"><h2 id=\"dictionary-title\">Data dictionary</h2>\n");
        var project = report.Project;
        foreach (var table in project.StarTables.Concat(project.StagingTables).Concat(project.Tables).DistinctBy(table => table.Name))
        {
            AddTable(html, report, table);
        }

        html.AddTrusted("</section>\n");
    }

    static void AddTable(Html html, Report report, Table table)
    {
        html.Add($"<article class=\"card\" id=\"table-{table.Name.ToString()}\"><h3>{table.Name.ToString()}");
        if (report.Rows.TryGetValue(table.Name, out var rows))
        {
            html.Add($" <span class=\"faint\">{PageText.Count(rows, "row", "rows")}</span>");
        }

        html.AddTrusted("</h3>");
        if (table.Comment is { } comment)
        {
            html.Add($"<p class=\"question\">{comment}</p>");
        }

        AddLineage(html, report.Project, table.Name);
        var lineage = report.Project.Models.FirstOrDefault(model => model.Table == table.Name) is { } model ? ModelLineage.Of(model) : null;
        html.Add($"<div class=\"details\"><details><summary>{PageText.Count(table.Definition.Columns.Count, "column", "columns")}<span class=\"unseen\"> of {table.Name.ToString()}</span></summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Columns of {table.Name.ToString()}\">")
            .Add($"<table class=\"columns\"><caption class=\"unseen\">Columns of {table.Name.ToString()}</caption><thead><tr><th scope=\"col\">column</th><th scope=\"col\">type</th><th scope=\"col\">rules</th>")
            .AddTrusted(lineage is null ? "" : "<th scope=\"col\">comes from</th>")
            .AddTrusted("<th scope=\"col\">meaning</th></tr></thead><tbody>");
        foreach (var column in table.Definition.Columns)
        {
            html.Add($"<tr><th scope=\"row\">{column.Name}</th><td>{column.Type.ToString()}</td><td>{Rules(table.Definition, column)}</td>");
            if (lineage is not null)
            {
                html.Add($"<td>{From(lineage, column)}</td>");
            }

            html.Add($"<td>{table.ColumnComments.GetValueOrDefault(column.Name)}</td></tr>\n");
        }

        html.AddTrusted("</tbody></table></div></details></div></article>\n");
    }

    static string From(ModelLineage lineage, ColumnDefinition column) =>
        lineage.Columns.FirstOrDefault(filled => filled.Name == column.Name) is { } filled ? ColumnWords.Of(filled) : column.Identity is null ? "" : "IDENTITY";

    static void AddLineage(Html html, Project project, TableName name)
    {
        html.AddTrusted("<dl class=\"lineage\">");
        if (project.Loads.FirstOrDefault(load => load.Copy.Table == name) is { } filling)
        {
            html.Add($"<dt>Filled by</dt><dd>loads/{filling.Name}.sql from {filling.Copy.From}</dd>");
        }

        if (project.Models.FirstOrDefault(model => model.Table == name) is { } model)
        {
            html.Add($"<dt>Filled by</dt><dd>models/{model.Name}.sql");
            AddLinks(html, " from ", [.. model.Reads.Select(read => read.ToString())]);
            html.AddTrusted("</dd>");
        }

        var readers = project.Models.Where(reader => reader.Reads.Contains(name)).Select(reader => reader.Table.ToString()).ToList();
        if (readers.Count > 0)
        {
            html.AddTrusted("<dt>Read by the models of</dt><dd>");
            AddLinks(html, "", readers);
            html.AddTrusted("</dd>");
        }

        var charts = project.Charts.Where(chart => chart.Reads.Contains(name)).ToList();
        if (charts.Count > 0)
        {
            html.AddTrusted("<dt>Shown in</dt><dd>");
            foreach (var chart in charts)
            {
                html.Add($"{(chart == charts[0] ? "" : ", ")}<a href=\"#chart-{chart.Name}\">{chart.Title}</a>");
            }

            html.AddTrusted("</dd>");
        }

        html.AddTrusted("</dl>");
    }

    static void AddLinks(Html html, string before, IReadOnlyList<string> tables)
    {
        var separator = before;
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            html.Add($"{separator}<a href=\"#table-{table}\">{table}</a>");
            separator = ", ";
        }
    }

    static string Rules(CreateTable table, ColumnDefinition column)
    {
        var rules = new List<string>();
        if (table.UniqueKeys.Any(key => key.Primary && key.Columns.Contains(column.Name)))
        {
            rules.Add("primary key");
        }

        rules.AddRange(table.UniqueKeys.Where(key => !key.Primary && key.Columns.Contains(column.Name)).Select(key => key.Columns.Count == 1 ? "unique" : $"unique with {string.Join(", ", key.Columns.Where(other => other != column.Name))}"));
        rules.AddRange(table.ForeignKeys.Where(key => key.Columns.Contains(column.Name)).Select(key => $"references {key.Table}"));
        if (column.NotNull)
        {
            rules.Add("not null");
        }

        return string.Join("; ", rules);
    }
}
