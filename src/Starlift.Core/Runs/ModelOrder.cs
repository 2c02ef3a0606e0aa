using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>
/// The order in which models are built: a model comes after those whose star tables it reads, and after those that its own star table
/// refers to with REFERENCES. Reading its own star table is no circle: it reads what earlier runs left there.
/// </summary>
static class ModelOrder
{
    public static IReadOnlyList<Model> Of(Project project)
    {
        var ordered = new List<Model>();
        var path = new List<Model>();
        foreach (var model in project.Models.OrderBy(model => model.Name, StringComparer.Ordinal))
        {
            Visit(model, project, ordered, path);
        }

        return ordered;
    }

    static void Visit(Model model, Project project, List<Model> ordered, List<Model> path)
    {
        if (ordered.Contains(model))
        {
            return;
        }

        if (path.Contains(model))
        {
            var circle = path.SkipWhile(other => other != model).Append(model).Select(other => other.Name);
            throw new ConfigurationException(
                $"the models read each other in a circle: {string.Join(" → ", circle)}",
                model.Select.Source.PlaceOf(model.Select.Source.Start),
                "take one of these out of the SELECT, or its REFERENCES out of the table");
        }

        path.Add(model);
        foreach (var other in project.Models.Where(other => other != model && Needs(model, project).Contains(other.Table)))
        {
            Visit(other, project, ordered, path);
        }

        path.RemoveAt(path.Count - 1);
        ordered.Add(model);
    }

    static HashSet<TableName> Needs(Model model, Project project) =>
        [.. model.Reads, .. project.Table(model.Table)!.Definition.ForeignKeys.Select(key => key.Table)];
}
