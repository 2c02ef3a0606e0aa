using Starlift.Cases;
using Starlift.Errors;
using Starlift.Redshift;

namespace Starlift.Cli.Probing;

/// <summary>Executes cases and checks in schemas of the probe's own, and removes what they made. Not thread-safe.</summary>
/// <param name="open">Logs in.</param>
/// <param name="place">Of the schemas.</param>
/// <param name="statements">Of the cases.</param>
/// <param name="redaction">Of what is told.</param>
sealed class ProbeSession(
    Func<CancellationToken, Task<RedshiftExchange>> open, ProbePlace place, CaseStatements statements, ProbeRedaction redaction) : IAsyncDisposable
{
    /// <summary>No case takes as long; one that hangs must not cost an hour.</summary>
    const int StatementMilliseconds = 120_000;

    readonly List<string> _schemas = [];
    RedshiftExchange? _exchange;
    bool _isMade;

    /// <summary>Schemas that may be there.</summary>
    public IReadOnlyList<string> Schemas => _schemas;

    /// <summary>There is no session.</summary>
    public bool IsLost => _exchange is null || _exchange.IsLost;

    /// <summary>Makes the schema; one that is there already is made anew.</summary>
    /// <exception cref="StarliftException">The warehouse can't be reached, or its user may not make a schema.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await DropAsync(cancel);
        // Before it is made: what was interrupted may be there all the same.
        _schemas.Add(place.Schema);
        await RequireAsync($"create schema {place.Schema}", cancel);
        _isMade = true;
        await EnterAsync(_exchange!, cancel);
    }

    /// <summary>In a new session where the last statement has ended the one before.</summary>
    /// <exception cref="StarliftException">The connection is lost. What Redshift refuses is an answer.</exception>
    public async Task<RedshiftReply> SendAsync(string sql, CancellationToken cancel) => await (await ReadyAsync(cancel)).SendAsync(sql, cancel);

    /// <inheritdoc cref="SendAsync"/>
    /// <exception cref="StarliftException">The connection is lost, or Redshift refuses.</exception>
    public async Task<RedshiftReply> RequireAsync(string sql, CancellationToken cancel) => await (await ReadyAsync(cancel)).RequireAsync(sql, cancel);

    /// <summary>Drops every schema that may be there.</summary>
    /// <exception cref="StarliftException">The warehouse can't be reached, or refuses.</exception>
    public async Task DropAsync(CancellationToken cancel)
    {
        if (_schemas.Count > 0)
        {
            await SendAsync("rollback", cancel);
            _isMade = false;
        }

        foreach (var schema in _schemas.ToList())
        {
            await RequireAsync($"drop schema if exists {schema} cascade", cancel);
            _schemas.Remove(schema);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_exchange is { } exchange)
        {
            _exchange = null;
            await exchange.DisposeAsync();
        }
    }

    /// <summary>What the views on errors tell is left out: they tell it later.</summary>
    /// <exception cref="StarliftException">The connection is lost, or the case can't be prepared.</exception>
    public async Task<CaseFact> RunAsync(ConformanceCase testCase, CancellationToken cancel)
    {
        foreach (var schema in CaseStatements.SchemasOf(testCase))
        {
            _schemas.Add(place.SchemaFor(schema));
        }

        var fact = new CaseFact { Name = testCase.Name, Digest = testCase.Digest };
        foreach (var sql in statements.Of(testCase, testCase.Ddl))
        {
            if ((await SendAsync(sql, cancel)).Refusal is { } refusal)
            {
                return fact with { Skipped = $"its tables can't be made: {redaction.Of(testCase.Name, refusal.Message)}" };
            }
        }

        fact = await ExecuteAsync(testCase, fact, cancel);
        return await WithRowsAsync(testCase, fact, cancel);
    }

    /// <exception cref="StarliftException">The connection is lost.</exception>
    public async Task<SqlFact> RunAsync(SqlCheck check, CancellationToken cancel)
    {
        var reply = await SendAsync(check.Sql, cancel);
        return new SqlFact
        {
            Name = check.Name,
            Sql = check.Sql,
            Error = ErrorOf(check.Name, reply.Refusal),
            Columns = reply.Columns,
            Types = reply.Types,
            Rows = Cells(reply),
        };
    }

    /// <summary>Drops what the case made, so that the next one may make the same.</summary>
    public Task ClearAsync(ConformanceCase testCase, CancellationToken cancel) => ClearAsync(
        [.. statements.Of(testCase, testCase.Ddl), .. statements.Of(testCase, testCase.Script)], CaseStatements.SchemasOf(testCase), cancel);

    /// <summary>Drops what the checks made.</summary>
    public Task ClearAsync(IEnumerable<SqlCheck> checks, CancellationToken cancel) => ClearAsync([.. checks.Select(check => check.Sql)], [], cancel);

    async Task<RedshiftExchange> ReadyAsync(CancellationToken cancel)
    {
        if (_exchange is { IsLost: false } ready)
        {
            return ready;
        }

        await DisposeAsync();
        var exchange = await open(cancel);
        _exchange = exchange;
        await exchange.RequireAsync("set query_group to 'starlift-probe'", cancel);
        await exchange.RequireAsync($"set statement_timeout to {StatementMilliseconds}", cancel);
        if (_isMade)
        {
            await EnterAsync(exchange, cancel);
        }

        return exchange;
    }

    Task<RedshiftReply> EnterAsync(RedshiftExchange exchange, CancellationToken cancel) => exchange.RequireAsync($"set search_path to {place.Schema}", cancel);

    async Task ClearAsync(IReadOnlyList<string> executed, IReadOnlyList<string> schemas, CancellationToken cancel)
    {
        if (executed.Any(sql => sql.StartsWith("begin", StringComparison.OrdinalIgnoreCase)))
        {
            await SendAsync("rollback", cancel);
        }

        foreach (var table in CaseTable.MadeBy(executed.Select(sql => new SqlSource("", sql))))
        {
            await RequireAsync($"drop table if exists {table.Quoted}", cancel);
        }

        foreach (var schema in schemas.Select(place.SchemaFor))
        {
            await RequireAsync($"drop schema if exists {schema} cascade", cancel);
            _schemas.Remove(schema);
        }
    }

    async Task<CaseFact> ExecuteAsync(ConformanceCase testCase, CaseFact fact, CancellationToken cancel)
    {
        var messages = new List<string>();
        long? loaded = 0;
        var inBlock = false;
        foreach (var sql in statements.Of(testCase, testCase.Script))
        {
            var word = SqlLexer.Read(new SqlSource("", sql))[0];
            var reply = await SendAsync(sql, cancel);
            messages.AddRange(reply.Notices.Select(notice => redaction.Of(testCase.Name, notice)));
            if (reply.Refusal is { } refusal)
            {
                if (inBlock)
                {
                    await SendAsync("rollback", cancel);
                }

                return fact with
                {
                    Outcome = refusal.MeansBadData ? CaseFact.LoadError : CaseFact.StatementError,
                    Error = ErrorOf(testCase.Name, refusal),
                    Messages = messages,
                };
            }

            inBlock = word.Is("begin") || (inBlock && !word.Is("commit") && !word.Is("rollback"));
            loaded = word.Is("copy") ? loaded + await LastCountAsync(cancel) : word.Is("rollback") ? 0 : loaded;
        }

        return fact with { RowsLoaded = loaded, Messages = messages };
    }

    async Task<long?> LastCountAsync(CancellationToken cancel) =>
        (await SendAsync("select pg_last_copy_count()", cancel)).Rows is [[{ } count]] ? long.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : null;

    async Task<CaseFact> WithRowsAsync(ConformanceCase testCase, CaseFact fact, CancellationToken cancel)
    {
        var columns = CaseTable.ColumnsOf(testCase);
        var table = TableOf(testCase);
        if (columns.Count == 0 || await SendAsync($"select {string.Join(", ", columns.Select(Quoting.Name))} from {table}", cancel) is not { Refusal: null } rows)
        {
            return fact;
        }

        fact = fact with { Columns = columns, Rows = Cells(rows) };
        if (CaseTable.IdentityOf(testCase) is not { } identity)
        {
            return fact;
        }

        var counts = (await RequireAsync($"select count({Quoting.Name(identity)}), count(distinct {Quoting.Name(identity)}) from {table}", cancel)).Rows[0];
        return fact with { Identity = (Number(counts[0]), Number(counts[1])) };
    }

    string TableOf(ConformanceCase testCase) => CaseTable.FilledBy(testCase) is { Schema: { } schema } table
        ? (table with { Schema = place.SchemaFor(schema) }).Quoted
        : CaseTable.FilledBy(testCase).Quoted;

    FactError? ErrorOf(string name, RedshiftRefusal? refusal) => refusal is null ? null : new FactError(
        refusal.SqlState, redaction.Of(name, refusal.Message), refusal.Detail is { } detail ? redaction.Of(name, detail) : null);

    static IReadOnlyList<IReadOnlyList<string?>> Cells(RedshiftReply reply) =>
        [.. reply.Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(CellText.Of)])];

    static long Number(string? text) => long.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}
