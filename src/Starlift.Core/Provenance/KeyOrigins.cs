using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;

namespace Starlift.Provenance;

/// <summary>Finds, from the text of models alone, which staged columns the key of a star table is.</summary>
/// <param name="project">Whose models.</param>
public sealed class KeyOrigins(Project project)
{
    /// <summary>One a load whose records have a column of the key, those first that have most of them; none where each is calculated.</summary>
    /// <param name="model">Fills the table.</param>
    public IReadOnlyList<KeyOrigin> Of(Model model)
    {
        var key = project.Table(model.Table)!.Key!;
        var found = key.SelectMany(column => Of(model, column, []).Select(origin => (Key: column, origin.Table, origin.Column, origin.Path))).ToList();
        return
        [
            .. project.Loads
                .Select(load => (Load: load, Columns: found.Where(origin => origin.Table == load.Copy.Table).DistinctBy(origin => origin.Key).ToList()))
                .Where(origin => origin.Columns.Count > 0)
                .OrderByDescending(origin => origin.Columns.Count)
                .Select(origin => new KeyOrigin(
                    origin.Load,
                    [.. origin.Columns.Select(column => new KeyOriginColumn(column.Key, column.Column))],
                    [.. key.Except(origin.Columns.Select(column => column.Key))],
                    origin.Columns[0].Path)),
        ];
    }

    IEnumerable<(TableName Table, string Column, IReadOnlyList<Model> Path)> Of(Model model, string column, IReadOnlyList<Model> before)
    {
        IReadOnlyList<Model> path = [.. before, model];
        var output = model.Query.Columns.Select(result => result.Name).ToList().IndexOf(column);
        if (output < 0)
        {
            yield break;
        }

        foreach (var input in ColumnLineage.Of(model.Query)[output].Where(input => input.Use == ColumnUse.Identity))
        {
            var table = new TableName(input.Origin.Schema, input.Origin.Table).In(model.Reads);
            if (table is null)
            {
                continue;
            }

            if (project.Models.FirstOrDefault(other => other.Table == table) is not { } other)
            {
                yield return (table, input.Origin.Column, path);
            }
            else if (!path.Contains(other))
            {
                foreach (var origin in Of(other, input.Origin.Column, path))
                {
                    yield return origin;
                }
            }
        }
    }
}
