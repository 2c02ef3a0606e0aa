using Starlift.DuckDb.Native;
using Starlift.Errors;
using Starlift.Sql.Tree;

namespace Starlift.DuckDb;

/// <summary>
/// Views that an ALTER TABLE takes something from. DuckDB keeps a view as a text, which fails when it is read next; Redshift keeps what the view reads (Amazon
/// Redshift: "ALTER TABLE", DROP COLUMN). Not thread-safe.
/// </summary>
sealed class DuckDbDependents(DuckDbSession session)
{
    /// <summary>The views that can be read now; none where the statement takes nothing from any.</summary>
    public async Task<IReadOnlyList<(string Schema, string Name)>> ReadableAsync(AlterTableStatement alter, CancellationToken cancellationToken)
    {
        if (!alter.Actions.Any(action => action is DropColumn or RenameColumn or RenameTable or ChangeColumnType) || await IsTemporaryAsync(alter.Table, cancellationToken))
        {
            return [];
        }

        var rows = (await session.RunAsync(
            "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = current_database() AND NOT internal AND NOT temporary", DuckDbRows.Read, cancellationToken)).Rows;
        var readable = new List<(string Schema, string Name)>();
        foreach (var view in rows.Select(row => ((string)row[0]!, (string)row[1]!)))
        {
            // what is renamed may be a view itself
            if (view.Item2 != alter.Table.Parts[^1].Name && await IsReadableAsync(view, cancellationToken))
            {
                readable.Add(view);
            }
        }

        return readable;
    }

    /// <summary>Drops the views that can't be read any more where the statement says CASCADE, and else refuses it. To be called when it has been executed.</summary>
    /// <param name="alter">The statement.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="before">What <see cref="ReadableAsync"/> gave before it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StarliftException">A view depends on what the statement takes away: the transaction is to be rolled back.</exception>
    public async Task SettleAsync(AlterTableStatement alter, SourcePlace place, IReadOnlyList<(string Schema, string Name)> before, CancellationToken cancellationToken)
    {
        foreach (var view in before)
        {
            if (await IsReadableAsync(view, cancellationToken))
            {
                continue;
            }

            if (!alter.Actions.Any(action => action is DropColumn { Behavior: DropBehavior.Cascade }))
            {
                throw new StarliftException(ExitCode.RunFailed, Refused(alter, place, view.Name));
            }

            await session.ExecuteAsync($"DROP VIEW IF EXISTS {NameOf(view)}", cancellationToken);
        }
    }

    // No view that outlives the session reads a temporary table.
    Task<bool> IsTemporaryAsync(QualifiedName table, CancellationToken cancellationToken) => session.UseAsync(
        null,
        connection => table.Parts.Count == 1
            && TableDescription.TypesOf(connection.NativeConnection.DangerousGetHandle(), DuckDbTables.Temporary, DuckDbName.Schema("public"), table.Parts[0].Name) is not null,
        cancellationToken);

    static Problem Refused(AlterTableStatement alter, SourcePlace place, string view) =>
        alter.Actions.OfType<DropColumn>().FirstOrDefault() is { } drop
            ? new($"cannot drop table {alter.Table.Parts[^1].Name} column {drop.Column.Name} because other objects depend on it", place, $"view {view} reads it: drop the view first, or add CASCADE")
            : new($"table {alter.Table.Parts[^1].Name} can't be changed so: DuckDB keeps views as texts, and view {view} could not be read any more", place, "drop the view first, and make it again behind the statement");

    async Task<bool> IsReadableAsync((string Schema, string Name) view, CancellationToken cancellationToken)
    {
        try
        {
            await session.RunAsync($"SELECT * FROM {NameOf(view)} LIMIT 0", DuckDbRows.Read, cancellationToken);
            return true;
        }
        catch (StarliftException)
        {
            return false;
        }
    }

    static string NameOf((string Schema, string Name) view) => $"{DuckDbName.Quote(view.Schema)}.{DuckDbName.Quote(view.Name)}";
}
