using Starlift.Sql;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>Keeps what is remembered of tables in step with a script that drops or alters them.</summary>
static class ScriptedTables
{
    /// <summary>To be called before a statement is executed.</summary>
    /// <returns>To be called with the current time, UTC, when it has been; null where it concerns no table that is remembered.</returns>
    public static async Task<Func<DateTime, Task>?> BeforeAsync(IWarehouse warehouse, SqlStatement statement, CancellationToken cancellationToken)
    {
        var alter = AlteredTable.In(statement);
        IReadOnlyList<TableName> names = statement switch
        {
            DropTable drop => drop.Tables,
            _ when alter is not null => [TableName.Of(alter.Table)],
            _ => [],
        };
        if (names.Count == 0)
        {
            return null;
        }

        var found = await warehouse.FindTablesAsync([.. names, StarliftTables.Tables, StarliftTables.Fills], cancellationToken);
        if (found.Find(StarliftTables.Tables) is null)
        {
            return null;
        }

        var hasFills = found.Find(StarliftTables.Fills) is not null;

        var touched = names.Select(found.Find).OfType<FoundTable>().Select(table => table.Name).ToHashSet();
        var known = touched.Count == 0 ? [] : (await OwnTables.ReadAsync(warehouse, found.Find(StarliftTables.Tables), hasFills, cancellationToken)).Where(table => touched.Contains(table.Name)).ToList();
        return known.Count == 0 ? null
            : alter is not null ? now => AlterAsync(warehouse, alter, statement.Source, known[0], hasFills, now, cancellationToken)
            : _ => OwnTables.ForgetAsync(warehouse, [.. known.Select(table => table.Name)], cancellationToken, hasFills);
    }

    static async Task AlterAsync(IWarehouse warehouse, AlterTableStatement alter, SqlSource source, OwnTable known, bool hasFills, DateTime now, CancellationToken cancellationToken)
    {
        if (known.Read() is { } definition)
        {
            var after = AlteredTable.After(alter, source, definition);
            await OwnTables.ForgetAsync(warehouse, [known.Name], cancellationToken, hasFills);
            await OwnTables.RememberAsync(warehouse, [known with { Name = after.Name, Definition = DefinitionText.Of(after) }], [], now, cancellationToken);
        }
    }
}
