using Starlift.DuckDb.Native;
using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;
using Column = Starlift.Sql.Meaning.Catalogues.ColumnDefinition;

namespace Starlift.DuckDb;

/// <summary>Finds tables of the database's file by name. DuckDB numbers tables anew each time it opens a file, so they bear no id.</summary>
/// <param name="session">Whose temporary tables are found too.</param>
/// <param name="known">The Redshift definition of a table; null where none is known.</param>
/// <param name="texts">What is known of the texts in temporary tables.</param>
sealed class DuckDbTables(DuckDbSession session, Func<TableName, CreateTable?> known, StagedTexts texts) : ICatalogueSource
{
    const string Public = "public";

    /// <summary>DuckDB's database of temporary tables.</summary>
    public const string Temporary = "temp";

    public async Task<FoundTables> FindAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken)
    {
        var found = await Task.Run(
            () => tables.Distinct()
                .Select(table => (Name: table, Columns: TypesOf(session.Database, table)))
                .Where(table => table.Columns is not null)
                .ToDictionary(table => table.Name, table => Found(table.Name, isView: false, table.Columns!)),
            cancellationToken);
        var missing = tables.Where(table => !found.ContainsKey(table)).ToList();
        foreach (var view in missing.Count == 0 ? [] : await session.UseAsync(null, _ => ViewsOf(missing), cancellationToken))
        {
            found[view] = Found(view, isView: true, []);
        }

        return new FoundTables(Public, found);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<TableName, TableDefinition>> DescribeAsync(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken)
    {
        var described = await session.UseAsync(null, _ => tables.Select(table => (Name: table, Table: Described(table))).ToList(), cancellationToken);
        var found = described.Where(table => table.Table is not null).ToDictionary(table => table.Name, table => table.Table!);
        var missing = tables.Where(table => !found.ContainsKey(table)).ToList();
        if (missing.Count > 0 && await session.UseAsync(null, _ => ViewsOf(missing), cancellationToken) is { Count: > 0 } views)
        {
            await AddViewsAsync(found, views, cancellationToken);
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> SchemasAsync(CancellationToken cancellationToken) =>
    [
        .. (await session.RunAsync(
            "SELECT DISTINCT lower(schema_name) FROM duckdb_schemas() WHERE database_name = current_database()", DuckDbRows.Read, cancellationToken)).Rows.Select(row => (string)row[0]!),
    ];

    /// <summary>Lengths of texts and bytes go, and CHAR is text.</summary>
    public static SqlType StoredAs(SqlType type) =>
        type.IsCharacter ? SqlType.AnyText : type.Kind == SqlTypeKind.Varbyte ? SqlType.AnyVarbyte : type;

    IReadOnlyList<(string Name, SqlType Type)>? TypesOf(string database, TableName table) => TableDescription.TypesOf(
        session.Connection.NativeConnection.DangerousGetHandle(), database, DuckDbName.Schema(table.Schema ?? Public), table.Name);

    TableDefinition? Described(TableName table)
    {
        var isTemporary = table.Schema is null && TypesOf(Temporary, table) is not null;
        return (isTemporary ? TypesOf(Temporary, table) : TypesOf(session.Database, table)) is { } columns
            ? new TableDefinition(isTemporary ? Catalogue.TemporarySchema : table.Schema ?? Public, table.Name, Refined(known(table), columns, isTemporary ? table.Name : null))
            {
                Kind = isTemporary ? TableKind.Temporary : TableKind.Table,
            }
            : null;
    }

    List<Column> Refined(CreateTable? definition, IReadOnlyList<(string Name, SqlType Type)> columns, string? temporary) =>
    [
        .. columns.Select(column =>
        {
            var name = column.Name.ToLowerInvariant();
            var same = definition?.Column(name);
            return new Column(name, (same is not null && DuckDbDefinition.Holds(column.Type, same.Type) ? same.Type : column.Type).ToDataType())
            {
                IsIdentity = same?.Identity is { ByDefault: false },
                IsCaseInsensitive = same?.CaseInsensitive == true,
                IsKey = definition?.IsKey(name) == true,
                IsTrimmed = temporary is not null && same?.Type.Kind == SqlTypeKind.Varchar && texts.IsTrimmed(temporary, name),
            };
        }),
    ];

    // The system table of columns goes through all tables and views, so only those are looked up in it that are no tables.
    async Task AddViewsAsync(Dictionary<TableName, TableDefinition> found, IReadOnlyList<TableName> tables, CancellationToken cancellationToken)
    {
        var rows = (await session.RunAsync(
            $"""
            SELECT lower(schema_name), lower(table_name), lower(column_name), data_type FROM duckdb_columns()
            WHERE database_name = current_database() AND lower(table_name) IN ({Names(tables)}) ORDER BY column_index
            """,
            DuckDbRows.Read,
            cancellationToken)).Rows;
        foreach (var table in tables)
        {
            var columns = rows.Where(row => (string)row[0]! == DuckDbName.Schema(table.Schema ?? Public) && (string)row[1]! == table.Name)
                .Select(row => new Column((string)row[2]!, DuckDbColumns.TypeOf((string)row[3]!)))
                .ToList();
            if (columns.Count > 0)
            {
                found[table] = new TableDefinition(table.Schema ?? Public, table.Name, columns) { Kind = TableKind.View };
            }
        }
    }

    List<TableName> ViewsOf(IReadOnlyList<TableName> tables)
    {
        using var views = CatalogueViews.Of(session.Connection, session.Database);
        return [.. tables.Where(table => views.Has(DuckDbName.Schema(table.Schema ?? Public), table.Name))];
    }

    static string Names(IReadOnlyList<TableName> tables) => string.Join(", ", tables.Select(table => DuckDbName.Literal(table.Name)));

    static FoundTable Found(TableName table, bool isView, IReadOnlyList<(string Name, SqlType Type)> columns) => new()
    {
        Name = table with { Schema = table.Schema is null or "main" ? Public : table.Schema },
        IsView = isView,
        Columns = [.. columns.Select(column => new Sql.ColumnDefinition { Name = column.Name.ToLowerInvariant(), Type = column.Type, Index = 0 })],
        TellsConstraints = false,
    };
}
