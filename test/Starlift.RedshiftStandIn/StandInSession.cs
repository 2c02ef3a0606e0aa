using System.Globalization;
using System.Text.RegularExpressions;
using Starlift.Copying;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.RedshiftStandIn;

/// <summary>What a session of Redshift does with a statement: most of it a DuckDB does, by Starlift's own reading of Redshift's SQL.</summary>
sealed partial class StandInSession(StandIn server, IWarehouse warehouse, int process, string? user) : IAsyncDisposable
{
    static readonly string[] RowWords = ["select", "with", "show", "values"];
    readonly List<SemaphoreSlim> _locks = [];
    TimeSpan _timeout = Timeout.InfiniteTimeSpan;

    /// <summary>Of ReadyForQuery: I outside of a transaction, T within one, E within one that failed.</summary>
    public char Status { get; private set; } = 'I';

    /// <param name="server">Whose tables.</param>
    /// <param name="process">The session's number.</param>
    /// <param name="user">What current_user says; null for what DuckDB says.</param>
    public static async Task<StandInSession> OpenAsync(StandIn server, int process, string? user = null)
    {
        return new StandInSession(server, await OpenAsync(server, server.Options.Path), process, user);
    }

    static async Task<IWarehouse> OpenAsync(StandIn server, string path) =>
        await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = path, Threads = 1 }, _ => null, server.Options.Store, CancellationToken.None);

    /// <exception cref="StandInError">What Redshift would say.</exception>
    public async Task<StandInAnswer> RunAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(SqlScript.Parse("", sql).Single(), sql, cancellationToken);
        }
        catch (StandInError)
        {
            Fail();
            throw;
        }
        catch (StarliftException e)
        {
            Fail();
            throw new StandInError(StateOf(e), e.Problems[0].What, position: e.Problems[0].Place is { } place ? PositionOf(sql, place) : 0);
        }
        catch (OperationCanceledException)
        {
            Fail();
            throw;
        }
    }

    static int PositionOf(string sql, SourcePlace place)
    {
        var line = 0;
        for (var number = 1; number < place.Line; number++)
        {
            line = sql.IndexOf('\n', line) + 1;
        }

        return line + place.Column;
    }

    bool _readsOnly;

    public async ValueTask DisposeAsync()
    {
        await warehouse.DisposeAsync();
        Unlock();
    }

    async Task<StandInAnswer> ExecuteAsync(SqlStatement statement, string sql, CancellationToken cancellationToken)
    {
        var word = statement is OtherStatement ? string.Concat(statement.Source.Sql.TakeWhile(char.IsAsciiLetter)).ToLowerInvariant() : "";
        if (Status == 'E' && word is not ("rollback" or "commit" or "abort" or "end"))
        {
            throw new StandInError("25P02", "current transaction is aborted, commands ignored until end of transaction block");
        }

        switch (word)
        {
            case "begin":
                await warehouse.BeginAsync(cancellationToken);
                Status = 'T';
                _readsOnly = sql.EndsWith("read only", StringComparison.Ordinal);
                return StandInAnswer.Done("BEGIN");
            case "commit" when Status == 'T':
                await warehouse.CommitAsync();
                return End("COMMIT");
            case "commit" or "rollback":
                await warehouse.RollbackAsync();
                return End("ROLLBACK");
            case "set":
                if (SearchPath().Match(sql) is { Success: true } path && path.Groups[1].Value != "public")
                {
                    await EnterAsync(path.Groups[1].Value);
                }

                if (Timeout_().Match(sql) is { Success: true } timeout)
                {
                    var milliseconds = int.Parse(timeout.Groups[1].Value, CultureInfo.InvariantCulture);
                    _timeout = milliseconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);
                }

                return StandInAnswer.Done("SET");
            case "lock":
                _locks.Add(await server.Locks.TakeAsync(sql[(sql.LastIndexOf(' ') + 1)..], _timeout, cancellationToken));
                return StandInAnswer.Done("LOCK TABLE");
            case "reset":
                _timeout = Timeout.InfiniteTimeSpan;
                return StandInAnswer.Done("RESET");
            case "analyze":
                return StandInAnswer.Done("ANALYZE");
        }

        if (_readsOnly && Status == 'T' && statement is not OtherStatement { YieldsRows: true })
        {
            throw new StandInError("25006", "transaction is read-only");
        }

        if (statement is CopyStatement copy)
        {
            return await CopyAsync(copy, sql, cancellationToken);
        }

        if (word == "select" && sql.Contains("from pg_namespace h", StringComparison.Ordinal))
        {
            return Rows(await StandInTables.FindAsync(warehouse, sql, cancellationToken));
        }

        if (word == "select" && sql.Contains("from pg_attribute", StringComparison.Ordinal))
        {
            return Rows(await DescribeAsync(sql, cancellationToken));
        }

        if (user is not null && sql == "select current_user")
        {
            return new StandInAnswer(["current_user"], [[user]], "SELECT 1");
        }

        NoteSchema(sql);
        var known = sql.Replace("pg_backend_pid()", process.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("select version()", "select 'PostgreSQL 8.0.2, a stand-in of Starlift''s tests' as version", StringComparison.Ordinal);
        if (word == "select" && StandInSystem.IsMentioned(known))
        {
            return Rows(await server.System.QueryAsync(known));
        }

        return RowWords.Contains(word) || sql.StartsWith('(')
            ? Rows(await warehouse.QueryAsync(SqlScript.Parse("", known)[0], cancellationToken))
            : StandInAnswer.Done(TagOf(word, await warehouse.ExecuteAsync(SqlScript.Parse("", known)[0], cancellationToken)));
    }

    async Task<StandInAnswer> CopyAsync(CopyStatement copy, string sql, CancellationToken cancellationToken)
    {
        if (copy.Authorization == CopyAuthorization.None)
        {
            throw new StandInError("XX000", "No credentials were given for the COPY");
        }

        if (Role().Match(sql) is { Success: true } role && !server.Options.Roles.Contains(role.Groups[1].Value))
        {
            throw new StandInError("XX000", $"User arn:aws:redshift:us-west-2:123456789012:dbuser:c/ada is not authorized to assume IAM Role {role.Groups[1].Value}");
        }

        if (!copy.Manifest && !server.Options.Prefixes)
        {
            throw new StandInError("XX000", "the stand-in loads by manifests only");
        }

        var table = await warehouse.DefinitionOfAsync(copy.Table, cancellationToken)
            ?? throw new StandInError("42P01", $"Cannot COPY into nonexistent table {copy.Table}");
        using var result = await LoadAsync(copy, table, await ObjectsAsync(copy, cancellationToken), cancellationToken);
        var query = await server.System.WriteAsync(process, result);
        await RememberAsync(query, result);
        var view = server.Options.SysViews ? "sys_load_error_detail" : "stl_load_errors";
        return result.Failed
            ? throw new StandInError("XX000", $"Load into table '{copy.Table.Name}' failed.  Check '{view}' system table for details.")
            : StandInAnswer.Done("COPY") with { Notices = CopyMessages.Of(copy, result) };
    }

    /// <summary>Outside of a block it is a transaction of its own.</summary>
    async Task<CopyResult> LoadAsync(CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        if (Status == 'T')
        {
            return await warehouse.CopyAsync(copy, table, objects, new CopyProgress(), cancellationToken);
        }

        await warehouse.BeginAsync(cancellationToken);
        try
        {
            var result = await warehouse.CopyAsync(copy, table, objects, new CopyProgress(), cancellationToken);
            await (result.Failed ? warehouse.RollbackAsync() : warehouse.CommitAsync());
            return result;
        }
        catch
        {
            await warehouse.RollbackAsync();
            throw;
        }
    }

    /// <summary>Tables without a schema are those of a file of the schema's own: there is no other way for a DuckDB to have them apart.</summary>
    async Task EnterAsync(string schema)
    {
        if (!server.Schemas.TryGetValue(schema, out var ending))
        {
            throw new StandInError("3F000", $"schema \"{schema}\" does not exist");
        }

        await warehouse.DisposeAsync();
        warehouse = await OpenAsync(server, $"{server.Options.Path}.{ending}");
    }

    void NoteSchema(string sql)
    {
        if (SchemaStatement().Match(sql) is { Success: true } found)
        {
            _ = found.Groups["word"].Value == "create"
                ? server.Schemas.TryAdd(found.Groups["name"].Value, $"{Guid.NewGuid():N}")
                : server.Schemas.TryRemove(found.Groups["name"].Value, out _);
        }
    }

    async Task<IReadOnlyList<ObjectVersion>> ObjectsAsync(CopyStatement copy, CancellationToken cancellationToken)
    {
        try
        {
            var objects = await ObjectListing.ListAsync(server.Options.Store, copy, _ => { }, cancellationToken);
            return objects.Count > 0 ? objects : throw ObjectListing.NothingFound(copy);
        }
        catch (StarliftException e)
        {
            throw new StandInError("XX000", e.Problems[0].What);
        }
    }

    Task RememberAsync(long query, CopyResult result) =>
        result.Failed ? Task.CompletedTask : warehouse.RememberCopyAsync(query, result.RowsLoaded, CancellationToken.None);

    async Task<QueryResult> DescribeAsync(string sql, CancellationToken cancellationToken)
    {
        var schema = SchemaName().Match(sql) is { Success: true } named ? named.Groups[1].Value : null;
        var table = await warehouse.DefinitionOfAsync(new TableName(schema, TableName_().Match(sql).Groups[1].Value), cancellationToken);
        return new QueryResult(
            ["attname", "type", "attnotnull", "adsrc"],
            [.. table?.Columns.Select(StandInTables.Described) ?? []]);
    }

    StandInAnswer End(string tag)
    {
        Status = 'I';
        Unlock();
        return StandInAnswer.Done(tag);
    }

    void Unlock()
    {
        _locks.ForEach(gate => gate.Release());
        _locks.Clear();
    }

    void Fail() => Status = Status == 'I' ? 'I' : 'E';

    static StandInAnswer Rows(QueryResult result) => new(result.Columns, result.Rows, $"SELECT {result.Rows.Count}");

    static string TagOf(string word, long count) => word switch
    {
        "insert" => $"INSERT 0 {count}",
        "delete" or "update" or "merge" => $"{word.ToUpperInvariant()} {count}",
        _ => "OK",
    };

    static string StateOf(StarliftException exception) =>
        exception is ConfigurationException ? "42601"
        : exception.Message.Contains("does not exist", StringComparison.Ordinal) && (exception.Message.Contains("Table", StringComparison.Ordinal) || exception.Message.Contains("relation", StringComparison.Ordinal)) ? "42P01"
        : exception.Message.Contains("file_etag", StringComparison.Ordinal) ? "42703"
        : "XX000";

    [GeneratedRegex(@"set statement_timeout to (\d+)")]
    private static partial Regex Timeout_();

    [GeneratedRegex(@"set search_path to (\w+)")]
    private static partial Regex SearchPath();

    [GeneratedRegex(@"^(?<word>create|drop) schema (if (not )?exists )?(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SchemaStatement();

    [GeneratedRegex("iam_role '([^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex("relname = '([^']*)'")]
    private static partial Regex TableName_();

    [GeneratedRegex("nspname = '([^']*)'")]
    private static partial Regex SchemaName();
}
