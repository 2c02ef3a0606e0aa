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
        return [.. project.Models.SelectMany(model => (ModelWarning?[])[Joined(project, model, staging), OfOneRun(model, staging)]).OfType<ModelWarning>()];
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

    /// <summary>What the model makes of several records of a key knows nothing of those of other runs.</summary>
    static ModelWarning? OfOneRun(Model model, IReadOnlySet<TableName> staging)
    {
        if (model.Reads.Contains(model.Table) || !model.Reads.Overlaps(staging))
        {
            return null;
        }

        var row = $"let it read the row of {model.Table} too, as the models of starlift init do";
        return Aggregates(model.Query) ? Told("aggregates", row)
            : model.Newest is null && Chooses(model.Query) ? Told("chooses among", $"write -- newest: COLUMN above the SELECT, or {row}")
            : null;

        ModelWarning Told(string does, string hint) => new(model.Name, new Problem(
            $"model {model.Name} {does} the records of one run and replaces the row of {model.Table}: where a key's records come in several runs, the last run counts",
            model.Select.Source.PlaceOf(model.Select.Source.Start),
            hint));
    }

    static bool Aggregates(BoundQuery query) => BoundWalk.Nodes(query, intoQueries: true).OfType<BoundSelect>().Any(select =>
        select.GroupBy is not null && select.Items.Any(item => BoundWalk.Aggregate(item.Value) is not null));

    static bool Chooses(BoundQuery query) => BoundWalk.Nodes(query, intoQueries: true).OfType<BoundCall>().Any(call =>
        call is { Over: not null, Function.Name: "row_number" or "rank" or "dense_rank" or "first_value" or "last_value" });
}
