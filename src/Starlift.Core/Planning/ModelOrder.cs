using Starlift.Errors;
using Starlift.Projects;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>
/// The order in which models are built: a model comes after those whose star tables it reads, and after those that its own star table
/// refers to with REFERENCES. Reading its own star table is no circle: it reads what earlier runs left there.
/// </summary>
static class ModelOrder
{
    public static IReadOnlyList<Model> Of(Project project)
    {
        var models = project.Models.OrderBy(model => model.Name, StringComparer.Ordinal).ToList();
        var byTable = models.ToLookup(model => model.Table);
        return DependencyOrder.Of(
            models,
            model => model.Reads
                .Concat(project.Table(model.Table)!.Definition.ForeignKeys.Select(key => key.Table))
                .Distinct()
                .SelectMany(table => byTable[table])
                .Where(other => other != model)
                .OrderBy(other => other.Name, StringComparer.Ordinal),
            ThrowCircle);
    }

    static void ThrowCircle(IReadOnlyList<Model> circle) => throw new ConfigurationException(
        $"the models read each other in a circle: {string.Join(" → ", circle.Select(model => model.Name))}",
        circle[0].Select.Source.PlaceOf(circle[0].Select.Source.Start),
        "take one of these out of the SELECT, or its REFERENCES out of the table");
}
