using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Planning;

/// <summary>Finds models whose rows depend on which objects come in one run, and in which order the runs come.</summary>
static class ModelWarnings
{
    /// <summary>In the order of the models.</summary>
    public static IReadOnlyList<ModelWarning> Of(Project project)
    {
        var staging = project.StagingTables.Select(table => table.Name).ToHashSet();
        return [.. project.Models.SelectMany(model => (ModelWarning?[])[Joined(project, model, staging), Aggregated(model, staging)]).OfType<ModelWarning>()];
    }

    static ModelWarning? Joined(Project project, Model model, IReadOnlySet<TableName> staging)
    {
        var joined = StagedJoins.In(model.Select.Query!, staging);
        if (joined.Count < 2)
        {
            return null;
        }

        var names = joined.Select(table => table.ToString()).Order(StringComparer.Ordinal).ToList();
        var stars = project.Models.Where(other => other != model && other.Reads.Overlaps(joined)).Select(other => other.Table.ToString()).Distinct().ToList();
        return new ModelWarning(model.Name, new Problem(
            $"model {model.Name} joins {string.Join(" and ", names)}, which hold the records of one run only: what one run brings finds nothing of what another brought",
            model.Select.Source.PlaceOf(model.Select.Source.Start),
            stars.Count == 0 ? "fill a star table from one of them, and read that in its place" : $"read the star table instead: {string.Join(", ", stars)}"));
    }

    static ModelWarning? Aggregated(Model model, IReadOnlySet<TableName> staging) =>
        model.Reads.Contains(model.Table)
        || !model.Reads.Overlaps(staging)
        || model.Query.Body is not BoundSelect { GroupBy: not null } select
        || select.Items.All(item => BoundWalk.Aggregate(item.Value) is null)
            ? null
            : new ModelWarning(model.Name, new Problem(
                $"model {model.Name} aggregates the records of one run and replaces the row of {model.Table}: where a key's records come in several runs, the last run counts",
                model.Select.Source.PlaceOf(model.Select.Source.Start),
                $"let it read the row of {model.Table} too, as the models of starlift init do"));
}
