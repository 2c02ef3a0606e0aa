using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;
using Column = Starlift.Sql.Meaning.Catalogues.ColumnDefinition;

namespace Starlift.Postgres;

/// <summary>Finds tables by name, as the session's search_path leads to them. A table's id is its number in pg_class.</summary>
/// <param name="session">Whose temporary tables are found too.</param>
/// <param name="known">The definition of a table; null where none is known.</param>
sealed class PostgresTables(PostgresSession session, Func<TableName, CreateTable?> known) : ICatalogueSource
{
    public async Task<FoundTables> FindAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", tables.Select(table => Quoting.Literal(table.Quoted)));
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

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<TableName, TableDefinition>> DescribeAsync(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken)
    {
        var asked = tables.ToList();
        var names = string.Join(", ", asked.Select(table => Quoting.Literal(table.Quoted)));
        var rows = (await session.QueryAsync(
            [
                $"""
                SELECT w.i, n.nspname, c.relname, c.relkind::text, c.relpersistence::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attidentity::text
                FROM unnest(ARRAY[{names}]::text[]) WITH ORDINALITY AS w(name, i)
                JOIN pg_class AS c ON c.oid = to_regclass(w.name) JOIN pg_namespace AS n ON n.oid = c.relnamespace
                LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY w.i, a.attnum
                """,
            ],
            null,
            cancellationToken)).Rows;
        return rows.GroupBy(row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture) - 1).ToDictionary(group => asked[group.Key], group => Described([.. group]));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> SchemasAsync(CancellationToken cancellationToken) =>
        [.. (await session.QueryAsync(["SELECT nspname FROM pg_namespace"], null, cancellationToken)).Rows.Select(row => (string)row[0]!)];

    /// <summary>The schemas in which names without one are looked up.</summary>
    public async Task<IReadOnlyList<string>> SearchPathAsync(CancellationToken cancellationToken) =>
        [.. (await session.QueryAsync(["SELECT unnest(current_schemas(false))"], null, cancellationToken)).Rows.Select(row => (string)row[0]!)];

    TableDefinition Described(IReadOnlyList<object?[]> rows)
    {
        var (schema, name) = ((string)rows[0][1]!, (string)rows[0][2]!);
        var definition = known(new TableName(schema, name));
        var columns = rows.Where(row => row[5] is not null).Select(row => Described((string)row[5]!, (string)row[6]!, row[7] is "a", definition));
        return rows[0][4] is "t"
            ? new TableDefinition(Catalogue.TemporarySchema, name, [.. columns]) { Kind = TableKind.Temporary }
            : new TableDefinition(schema, name, [.. columns]) { Kind = rows[0][3] is "v" or "m" ? TableKind.View : TableKind.Table };
    }

    // A type that the server could not hold is the definition's.
    static Column Described(string name, string formatted, bool isIdentity, CreateTable? definition)
    {
        var type = definition?.Column(name)?.Type is { } known && PostgresType.Of(known) == PostgresType.Of(PostgresType.Redshift(formatted))
            ? known.ToDataType()
            : PostgresType.Value(formatted);
        return new Column(name, type) { IsIdentity = isIdentity, IsKey = definition?.IsKey(name) == true };
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
