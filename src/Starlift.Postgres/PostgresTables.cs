using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Rewriting;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>Finds tables by name, as the session's search_path leads to them. A table's id is its number in pg_class.</summary>
static class PostgresTables
{
    public static async Task<FoundTables> FindAsync(PostgresSession session, IReadOnlyList<TableName> tables, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", tables.Select(table => SqlNames.Literal(SqlNames.Of(table))));
        var rows = (await session.QueryAsync(
            [
                $"""
                SELECT current_schema()::text, w.i, n.nspname, c.relname, c.relkind::text, c.oid::bigint, {PostgresCatalogue.Columns}
                FROM unnest(ARRAY[{names}]::text[]) WITH ORDINALITY AS w(name, i)
                LEFT JOIN pg_class AS c ON c.oid = to_regclass(w.name) AND c.relpersistence <> 't'
                LEFT JOIN pg_namespace AS n ON n.oid = c.relnamespace
                LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY w.i, a.attnum
                """,
            ],
            null,
            cancellationToken)).Rows;
        var found = rows.Where(row => row[2] is not null)
            .GroupBy(row => Convert.ToInt32(row[1], CultureInfo.InvariantCulture) - 1)
            .ToDictionary(group => tables[group.Key], group => Found([.. group]));
        return new FoundTables((rows.Count > 0 ? (string?)rows[0][0] : null) ?? "public", found);
    }

    static FoundTable Found(IReadOnlyList<object?[]> rows)
    {
        var first = rows[0];
        var name = new TableName((string)first[2]!, (string)first[3]!);
        var columns = rows.Where(row => row[6] is not null).Select(row => row[6..]).ToList();
        return new FoundTable
        {
            Name = name,
            IsView = first[4] is not ("r" or "p"),
            Id = Convert.ToString(first[5], CultureInfo.InvariantCulture),
            Columns = columns.Count == 0 ? [] : PostgresCatalogue.DefinitionFrom(name, columns).Columns,
            TellsConstraints = true,
        };
    }
}
