using Starlift.DuckDb.Writing;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
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
    readonly Dictionary<TableName, WrittenView> _views = [];
    int _version = session.Engine.DefinitionsVersion;
    bool _isChanged;
    Dictionary<TableName, CreateTable> _temporary = [];
    Dictionary<TableName, CreateTable> _temporaryBefore = [];

    /// <summary>The Redshift definition, of a temporary table where it hides another; null where none is known.</summary>
    public CreateTable? Find(TableName table) =>
        _temporary.GetValueOrDefault(KeyOf(table)) ?? declared(table) ?? _permanent.GetValueOrDefault(KeyOf(table));

    /// <summary>The definitions that scripts made, apart from a project's own.</summary>
    public IEnumerable<CreateTable> All => _permanent.Values.Concat(_temporary.Values);

    /// <summary>Views, as they were written.</summary>
    public IReadOnlyDictionary<TableName, WrittenView> Views => _views;

    /// <summary>Reads again what is remembered, where another session has changed it since. To be called before a statement, or when a transaction has begun.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => _version == session.Engine.DefinitionsVersion ? Task.CompletedTask : LoadAsync(cancellationToken);

    /// <summary>Reads what is remembered of permanent tables and views.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _version = session.Engine.DefinitionsVersion;
        _isChanged = false;
        _permanent.Clear();
        _views.Clear();
        if (await session.ColumnsOfAsync(new TableName("starlift", "definitions"), cancellationToken) is null)
        {
            return;
        }

        var rows = (await session.RunAsync($"SELECT definition FROM {Table}", DuckDbRows.Read, cancellationToken)).Rows;
        foreach (var statement in rows.Select(row => Parsed(row[0] as string ?? "")))
        {
            if (statement is CreateTable table)
            {
                _permanent[KeyOf(table.Name)] = table;
            }
            else if (statement is OtherStatement { Tree: CreateViewStatement view })
            {
                _views[KeyOf(TableName.Of(view.Name))] = WrittenView.Of(view, statement.Source);
            }
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

    /// <summary>To be called when the transaction has been committed.</summary>
    public void Commit()
    {
        // what another session has changed meanwhile is still to be read
        if (_isChanged && session.Engine.NoteDefinitions() is var version && version == _version + 1)
        {
            _version = version;
        }

        _isChanged = false;
    }

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

    /// <summary>To be called when the table has just been made of a query's rows.</summary>
    public Task RememberAsync(CreateTableAsStatement create, TableDefinition made, CancellationToken cancellationToken) =>
        DuckDbDefinition.Of(create, made) is { } definition ? KeepAsync(definition, cancellationToken) : ForgetAsync(TableName.Of(create.Name), cancellationToken);

    /// <summary>To be called when the view has just been made; those over the system's own tables are not kept.</summary>
    public async Task RememberAsync(CreateViewStatement view, SqlSource source, CancellationToken cancellationToken)
    {
        var name = TableName.Of(view.Name);
        if (name.Schema is null or "public" && SystemTables.Find("pg_catalog", name.Name) is not null)
        {
            return;
        }

        _views[KeyOf(name)] = WrittenView.Of(view, source);
        await WriteAsync(name, source.Sql, cancellationToken);
    }

    /// <summary>To be called when an ALTER TABLE has been executed.</summary>
    public async Task AlterAsync(AlterTableStatement alter, SqlSource source, CancellationToken cancellationToken)
    {
        var name = TableName.Of(alter.Table);
        // What a project declares is as its file says, before and after.
        var isDeclared = !_temporary.ContainsKey(KeyOf(name)) && declared(name) is not null;
        if (!isDeclared && Find(name) is { } table && AlteredTable.After(alter, source, table) is var altered && AlteredTable.Keyed(alter, table) is var keyed && (altered != table || keyed != table))
        {
            await ForgetAsync(name, cancellationToken);
            await KeepAsync(AlteredTable.Keyed(altered == table ? AlteredTable.With(table, table.Columns) : altered, keyed), cancellationToken);
        }
    }

    /// <summary>To be called when the table has just been dropped.</summary>
    public async Task ForgetAsync(TableName table, CancellationToken cancellationToken)
    {
        if (!_temporary.Remove(KeyOf(table)) && (_permanent.Remove(KeyOf(table)) | _views.Remove(KeyOf(table))) && table.Schema != "starlift")
        {
            _isChanged = true;
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
                await WriteAsync(definition.Name, definition.Source.Sql, cancellationToken);
            }
        }
    }

    Task<int> WriteAsync(TableName name, string definition, CancellationToken cancellationToken)
    {
        _isChanged = true;
        return session.ExecuteAsync(
            "CREATE SCHEMA IF NOT EXISTS starlift; "
                + $"CREATE TABLE IF NOT EXISTS {Table} (name VARCHAR, definition VARCHAR); {Delete(name)}; "
                + $"INSERT INTO {Table} VALUES ({Literal(name)}, {DuckDbName.Literal(definition)})",
            cancellationToken);
    }

    // the schema public goes without saying
    static TableName KeyOf(TableName table) => table.Schema == "public" ? table with { Schema = null } : table;

    static string Delete(TableName table) => $"DELETE FROM {Table} WHERE name = {Literal(table)}";

    static string Literal(TableName table) => DuckDbName.Literal(KeyOf(table).ToString());
}
