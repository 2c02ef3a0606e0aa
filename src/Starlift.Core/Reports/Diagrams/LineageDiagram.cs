using Starlift.Projects;

namespace Starlift.Reports.Diagrams;

/// <summary>From objects over staging tables to star tables: which load and which model reads what, as SVG.</summary>
static class LineageDiagram
{
    const double Height = 46;
    const double CharacterWidth = 8.6;
    const int MostCharacters = 34;

    public static void Add(Html html, Project project)
    {
        var nodes = new List<DiagramNode>();
        var edges = new List<DiagramEdge>();
        var labels = new Dictionary<string, (string Name, string Kind)>();
        foreach (var load in project.Loads)
        {
            AddNode($"load {load.Name}", Tail(load.Copy.From), "objects");
            AddNode(load.Copy.Table.ToString(), load.Copy.Table.ToString(), "staging table");
            edges.Add(new DiagramEdge($"load {load.Name}", load.Copy.Table.ToString()));
        }

        foreach (var model in project.Models)
        {
            AddNode(model.Table.ToString(), model.Table.ToString(), "star table");
            edges.AddRange(model.Reads.OrderBy(read => read.ToString(), StringComparer.Ordinal).Select(read => new DiagramEdge(read.ToString(), model.Table.ToString())));
        }

        foreach (var other in edges.Select(edge => edge.From).Where(name => !labels.ContainsKey(name)).Distinct().ToList())
        {
            AddNode(other, other, "table");
        }

        Draw(html, new DiagramLayout(nodes, edges), labels, $"Lineage: {string.Join("; ", project.Models.Select(model => $"{model.Table} is made of {string.Join(", ", model.Reads.Where(read => read != model.Table))}"))}.");

        void AddNode(string id, string name, string kind)
        {
            if (labels.TryAdd(id, (name, kind)))
            {
                nodes.Add(new DiagramNode(id, Math.Max(120, (name.Length * CharacterWidth) + 26), Height));
            }
        }
    }

    static void Draw(Html html, DiagramLayout layout, IReadOnlyDictionary<string, (string Name, string Kind)> labels, string words)
    {
        html.Add($"<svg class=\"diagram\" role=\"img\" aria-label=\"{words}\" width=\"{layout.Width}\" height=\"{layout.Height}\" viewBox=\"0 0 {layout.Width} {layout.Height}\">");
        foreach (var (edge, path) in layout.Lines)
        {
            html.Add($"<path class=\"line\" d=\"{path}\"/>");
            html.Add($"<circle class=\"end\" cx=\"{layout[edge.To].X}\" cy=\"{layout[edge.To].Middle}\" r=\"3.5\"/>");
        }

        foreach (var (id, (name, kind)) in labels)
        {
            var slot = layout[id];
            html.Add($"<g><rect class=\"box\" x=\"{slot.X}\" y=\"{slot.Y}\" width=\"{slot.Width}\" height=\"{slot.Height}\" rx=\"8\"/><text class=\"name\" x=\"{slot.X + 12}\" y=\"{slot.Y + 20}\">{name}</text><text class=\"small\" x=\"{slot.X + 12}\" y=\"{slot.Y + 36}\">{kind}</text></g>\n");
        }

        html.AddTrusted("</svg>");
    }

    // The end of an address tells more than its beginning.
    static string Tail(string from) => from.Length <= MostCharacters ? from : $"…{from[^MostCharacters..]}";
}
