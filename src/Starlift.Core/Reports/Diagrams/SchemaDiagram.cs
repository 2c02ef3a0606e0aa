using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Reports.Diagrams;

/// <summary>The star tables with their columns, and lines for their REFERENCES, as SVG.</summary>
static class SchemaDiagram
{
    const double HeadHeight = 46;
    const double RowHeight = 21;
    const double CharacterWidth = 7.3;
    const double KeyWidth = 34;

    public static void Add(Html html, Report report)
    {
        var tables = report.Project.StarTables.ToList();
        var layout = new DiagramLayout([.. tables.Select(table => new DiagramNode(table.Name.ToString(), tables.Max(WidthOf), HeightOf(table)))], [.. tables.SelectMany(table => EdgesOf(table, tables))]);
        var words = $"The star schema: {string.Join("; ", tables.Select(Words))}.";
        html.Add($"<svg class=\"diagram\" role=\"img\" aria-label=\"{words}\" width=\"{layout.Width}\" height=\"{layout.Height}\" viewBox=\"0 0 {layout.Width} {layout.Height}\">");
        foreach (var (_, path) in layout.Lines)
        {
            html.Add($"<path class=\"line\" d=\"{path}\"/>");
        }

        foreach (var (edge, _) in layout.Lines)
        {
            var to = layout[edge.To];
            html.Add($"<circle class=\"end\" cx=\"{to.X}\" cy=\"{to.Y + edge.Arrives!.Value}\" r=\"3.5\"/>");
        }

        tables.ForEach(table => AddBox(html, table, layout[table.Name.ToString()], report));
        html.AddTrusted("</svg>");
    }

    static double WidthOf(Table table)
    {
        var widest = table.Definition.Columns.Select(column => column.Name.Length + column.Type.ToString().Length + 3).DefaultIfEmpty().Max();
        return Math.Max(200, KeyWidth + (Math.Max(widest, table.Name.ToString().Length + 4) * CharacterWidth) + 12);
    }

    static double HeightOf(Table table) => HeadHeight + (table.Definition.Columns.Count * RowHeight) + 8;

    static IEnumerable<DiagramEdge> EdgesOf(Table table, IReadOnlyList<Table> tables) => table.Definition.ForeignKeys
        .Select(key => (key, referred: tables.FirstOrDefault(other => other.Name == key.Table)))
        .Where(pair => pair.referred is not null)
        .Select(pair => new DiagramEdge(
            table.Name.ToString(),
            pair.referred!.Name.ToString(),
            RowOf(table, pair.key.Columns[0]),
            RowOf(pair.referred, ReferredColumn(pair.key, pair.referred))));

    static string? ReferredColumn(ForeignKey key, Table referred) =>
        key.ReferencedColumns.Count > 0 ? key.ReferencedColumns[0] : referred.Definition.UniqueKeys.FirstOrDefault(unique => unique.Primary)?.Columns[0];

    static double RowOf(Table table, string? name)
    {
        var index = table.Definition.Columns.TakeWhile(column => column.Name != name).Count();
        return index == table.Definition.Columns.Count ? HeadHeight / 2 : HeadHeight + (index * RowHeight) + (RowHeight / 2) + 2;
    }

    static void AddBox(Html html, Table table, DiagramSlot slot, Report report)
    {
        var name = table.Name.ToString();
        var rows = report.Rows.TryGetValue(table.Name, out var count) ? PageText.Count(count, "row", "rows") : "not built yet";
        html.Add($"<g><rect class=\"box\" x=\"{slot.X}\" y=\"{slot.Y}\" width=\"{slot.Width}\" height=\"{slot.Height}\" rx=\"8\"/>")
            .Add($"<text class=\"name\" x=\"{slot.X + 12}\" y=\"{slot.Y + 20}\">{name}</text><text class=\"small\" x=\"{slot.X + 12}\" y=\"{slot.Y + 36}\">{rows}</text>")
            .Add($"<path class=\"rule\" d=\"M{slot.X} {slot.Y + HeadHeight}h{slot.Width}\"/>");
        foreach (var column in table.Definition.Columns)
        {
            var y = slot.Y + RowOf(table, column.Name) + 4;
            html.Add($"<text class=\"small\" x=\"{slot.X + 12}\" y=\"{y}\">{Mark(table.Definition, column)}</text><text class=\"column\" x=\"{slot.X + KeyWidth + 6}\" y=\"{y}\">{column.Name}</text>")
                .Add($"<text class=\"type\" x=\"{slot.X + slot.Width - 12}\" y=\"{y}\">{column.Type.ToString()}</text>\n");
        }

        html.AddTrusted("</g>");
    }

    static string Mark(CreateTable table, ColumnDefinition column) =>
        table.UniqueKeys.Any(key => key.Primary && key.Columns.Contains(column.Name)) ? "PK" : column.NotNull ? "•" : "";

    static string Words(Table table)
    {
        var references = table.Definition.ForeignKeys.Select(key => key.Table.ToString()).Distinct().ToList();
        return references.Count == 0 ? table.Name.ToString() : $"{table.Name} refers to {string.Join(", ", references)}";
    }
}
