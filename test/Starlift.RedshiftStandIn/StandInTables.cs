using System.Text.RegularExpressions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.RedshiftStandIn;

/// <summary>Answers questions for tables and their columns as pg_class and pg_attribute would. Tables have the same number all their life.</summary>
static partial class StandInTables
{
    /// <summary>Rows for a question that begins at pg_namespace: the session's schema, and each column of each table that is asked for.</summary>
    public static async Task<QueryResult> FindAsync(IWarehouse warehouse, string sql, CancellationToken cancellationToken)
    {
        var names = Condition().Matches(sql)
            .SelectMany(match => Name().Matches(match.Groups["tables"].Value).Select(name =>
                new TableName(match.Groups["schema"] is { Success: true } schema ? schema.Value : null, name.Groups[1].Value)))
            .ToList();
        var found = await warehouse.FindTablesAsync(names, cancellationToken);
        var rows = new List<object?[]>();
        foreach (var name in names.Where(name => found.Find(name) is not null))
        {
            var table = found.Find(name)!;
            var columns = table.IsView
                ? [new ColumnDefinition { Name = "column", Type = SqlType.AnyText, Index = 0 }]
                : (await warehouse.DefinitionOfAsync(name, cancellationToken))!.Columns;
            rows.AddRange(columns.Select((column, index) => (object?[])
                ["public", table.Name.Schema, table.Name.Name, table.IsView ? "v" : "r", 1_000L, .. Described(column), (short)(index + 1)]));
        }

        return new QueryResult(
            ["here", "nspname", "relname", "relkind", "id", "attname", "type", "attnotnull", "adsrc", "attnum"],
            rows.Count > 0 ? rows : [["public", null, null, null, null, null, null, null, null, null]]);
    }

    /// <summary>Name, type, whether NOT NULL, default.</summary>
    public static object?[] Described(ColumnDefinition column) =>
    [
        column.Name,
        column.Type.ToString().Replace("varchar", "character varying", StringComparison.Ordinal),
        column.NotNull,
        column.Identity is null ? column.Default : "\"identity\"(1, 0, '1,1'::text)",
    ];

    [GeneratedRegex("c\\.relname in \\((?<tables>[^)]*)\\) and (pg_table_is_visible|n\\.nspname = '(?<schema>[^']*)')")]
    private static partial Regex Condition();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Name();
}
