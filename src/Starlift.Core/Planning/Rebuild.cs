using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Planning;

/// <summary>The part of the star that a run empties and builds anew, from all objects of all loads that feed it.</summary>
/// <param name="Tables">These star tables, in the project's order. None where all objects are loaded again for a table that keeps its rows.</param>
/// <param name="Loads">The names of the loads whose objects are all loaded again.</param>
/// <param name="Resting">
/// Models that read the staging tables of these loads and have nothing new to read there: they are not built, so that nothing is merged twice.
/// </param>
public sealed record Rebuild(IReadOnlyList<TableName> Tables, IReadOnlyList<string> Loads, IReadOnlyList<Model> Resting)
{
    /// <summary>Nothing is built anew.</summary>
    public static Rebuild None { get; } = new([], [], []);

    public bool IsNone => Tables.Count + Loads.Count == 0;
}
