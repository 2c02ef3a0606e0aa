using Starlift.Lineage;
using Starlift.Projects;

namespace Starlift.Provenance;

/// <summary>The staged records that rows of a star table come from, and by which of their columns they are found.</summary>
/// <param name="Load">Stages them.</param>
/// <param name="Columns">Of the star table's key those that are a staged column as it is.</param>
/// <param name="Calculated">The others, by which no record is found.</param>
/// <param name="Path">The models from the star table to the records.</param>
public sealed record KeyOrigin(Load Load, IReadOnlyList<KeyOriginColumn> Columns, IReadOnlyList<string> Calculated, IReadOnlyList<Model> Path)
{
    /// <summary>What decides in each model which rows there are, in words; none where nothing does.</summary>
    public IEnumerable<string> Conditions => Path
        .Select(model => (model.Name, Words: ColumnWords.OfRows(ModelLineage.Of(model))))
        .Where(model => model.Words.Length > 0)
        .Select(model => $"rows of model {model.Name} are {model.Words}");
}
