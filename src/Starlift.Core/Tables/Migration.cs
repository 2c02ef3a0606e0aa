using Starlift.Errors;
using Starlift.History;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Tables;

/// <summary>
/// Alters star tables on a target to what their files declare: adds columns and lets VARCHARs be longer, which loses nothing. One transaction,
/// but where the warehouse alters no type in one (Amazon Redshift: "ALTER TABLE"): there each of these is a transaction of its own, after
/// the others, and can be repeated.
/// </summary>
/// <param name="project">Whose tables.</param>
/// <param name="warehouse">Where; in no transaction.</param>
/// <param name="time">Tells the time.</param>
public sealed class Migration(Project project, IWarehouse warehouse, TimeProvider time)
{
    /// <summary>The statements, in Redshift's dialect; none where all is as declared. Writes nothing.</summary>
    /// <exception cref="ConfigurationException">A table is not the project's own, or differs in what can't be altered.</exception>
    public async Task<IReadOnlyList<string>> StatementsAsync(CancellationToken cancellationToken) =>
        [.. Ordered(await LookAsync(cancellationToken)).Select(mismatch => mismatch.Alteration!)];

    /// <summary>Looks again, and alters what is not as declared.</summary>
    /// <returns>The statements.</returns>
    /// <exception cref="ConfigurationException">As above; nothing was altered.</exception>
    /// <exception cref="StarliftException">The target refused; what its transaction altered is as it was.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await HistoryMending.MendAsync(warehouse, null, cancellationToken);
        var target = await LookAsync(cancellationToken);
        var mismatches = Ordered(target);
        var alone = mismatches.Where(mismatch => mismatch.AltersType && warehouse.Capabilities.AltersTypesAlone).ToList();
        await warehouse.BeginAsync(cancellationToken);
        try
        {
            foreach (var mismatch in mismatches.Except(alone))
            {
                await warehouse.ExecuteAsync(mismatch.Alteration!, cancellationToken);
            }

            var altered = mismatches.Select(mismatch => mismatch.Table).ToHashSet();
            var told = target.Stars.Where(table => altered.Contains(table.Name)).Select(table => target.Remembered(
                table,
                target.Find(table.Name),
                target.LoadsOf(table).ToDictionary(load => load.Name, load => target.SinceOf(table, load)),
                target.BuiltFromOf(table)));
            await OwnTables.RememberAsync(warehouse, [.. told], target.Known, time.GetUtcNow().UtcDateTime, cancellationToken);
            await warehouse.CommitAsync();
        }
        catch
        {
            await warehouse.RollbackAsync();
            throw;
        }

        foreach (var mismatch in alone)
        {
            await warehouse.ExecuteAsync(mismatch.Alteration!, cancellationToken);
        }

        await warehouse.FlushAsync();
        return [.. mismatches.Select(mismatch => mismatch.Alteration!)];
    }

    static IReadOnlyList<TableMismatch> Ordered(TargetTables target) => [.. target.Mismatches.OrderBy(mismatch => mismatch.AltersType)];

    async Task<TargetTables> LookAsync(CancellationToken cancellationToken)
    {
        var target = await TargetTables.ReadAsync(project, warehouse, [], null, cancellationToken);
        target.ThrowIfForeign();
        var beyond = target.Mismatches.Where(mismatch => mismatch.Alteration is null).Select(mismatch => mismatch.Problem).ToList();
        return beyond.Count == 0 ? target : throw new ConfigurationException(beyond);
    }
}
