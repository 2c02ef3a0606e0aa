using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Rewriting;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Which tables of a target are Starlift's: written in the transaction that makes or drops them.</summary>
static class OwnTables
{
    const string NoFills = "(select cast(null as varchar(256)) as schema_name, cast(null as varchar(256)) as table_name, cast(null as varchar(256)) as load_name, cast(null as bigint) as since)";

    /// <summary>All of the target, of every project. Its table of tables is there.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="hasFills">What they were filled with is there too; where somebody has dropped that, they lack everything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<OwnTable>> ReadAsync(IWarehouse warehouse, bool hasFills, CancellationToken cancellationToken)
    {
        var result = await warehouse.QueryAsync(
            $"""
            select t.schema_name, t.table_name, t.project, t.kind, t.definition, t.table_id, f.load_name, f.since
            from starlift.tables as t
            left join {(hasFills ? "starlift.fills" : NoFills)} as f on f.schema_name = t.schema_name and f.table_name = t.table_name
            order by t.schema_name, t.table_name
            """,
            cancellationToken);
        return
        [
            .. result.Rows.GroupBy(row => new TableName((string)row[0]!, (string)row[1]!)).Select(group =>
            {
                var row = group.First();
                return new OwnTable(
                    group.Key,
                    (string)row[2]!,
                    (string)row[3]! == Staging,
                    (string)row[4]!,
                    (string)row[5]!,
                    group.Where(fill => fill[6] is not null).ToDictionary(fill => (string)fill[6]!, fill => Convert.ToInt64(fill[7], CultureInfo.InvariantCulture)));
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
                table.Name.Schema, table.Name.Name, table.Project, table.IsStaging ? Staging : Star, table.Definition, table.Id, time,
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
    public static async Task ForgetAsync(IWarehouse warehouse, IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken)
    {
        if (tables.Count > 0)
        {
            var which = string.Join(" or ", tables.Select(table => $"(schema_name = {SqlNames.Literal(table.Schema!)} and table_name = {SqlNames.Literal(table.Name)})"));
            await warehouse.ExecuteAsync($"delete from starlift.tables where {which}; delete from starlift.fills where {which}", cancellationToken);
        }
    }

    /// <summary>Gives all that a project has on a target to another one: its tables, its ledger and its runs.</summary>
    public static async Task RenameProjectAsync(IWarehouse warehouse, string from, string to, CancellationToken cancellationToken)
    {
        foreach (var table in (TableName[])[StarliftTables.Tables, StarliftTables.Ledger, StarliftTables.Runs])
        {
            await warehouse.ExecuteAsync($"update {table} set project = {SqlNames.Literal(to)} where project = {SqlNames.Literal(from)}", cancellationToken);
        }
    }

    const string Staging = "staging";
    const string Star = "star";
}
