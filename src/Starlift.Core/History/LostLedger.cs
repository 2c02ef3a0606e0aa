using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// A ledger that somebody has dropped: nobody knows what the star tables hold that it spoke of, so loading all of it again must be wanted.
/// A project whose star it is is refused until that is reset. Others go on: the table that is made for them has none of the old entries, and
/// so the star tables of that time bear a mark in starlift.tables.
/// </summary>
static class LostLedger
{
    /// <summary>In starlift.tables, of a star table whose entries in the ledger are lost.</summary>
    public const string Mark = "star, no ledger";

    /// <summary>A statement that marks all star tables; to be executed before the ledger is made again.</summary>
    public static string Remember { get; } = $"update {StarliftTables.Tables} set kind = '{Mark}' where kind = '{OwnTables.Star}'";

    /// <param name="isThere">The target has a ledger.</param>
    /// <param name="stars">The project's own star tables that are there.</param>
    /// <exception cref="ConfigurationException">It does not tell what they hold.</exception>
    public static void ThrowIfOf(bool isThere, IEnumerable<OwnTable> stars)
    {
        var lost = stars.Where(star => !isThere || star.LacksLedger).ToList();
        if (lost.Count > 0)
        {
            throw new ConfigurationException(
                $"{StarliftTables.Ledger} was dropped from the target, so nothing says which objects its star tables hold: {string.Join(", ", lost.Select(star => star.Name))}",
                hint: isThere
                    ? $"begin anew with starlift reset; whoever has brought its rows back from a backup sets their kind in {StarliftTables.Tables} to '{OwnTables.Star}'"
                    : "bring the table back from a backup, or begin anew with starlift reset");
        }
    }

    /// <summary>As <see cref="ThrowIfOf"/>, for whoever has not looked at the project's tables.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="found">What it has of <see cref="StarliftTables.Ledger"/> and <see cref="StarliftTables.Tables"/>.</param>
    /// <param name="project">Whose star tables.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task ThrowIfOfAsync(IWarehouse warehouse, FoundTables found, string project, CancellationToken cancellationToken)
    {
        if (found.Find(StarliftTables.Tables) is null)
        {
            return;
        }

        var isThere = found.Find(StarliftTables.Ledger) is not null;
        var stars = (await OwnTables.ReadAsync(warehouse, found.Find(StarliftTables.Tables), hasFills: false, cancellationToken))
            .Where(table => !table.IsStaging && table.Project == project && (!isThere || table.LacksLedger)).ToList();
        if (stars.Count > 0)
        {
            var those = await warehouse.FindTablesAsync([.. stars.Select(star => star.Name)], cancellationToken);
            ThrowIfOf(isThere, stars.Where(star => those.Find(star.Name) is not null));
        }
    }
}
