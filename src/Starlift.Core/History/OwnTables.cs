using System.Globalization;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>Which tables of a target are Starlift's: written in the transaction that makes or drops them.</summary>
static class OwnTables
{
    /// <summary>The kind of a star table.</summary>
    public const string Star = "star";

    const string Staging = "staging";

    /// <summary>All of the target, of every project; <see cref="OwnTable.IsStray"/> too.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="tables">Its table of tables; null where it has none.</param>
    /// <param name="hasFills">It has what they were filled with; without that, they lack everything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<OwnTable>> ReadAsync(IWarehouse warehouse, FoundTable? tables, bool hasFills, CancellationToken cancellationToken)
    {
        // Somebody may have dropped one of the two.
        List<string> selects = [];
        if (tables is not null)
        {
            // An earlier version did not know where rows come from.
            var builtFrom = tables.Column("built_from") is null ? "cast(null as varchar(256)) as built_from" : "built_from";
            selects.Add($"""
                select schema_name, table_name, project, kind, definition, table_id, {builtFrom}, cast(null as varchar(256)) as load_name, cast(null as bigint) as since
                from {StarliftTables.Tables}
                """);
        }

        if (hasFills)
        {
            selects.Add($"select schema_name, table_name, null, null, null, null, null, load_name, since from {StarliftTables.Fills}");
        }

        var rows = selects.Count == 0 ? [] : (await warehouse.QueryAsync(string.Join("\nunion all\n", selects), cancellationToken)).Rows;
        return
        [
            .. rows.GroupBy(row => new TableName((string)row[0]!, (string)row[1]!)).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).Select(group =>
            {
                var row = group.FirstOrDefault(table => table[7] is null) ?? group.First();
                return new OwnTable(
                    group.Key,
                    (string?)row[2] ?? "",
                    row[3] is Staging,
                    (string?)row[4] ?? "",
                    (string?)row[5] ?? "",
                    group.Where(fill => fill[7] is not null).ToDictionary(fill => (string)fill[7]!, fill => Convert.ToInt64(fill[8], CultureInfo.InvariantCulture)))
                {
                    BuiltFrom = (string?)row[6] ?? "",
                    LacksLedger = row[3] is LostLedger.Mark,
                };
            }),
        ];
    }

    /// <summary>Remembers these tables in the place of what was remembered of their names.</summary>
    /// <param name="warehouse">In the transaction that has made them.</param>
    /// <param name="tables">With what has been loaded into each.</param>
    /// <param name="known">What is remembered so far.</param>
    /// <param name="time">When: UTC.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task RememberAsync(
        IWarehouse warehouse, IReadOnlyList<OwnTable> tables, IEnumerable<OwnTable> known, DateTime time, CancellationToken cancellationToken)
    {
        if (tables.Count == 0)
        {
            return;
        }

        var names = tables.Select(table => table.Name).ToHashSet();
        await ForgetAsync(warehouse, [.. known.Select(table => table.Name).Where(names.Contains)], cancellationToken);
        await warehouse.AppendAsync(
            StarliftTables.Tables,
            tables.Select(table => new object?[]
            {
                table.Name.Schema, table.Name.Name, table.Project, KindOf(table), table.Definition, table.Id, time, table.BuiltFrom.Length == 0 ? null : HistoryText.Of(table.BuiltFrom),
            }),
            cancellationToken);
        var fills = tables.SelectMany(table => table.Since.Select(fill => new object?[] { table.Name.Schema, table.Name.Name, fill.Key, fill.Value })).ToList();
        if (fills.Count > 0)
        {
            await warehouse.AppendAsync(StarliftTables.Fills, fills, cancellationToken);
        }
    }

    /// <param name="warehouse">In the transaction that has dropped them.</param>
    /// <param name="tables">With their schemas; none is nothing to do.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <param name="hasFills">As for <see cref="ReadAsync"/>.</param>
    public static async Task ForgetAsync(
        IWarehouse warehouse, IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken, bool hasFills = true)
    {
        if (tables.Count > 0)
        {
            var which = string.Join(" or ", tables.Select(table => $"(schema_name = {Quoting.Literal(table.Schema!)} and table_name = {Quoting.Literal(table.Name)})"));
            await warehouse.ExecuteAsync($"delete from starlift.tables where {which}{(hasFills ? $"; delete from starlift.fills where {which}" : "")}", cancellationToken);
        }
    }

    /// <summary>Gives all that a project has on a target to another one: its tables, its ledger, its runs and its loads.</summary>
    public static async Task RenameProjectAsync(IWarehouse warehouse, string from, string to, CancellationToken cancellationToken)
    {
        foreach (var table in (TableName[])[StarliftTables.Tables, StarliftTables.Ledger, StarliftTables.Runs, StarliftTables.Loads])
        {
            await warehouse.ExecuteAsync($"update {table} set project = {Quoting.Literal(to)} where project = {Quoting.Literal(from)}", cancellationToken);
        }
    }

    static string KindOf(OwnTable table) => table.IsStaging ? Staging : table.LacksLedger ? LostLedger.Mark : Star;
}
