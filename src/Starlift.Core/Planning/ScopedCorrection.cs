using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Planning;

/// <summary>
/// That a run corrects star tables by the scopes of their models: the rows of each key that a corrected object held or holds are replaced by what all
/// objects that hold the key say, and nothing else is touched.
/// </summary>
/// <param name="Models">They fill these tables.</param>
/// <param name="Loads">The names of the loads whose objects were corrected, all of which feed these tables only.</param>
/// <param name="Readers">Star tables that read only star tables, these among them: they are emptied and built anew.</param>
public sealed record ScopedCorrection(IReadOnlyList<Model> Models, IReadOnlySet<string> Loads, IReadOnlyList<TableName> Readers)
{
    /// <summary>The tables of the models.</summary>
    public IEnumerable<TableName> Tables => Models.Select(model => model.Table);
}
