using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>
/// Amazon Redshift where its port is closed: statements go over the Data API. It can be asked, and changed statement by statement. No transaction
/// is begun over several calls: AWS does not document whether one outlives its call, and no cluster has been asked.
/// </summary>
public sealed class RedshiftDataApiWarehouse : IWarehouse
{
    /// <summary>
    /// Of the 100 KB that a statement may have (Amazon Redshift: "Considerations when calling the Amazon Redshift Data API"); any of them may take three bytes.
    /// </summary>
    const int MostCharactersOfInsert = 30_000;

    readonly IRedshiftDataApi _api;
    readonly string _queryGroup;
    readonly Func<TableName, CreateTable?> _tables;
    string? _prepared;

    /// <summary>Sends nothing: the first statement does, and wakes a warehouse that sleeps.</summary>
    /// <param name="api">Is disposed of with this.</param>
    /// <param name="access">A warehouse that is opened for reading sends only what reads by its words.</param>
    /// <param name="queryGroup">What every statement is tagged with.</param>
    /// <param name="tables">What is known of a table from its DDL; null for one that is not known.</param>
    public RedshiftDataApiWarehouse(IRedshiftDataApi api, WarehouseAccess access, string queryGroup, Func<TableName, CreateTable?> tables)
    {
        (_api, _queryGroup, _tables) = (api, queryGroup, tables);
        Capabilities = new Capabilities { TemporaryStaging = true, SystemViews = true, UserFunctions = true, AltersTypesAlone = true, OnlyReads = access == WarehouseAccess.Read };
    }

    public Capabilities Capabilities { get; }

    /// <summary>What is told where a transaction is needed.</summary>
    /// <param name="what">Needs it: a command, a statement.</param>
    /// <param name="place">Where that stands; null where nothing says it.</param>
    public static ConfigurationException Refusal(string what, SourcePlace? place = null) => new(
        $"{what} needs one transaction over several statements, and with via: data-api each is sent by itself: no cluster has been seen to keep a transaction between calls of the Data API",
        place,
        "remove via: data-api where the warehouse's port can be reached; query, sql and doctor work with it");

    /// <summary>Refuses a script that holds what needs a transaction, before anything of it is executed.</summary>
    /// <exception cref="ConfigurationException">It begins a transaction, or loads, which is one with what is remembered of it.</exception>
    public static void Check(IReadOnlyList<SqlStatement> script)
    {
        foreach (var statement in script)
        {
            var what = statement is CopyStatement ? "COPY"
                : statement is OtherStatement { Tree: TransactionStatement { Kind: TransactionKind.Begin } } ? "BEGIN"
                : null;
            if (what is not null)
            {
                throw Refusal(what, statement.Source.PlaceOf(statement.Source.Start));
            }
        }
    }

    /// <inheritdoc/>
    public Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken) => throw Refusal("the lock of a run");

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken cancellationToken) => throw Refusal("this command");

    /// <inheritdoc/>
    public Task BeginReadingAsync(CancellationToken cancellationToken) => throw Refusal("this command");

    /// <inheritdoc/>
    public Task FlushAsync(bool compacts = true) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CommitAsync() => throw Refusal("COMMIT");

    /// <inheritdoc/>
    public Task RollbackAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(statement, cancellationToken);
        return statement is OtherStatement { Tree: InsertStatement or UpdateStatement or DeleteStatement or MergeStatement } ? answer.Count : -1;
    }

    /// <inheritdoc/>
    public async Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        RedshiftRows.Of(await SendAsync(statement, cancellationToken));

    /// <summary>The rows have all come before the first is given: the Data API keeps a result of 500 MB at most ("Using the Amazon Redshift Data API").</summary>
    /// <inheritdoc/>
    public async Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(statement, cancellationToken);
        return new RowStream(RedshiftRows.ColumnsOf(answer), RedshiftRows.Of(answer).Rows.ToAsyncEnumerable(), () => ValueTask.CompletedTask);
    }

    /// <inheritdoc/>
    public Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken) =>
        throw Refusal("COPY", copy.Source.PlaceOf(copy.Source.Start));

    /// <inheritdoc/>
    public async Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var insert in RedshiftInsert.Of(table, rows, MostCharactersOfInsert))
        {
            await this.ExecuteAsync(insert, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken)
    {
        var columns = await this.QueryAsync(RedshiftCatalogue.Describe(table), cancellationToken);
        return columns.Rows.Count == 0 ? null : _tables(table) ?? RedshiftCatalogue.DefinitionOf(table, columns);
    }

    /// <inheritdoc/>
    public async Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken) =>
        RedshiftTables.Of(tables, await this.QueryAsync(RedshiftTables.Find(tables), cancellationToken));

    /// <inheritdoc/>
    public SqlType StoredAs(SqlType type) => type;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken)
    {
        var columns = await this.QueryAsync(RedshiftCatalogue.Describe(table), cancellationToken);
        return columns.Rows.Count == 0 ? null : [.. columns.Rows.Select(row => (string)row[0]!)];
    }

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<RedshiftAnswer> SendAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var place = statement.Source.PlaceOf(statement.Source.Start);
        if (Capabilities.OnlyReads && RedshiftReads.WriterIn(statement) is { } writer)
        {
            throw ReadOnlySession.Refuses(writer, place, null);
        }

        if (_prepared is null || _prepared != _api.Session)
        {
            await PrepareAsync(cancellationToken);
        }

        try
        {
            return await ExecuteAsync(RedshiftDialect.Render(statement), statement, cancellationToken);
        }
        catch (StarliftException e) when (e.Problems is [{ Place: null } problem])
        {
            throw new StarliftException(e.ExitCode, problem with { Place = place }, e);
        }
    }

    /// <summary>Opens a session and sets what a connection to the port sets.</summary>
    async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync($"set query_group to {RedshiftLiteral.Of(_queryGroup)}", cancellationToken);
        if (await ExecuteAsync("select current_user", cancellationToken) is { Rows: [["starlift"]] })
        {
            // "$user" would put the project's tables into the schema of Starlift's own.
            await ExecuteAsync("set search_path to public", cancellationToken);
        }

        _prepared = _api.Session;
    }

    Task<RedshiftAnswer> ExecuteAsync(string sql, CancellationToken cancellationToken) => ExecuteAsync(sql, SqlScript.Parse("starlift", sql)[0], cancellationToken);

    async Task<RedshiftAnswer> ExecuteAsync(string sql, SqlStatement statement, CancellationToken cancellationToken)
    {
        try
        {
            return await _api.ExecuteAsync(sql, cancellationToken);
        }
        catch (RedshiftRefusedException e)
        {
            throw RedshiftErrors.Translate(e, statement);
        }
    }
}
