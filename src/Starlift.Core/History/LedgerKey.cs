using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>Whose entries in the ledger: a load of another project, or one that fills a table of another schema, has its own.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Load">The load's name.</param>
/// <param name="Schema">Of the table that the load fills, or would without its being temporary.</param>
sealed record LedgerKey(string Project, string Load, string Schema)
{
    /// <summary>One a load of the project.</summary>
    /// <param name="project">Whose loads.</param>
    /// <param name="found">Tells where a table is made whose name has no schema.</param>
    public static IReadOnlyList<LedgerKey> Of(Project project, FoundTables found) =>
        [.. project.Loads.Select(load => new LedgerKey(project.Name, load.Name, load.Copy.Table.Schema ?? found.Schema))];

    /// <summary>
    /// A condition on starlift.ledger that holds for the entries of each key. What an earlier version wrote without project and schema is
    /// whose load's name it bears.
    /// </summary>
    /// <param name="keys">At least one.</param>
    /// <param name="isOfEarlierVersion">The ledger has neither projects nor schemas yet.</param>
    public static string ConditionOf(IEnumerable<LedgerKey> keys, bool isOfEarlierVersion) => string.Join(
        " or ",
        keys.GroupBy(key => (key.Project, key.Schema)).Select(group =>
        {
            var names = $"load_name in ({string.Join(", ", group.Select(key => Quoting.Literal(key.Load)))})";
            var (project, schema) = group.Key;
            return isOfEarlierVersion
                ? $"({names})"
                : $"({names} and (project is null or (project = {Quoting.Literal(project)} and schema_name = {Quoting.Literal(schema)})))";
        }));

    /// <inheritdoc cref="ConditionOf(IEnumerable{LedgerKey}, bool)"/>
    /// <param name="keys">At least one.</param>
    /// <param name="ledger">As the target has it.</param>
    public static string ConditionOf(IEnumerable<LedgerKey> keys, FoundTable ledger) => ConditionOf(keys, ledger.Column("schema_name") is null);
}
