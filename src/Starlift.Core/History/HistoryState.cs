using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>Whether what a target remembers of its runs is whole, for whoever asks before a run does.</summary>
public static class HistoryState
{
    /// <summary>Reads only.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="project">Whose star tables the ledger is to know.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One sentence.</returns>
    /// <exception cref="ConfigurationException">Somebody has dropped the ledger, and it does not tell what the project's star tables hold.</exception>
    public static async Task<string> TellAsync(IWarehouse warehouse, Project project, CancellationToken cancellationToken)
    {
        var found = await FoundHistory.ReadAsync(warehouse, cancellationToken);
        if (!StarliftTables.All.Any(found.Has))
        {
            return "nothing was run on this target yet";
        }

        await LostLedger.ThrowIfOfAsync(warehouse, found.Tables, project.Name, cancellationToken);
        IReadOnlyList<TableName> missing = [.. StarliftTables.All.Where(table => !found.Has(table))];
        return missing.Count > 0 ? $"the next run makes {string.Join(", ", missing)}, which somebody has dropped or an earlier version did not have"
            : found.IsWhole ? "Starlift's own tables are there"
            : "Starlift's own tables are of an earlier version; the next run adds what they lack";
    }
}
