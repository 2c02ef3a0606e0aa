using Starlift.Lineage;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Reports.Diagrams;

/// <summary>Which columns of which tables make each column of a star table, as SVG.</summary>
static class ColumnDiagram
{
    const double HeadHeight = 46;
    const double RowHeight = 21;
    const double CharacterWidth = 7.3;
    const double NameWidth = 8.2;
    const double Gap = 150;

    /// <summary>Draws a star table to the right of the tables that its columns come from.</summary>
    /// <param name="html">Is added to.</param>
    /// <param name="lineage">With at least one column.</param>
    /// <param name="project">Tells staging tables from star tables.</param>
    public static void Add(Html html, ModelLineage lineage, Project project)
    {
        List<ColumnBox> boxes = [.. Sources(lineage, project), new(lineage.Table.ToString(), "star table", [.. lineage.Columns.Select(column => column.Name)])];
        var target = boxes[^1];
        var layout = new DiagramLayout(
            [.. boxes.Select(box => new DiagramNode(box.Name, WidthOf(box), HeadHeight + (box.Columns.Count * RowHeight) + 8))],
            [.. boxes.SkipLast(1).Select(box => new DiagramEdge(box.Name, target.Name))],
            Gap);
        var words = $"Columns of {lineage.Table}: {string.Join("; ", lineage.Columns.Select(column => $"{column.Name} comes from {ColumnWords.Of(column)}"))}.";
        html.Add($"<svg class=\"diagram\" role=\"img\" aria-label=\"{words}\" width=\"{layout.Width}\" height=\"{layout.Height}\" viewBox=\"0 0 {layout.Width} {layout.Height}\">");
        boxes.ForEach(box => AddBox(html, box, layout[box.Name]));
        foreach (var column in lineage.Columns)
        {
            AddFlow(html, column, lineage, boxes, layout);
        }

        html.AddTrusted("</svg>");
    }

    // in the order of the columns that they make, lines cross least
    static IEnumerable<ColumnBox> Sources(ModelLineage lineage, Project project)
    {
        var staging = project.StagingTables.Select(table => table.Name).ToHashSet();
        return lineage.Columns.SelectMany(column => column.From).GroupBy(source => source.Table)
            .Select(group => new ColumnBox(
                SourceName(group.Key, lineage),
                group.Key == lineage.Table ? "the same, before the run" : staging.Contains(group.Key) ? "staging table" : project.Table(group.Key) is null ? "table" : "star table",
                [.. group.Select(source => source.Column).Distinct()]));
    }

    // its own table is a box of its own: lines lead from left to right
    static string SourceName(TableName table, ModelLineage lineage) => table == lineage.Table ? $"{table} (earlier rows)" : table.ToString();

    static double WidthOf(ColumnBox box) =>
        Math.Max(150, Math.Max(box.Name.Length * NameWidth, box.Columns.Max(column => column.Length) * CharacterWidth) + 26);

    static double RowOf(ColumnBox box, string column) => HeadHeight + (box.Columns.TakeWhile(name => name != column).Count() * RowHeight) + (RowHeight / 2) + 2;

    static void AddBox(Html html, ColumnBox box, DiagramSlot slot)
    {
        html.Add($"<g><rect class=\"box\" x=\"{slot.X}\" y=\"{slot.Y}\" width=\"{slot.Width}\" height=\"{slot.Height}\" rx=\"8\"/>")
            .Add($"<text class=\"name\" x=\"{slot.X + 12}\" y=\"{slot.Y + 20}\">{box.Name}</text><text class=\"small\" x=\"{slot.X + 12}\" y=\"{slot.Y + 36}\">{box.Kind}</text>")
            .Add($"<path class=\"rule\" d=\"M{slot.X} {slot.Y + HeadHeight}h{slot.Width}\"/>");
        foreach (var column in box.Columns)
        {
            html.Add($"<text class=\"column\" x=\"{slot.X + 12}\" y=\"{slot.Y + RowOf(box, column) + 4}\">{column}</text>\n");
        }

        html.AddTrusted("</g>");
    }

    // one group a column, so that pointing at it shows all that it comes from
    static void AddFlow(Html html, FilledColumn column, ModelLineage lineage, List<ColumnBox> boxes, DiagramLayout layout)
    {
        var target = boxes[^1];
        var (to, y) = (layout[target.Name], layout[target.Name].Y + RowOf(target, column.Name));
        html.Add($"<g class=\"flow\"><title>{column.Name}: {ColumnWords.Of(column)}</title><rect class=\"hit\" x=\"{to.X}\" y=\"{y - (RowHeight / 2)}\" width=\"{to.Width}\" height=\"{RowHeight}\"/>");
        foreach (var source in column.From.GroupBy(source => (source.Table, source.Column)))
        {
            var box = boxes.First(candidate => candidate.Name == SourceName(source.Key.Table, lineage));
            var from = layout[box.Name];
            var path = DiagramLayout.Curve(from.X + from.Width, from.Y + RowOf(box, source.Key.Column), to.X, y);
            html.Add($"<path class=\"line{(source.Any(use => use.IsDirect) ? "" : " choice")}\" d=\"{path}\"/>");
        }

        if (column.From.Count > 0)
        {
            html.Add($"<circle class=\"end\" cx=\"{to.X}\" cy=\"{y}\" r=\"3\"/>");
        }

        html.AddTrusted("</g>\n");
    }

    sealed record ColumnBox(string Name, string Kind, IReadOnlyList<string> Columns);
}
