using System.Collections.Immutable;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Warehouses;

/// <summary>
/// The tables and settings that the statements of one session are read with. The engine is asked for a table once in a transaction, which
/// keeps others from changing it; outside of one, each statement is a transaction of its own. Not thread-safe.
/// </summary>
/// <param name="source">The engine's own catalogue.</param>
public sealed class SessionCatalogue(ICatalogueSource source) : ICatalogue
{
    readonly Dictionary<TableName, TableDefinition> _tables = [];
    readonly HashSet<string> _schemas = ["public", "pg_catalog", "information_schema", Catalogue.TemporarySchema];
    Catalogue _session = Catalogue.Empty;
    readonly HashSet<string> _local = [];
    Catalogue? _before;

    public string DefaultSchema => _session.DefaultSchema;

    public SessionSettings Settings => _session.Settings;

    /// <summary>The schemas in which names without one are looked up.</summary>
    public IReadOnlyList<string> SearchPath
    {
        get => _session.SearchPath;
        set => _session = _session.WithSearchPath([.. value]);
    }

    public TableDefinition? Find(string? schema, string name) =>
        _tables.GetValueOrDefault(new TableName(schema, name)) ?? SystemTables.Find(schema ?? "pg_catalog", name);

    public FunctionRow? FindFunction(string? schema, string name) => _session.FindFunction(schema, name);

    public bool HasSchema(string name) => _schemas.Contains(name);

    /// <summary>To be called when a transaction has begun.</summary>
    public void Begin()
    {
        Forget();
        _before = _session;
    }

    /// <summary>To be called when the transaction has been committed.</summary>
    public void Commit()
    {
        Forget();
        foreach (var name in _local)
        {
            _session = _session.WithSettings(_session.Settings.With(name, _before?.Settings[name]));
        }

        _local.Clear();
        _before = null;
    }

    /// <summary>To be called when the transaction has been rolled back: its settings are undone too.</summary>
    public void Rollback()
    {
        Forget();
        _session = _before ?? _session;
        _local.Clear();
        _before = null;
    }

    /// <summary>The statement with the schemas that its names leave to the search path; the statement itself where they are public's or temporary.</summary>
    /// <exception cref="Errors.StarliftException">The path names no schema that there is.</exception>
    public async Task<SqlStatement> ResolveAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (IsDefaultPath || statement is OtherStatement { Tree: SetStatement or ResetStatement or TransactionStatement or ShowStatement })
        {
            return statement;
        }

        var tree = StatementMeaning.TreeOf(statement);
        var names = SearchedNames.Of(tree);
        return names.IsEmpty ? statement : await names.CompleteAsync(statement, Settings.SearchPath, source, cancellationToken);
    }

    // a user's own schema is first where there is one
    bool IsDefaultPath => Settings.SearchPath is ["public"];

    /// <summary>The statement's meaning; null where nobody needs it. Asks the engine for the tables that it names, where they aren't known.</summary>
    /// <exception cref="Errors.StarliftException">Redshift would refuse it.</exception>
    public async Task<BoundStatement?> BindAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (!StatementMeaning.IsNeeded(statement))
        {
            return null;
        }

        var tree = StatementMeaning.TreeOf(statement);
        await LoadAsync(tree, cancellationToken);
        return StatementMeaning.Bind(statement, tree, this);
    }

    /// <summary>The types that the places of the statement's parameters want, by their numbers.</summary>
    /// <exception cref="Errors.StarliftException">Redshift would refuse it.</exception>
    public async Task<IReadOnlyDictionary<int, DataType>> ParametersAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (!StatementMeaning.IsNeeded(statement))
        {
            return ImmutableDictionary<int, DataType>.Empty;
        }

        var tree = StatementMeaning.TreeOf(statement);
        await LoadAsync(tree, cancellationToken);
        return StatementMeaning.BindOpen(statement, tree, this).Parameters;
    }

    /// <summary>To be called when the statement has been executed.</summary>
    /// <param name="statement">As it is written.</param>
    /// <param name="bound">Its meaning; null where it has none.</param>
    public void Follow(SqlStatement statement, BoundStatement? bound)
    {
        switch (statement, bound)
        {
            case (CreateTable { Name.Name: var name }, _):
                Forget(name);
                break;
            case (DropTable { Cascade: false } drop, _):
                drop.Tables.ToList().ForEach(table => Forget(table.Name));
                break;
            case (DropTable, _):
                Forget();
                break;
            case (_, not null):
                _local.UnionWith(bound.Changes.Where(change => change.IsLocal).Select(change => change.Name));
                Follow(bound);
                break;
        }
    }

    void Follow(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundCreateFromQuery { Table: var made }:
                Follow(made);
                break;
            case BoundOther { Statement: SetStatement { Local: true } set }:
                Forget();
                _local.Add(set.Name.Parts[^1].Name);
                _session = CatalogueChanges.After(_session, statement);
                break;
            case BoundOther { Statement: var other } when !KeepsTables(other):
                Forget();
                _session = CatalogueChanges.After(_session, statement);
                break;
            case { Changes.Count: > 0 }:
                _session = CatalogueChanges.After(_session, statement);
                break;
        }
    }

    static bool KeepsTables(Statement statement) => statement is TruncateStatement or CopyTableStatement or UnloadStatement or AnalyzeStatement or VacuumStatement
        or CommentStatement or GrantStatement or LockStatement or ShowStatement or ShowObjectsStatement or FetchStatement or CloseStatement;

    void Follow(TableDefinition made)
    {
        Forget(made.Name);
        if (made.IsOpen)
        {
            return;
        }

        _tables[new TableName(made.Schema, made.Name)] = made;
        if (made.Kind == TableKind.Temporary || SearchPath is [var first, ..] && made.Schema == first)
        {
            _tables[new TableName(null, made.Name)] = made;
        }
    }

    async Task LoadAsync(Statement statement, CancellationToken cancellationToken)
    {
        if (_before is null)
        {
            Forget();
        }

        var missing = TableMentions.Of(statement).Select(TableName.Of).Where(name => !IsOfSystem(name) && !_tables.ContainsKey(name)).ToHashSet();
        if (missing.Count > 0)
        {
            foreach (var (name, table) in await source.DescribeAsync(missing, cancellationToken))
            {
                _tables[name] = table;
                _schemas.Add(table.Schema);
            }
        }

        if (SchemasOf(statement).Concat(missing.Select(name => name.Schema)).Any(schema => schema is not null && !_schemas.Contains(schema)))
        {
            _schemas.UnionWith(await source.SchemasAsync(cancellationToken));
        }
    }

    static bool IsOfSystem(TableName name) =>
        name.Schema is "pg_catalog" or "information_schema" || name.Schema is null && name.Name.StartsWith("pg_", StringComparison.Ordinal);

    // of what the statement makes
    static IEnumerable<string?> SchemasOf(Statement statement) => statement switch
    {
        CreateTableStatement create => [TableName.Of(create.Name).Schema],
        CreateTableAsStatement create => [TableName.Of(create.Name).Schema],
        CreateViewStatement create => [TableName.Of(create.Name).Schema],
        CreateMaterializedViewStatement create => [TableName.Of(create.Name).Schema],
        QueryStatement { Query.Body: Select { Into: { } into } } => [TableName.Of(into.Name).Schema],
        ExplainStatement explain => SchemasOf(explain.Statement),
        _ => [],
    };

    void Forget(string name)
    {
        foreach (var known in _tables.Keys.Where(known => known.Name == name).ToList())
        {
            _tables.Remove(known);
        }
    }

    /// <summary>Asks the engine anew for all tables. To be called when a table has become another by other means than a statement.</summary>
    public void Forget() => _tables.Clear();
}
