using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.DuckDb;

/// <summary>
/// What tables are by their Redshift definitions, which DuckDB can't hold: the length of a VARCHAR in bytes, for one. A project's tables
/// are known from its files; those made by other scripts are remembered in the database, in starlift.definitions. Not thread-safe.
/// </summary>
sealed class DuckDbCatalogue(DuckDbSession session, Func<TableName, CreateTable?> declared)
{
    const string Table = "starlift.definitions";
    readonly Dictionary<TableName, CreateTable> _permanent = [];
    Dictionary<TableName, CreateTable> _temporary = [];
    Dictionary<TableName, CreateTable> _temporaryBefore = [];

    /// <summary>The Redshift definition, of a temporary table where it hides another; null where none is known.</summary>
    public CreateTable? Find(TableName table) =>
        _temporary.GetValueOrDefault(KeyOf(table)) ?? declared(table) ?? _permanent.GetValueOrDefault(KeyOf(table));

    /// <summary>The definitions that scripts made, apart from a project's own.</summary>
    public IEnumerable<CreateTable> All => _permanent.Values.Concat(_temporary.Values);

    /// <summary>Reads what is remembered of permanent tables.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _permanent.Clear();
        if (await session.ColumnsOfAsync(new TableName("starlift", "definitions"), cancellationToken) is null)
        {
            return;
        }

        var rows = (await session.RunAsync($"SELECT definition FROM {Table}", DuckDbRows.Read, cancellationToken)).Rows;
        foreach (var table in rows.Select(row => Parsed(row[0] as string ?? "")).OfType<CreateTable>())
        {
            _permanent[KeyOf(table.Name)] = table;
        }
    }

    // Another version may have written what this one refuses; then the table is what the engine says.
    static SqlStatement? Parsed(string definition)
    {
        try
        {
            return SqlScript.Parse(Table, definition) is [var statement, ..] ? statement : null;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    /// <summary>To be called when a transaction has begun.</summary>
    public void Begin() => _temporaryBefore = new(_temporary);

    /// <summary>To be called when the transaction has been rolled back.</summary>
    public Task RollbackAsync()
    {
        _temporary = new(_temporaryBefore);
        return LoadAsync(CancellationToken.None);
    }

    /// <summary>To be called when the table has just been made.</summary>
    public Task RememberAsync(CreateTable table, CancellationToken cancellationToken) =>
        DuckDbDefinition.Of(table, table.Like is { } like ? Find(like.Table) : null) is { } definition
            ? KeepAsync(definition, cancellationToken)
            : ForgetAsync(table.Name, cancellationToken);

    /// <summary>To be called when an ALTER TABLE has been executed.</summary>
    public async Task AlterAsync(AlterTableStatement alter, SqlSource source, CancellationToken cancellationToken)
    {
        var name = TableName.Of(alter.Table);
        // What a project declares is as its file says, before and after.
        var isDeclared = !_temporary.ContainsKey(KeyOf(name)) && declared(name) is not null;
        if (!isDeclared && Find(name) is { } table && AlteredTable.After(alter, source, table) is var altered && altered != table)
        {
            await ForgetAsync(name, cancellationToken);
            await KeepAsync(DuckDbDefinition.Keyed(altered, table), cancellationToken);
        }
    }

    /// <summary>To be called when the table has just been dropped.</summary>
    public async Task ForgetAsync(TableName table, CancellationToken cancellationToken)
    {
        if (!_temporary.Remove(KeyOf(table)) && _permanent.Remove(KeyOf(table)) && table.Schema != "starlift")
        {
            await session.ExecuteAsync(Delete(table), cancellationToken);
        }
    }

    /// <summary>The definition, or what DuckDB says of the table; null where there is no such table.</summary>
    public async Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken)
    {
        if (await session.ColumnsOfAsync(table, cancellationToken) is null)
        {
            return null;
        }

        var rows = (await session.RunAsync(DuckDbColumns.Describe(table), DuckDbRows.Read, cancellationToken)).Rows;
        var found = DuckDbColumns.DefinitionOf(table, rows);
        return Find(table) is { } known ? DuckDbDefinition.Reconcile(known, found) : found;
    }

    async Task KeepAsync(CreateTable definition, CancellationToken cancellationToken)
    {
        if (definition.Temporary)
        {
            _temporary[KeyOf(definition.Name)] = definition;
        }
        else if (declared(definition.Name) is null)
        {
            _permanent[KeyOf(definition.Name)] = definition;
            if (definition.Name.Schema != "starlift")
            {
                await session.ExecuteAsync(
                    "CREATE SCHEMA IF NOT EXISTS starlift; "
                        + $"CREATE TABLE IF NOT EXISTS {Table} (name VARCHAR, definition VARCHAR); {Delete(definition.Name)}; "
                        + $"INSERT INTO {Table} VALUES ({Literal(definition.Name)}, {DuckDbName.Literal(definition.Source.Sql)})",
                    cancellationToken);
            }
        }
    }

    // the schema public goes without saying
    static TableName KeyOf(TableName table) => table.Schema == "public" ? table with { Schema = null } : table;

    static string Delete(TableName table) => $"DELETE FROM {Table} WHERE name = {Literal(table)}";

    static string Literal(TableName table) => DuckDbName.Literal(KeyOf(table).ToString());
}
