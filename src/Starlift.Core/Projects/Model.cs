using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Projects;

/// <summary>A file of models/: one SELECT (WITH … SELECT too), named after the star table it fills.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Table">The star table.</param>
/// <param name="Select">The statement, variables filled in.</param>
/// <param name="Query">What it means beside the project's tables.</param>
/// <param name="Reads">Names of the project's tables that the statement mentions, its own table included where it does.</param>
public sealed record Model(string Name, TableName Table, OtherStatement Select, BoundQuery Query, IReadOnlySet<TableName> Reads)
{
    /// <summary>
    /// Of several rows of a key, those of earlier runs among them, the one with the greatest value in this column is kept. Null where a row of the
    /// model replaces the row of its key.
    /// </summary>
    public string? Newest { get; init; }

    /// <summary>Which rows are replaced whole where an object is corrected; null where the table is built anew.</summary>
    public ModelScope? Replaces { get; init; }
}
