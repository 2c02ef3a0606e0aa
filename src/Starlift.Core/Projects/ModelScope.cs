using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>
/// Columns of a star table whose rows are replaced whole where an object is corrected: "-- replaces: order_id". The model's rows of a key come from staged
/// records of that key alone, so that they can be made anew from the objects that hold it.
/// </summary>
/// <param name="Columns">Of the star table; among those of its key.</param>
/// <param name="Load">The name of the load that stages the records.</param>
/// <param name="Staging">The table that it fills.</param>
/// <param name="Sources">For each of <paramref name="Columns"/> the staging table's column that it is.</param>
public sealed record ModelScope(IReadOnlyList<string> Columns, string Load, TableName Staging, IReadOnlyList<ColumnDefinition> Sources)
{
    /// <summary>What tells apart the keys of different scopes, however often the project's files change: names and types.</summary>
    /// <param name="project">The project's name.</param>
    internal string NameIn(string project) => $"{project}.{Load}: {string.Join(", ", Sources.Select(source => $"{source.Name} {source.Type}"))}";

    /// <summary>The same key of the same records.</summary>
    internal bool IsSame(ModelScope other) => Load == other.Load && Sources.Select(source => source.Name).SequenceEqual(other.Sources.Select(source => source.Name));
}
