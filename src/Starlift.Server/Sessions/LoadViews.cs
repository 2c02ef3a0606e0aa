using System.Globalization;
using Starlift.Copying;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>
/// What the system views tell sessions of Starlift's own of their loads: tables of a session beside theirs, because they keep what a rollback takes back, and are asked anew by who has lost its
/// connection. The last loads are kept. Thread-safe.
/// </summary>
/// <param name="open">Opens a session of the warehouse.</param>
sealed class LoadViews(Func<CancellationToken, Task<IWarehouse>> open) : IAsyncDisposable
{
    const int MostLoads = 1_000;

    static readonly IReadOnlyList<SqlStatement> Tables = SqlScript.Parse("", """
        create temporary table sys_load_history (session_id bigint, query_id bigint, status varchar(16), start_time timestamp, loaded_rows bigint, error_count bigint);
        create temporary table sys_load_detail (query_id bigint, file_name varchar(256), lines_scanned bigint, file_etag varchar(256));
        create temporary table sys_load_error_detail (session_id bigint, query_id bigint, start_time timestamp, file_name varchar(256), line_number bigint,
            column_name varchar(127), column_type varchar(10), column_length varchar(10), position integer, error_code integer, error_message varchar(512));
        create temporary table stl_load_commits (query bigint, filename varchar(256), lines_scanned bigint);
        create temporary table stl_load_errors (session bigint, query bigint, starttime timestamp, filename varchar(256), line_number bigint, colname varchar(127),
            type varchar(10), col_length varchar(10), position integer, err_code integer, err_reason varchar(100), raw_line varchar(1024), raw_field_value varchar(1024));
        """);

    static readonly HashSet<string> Names = new(["sys_load_history", "sys_load_detail", "sys_load_error_detail", "stl_load_commits", "stl_load_errors"], StringComparer.Ordinal);

    readonly SemaphoreSlim _gate = new(1, 1);
    IWarehouse? _views;
    long _lastQuery;

    /// <summary>The statement asks the views and nothing else.</summary>
    public static bool Answer(SqlStatement statement) =>
        statement is OtherStatement { YieldsRows: true } other && TableReads.Of(other.Tree) is { Count: > 0 } tables && tables.All(table => Names.Contains(table.Parts[^1].Name));

    /// <summary>The rows of a statement that asks the views.</summary>
    public Task<RowStream> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) => InTurnAsync(
        async views =>
        {
            await using var stream = await views.StreamAsync(statement, cancellationToken);
            var rows = new List<object?[]>();
            await foreach (var row in stream.Rows.WithCancellation(cancellationToken))
            {
                rows.Add([.. row]);
            }

            return new RowStream(stream.Columns, rows.ToAsyncEnumerable(), () => ValueTask.CompletedTask);
        },
        cancellationToken);

    /// <summary>The columns of a statement that asks the views.</summary>
    public Task<IReadOnlyList<ResultColumn>> DescribeAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        InTurnAsync(views => views.DescribeAsync(statement, cancellationToken), cancellationToken);

    /// <summary>A load has ended.</summary>
    /// <param name="process">Whose.</param>
    /// <param name="result">How.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Its number as a query.</returns>
    public Task<long> NoteAsync(int process, CopyResult result, DateTime startedAt, CancellationToken cancellationToken) => InTurnAsync(
        async views =>
        {
            var query = ++_lastQuery;
            var rejects = result.Rejects.ToList();
            await AppendAsync("sys_load_history", [[(long)process, query, result.Failed ? "aborted" : "completed", startedAt, result.RowsLoaded, result.RejectCount]]);
            await AppendAsync("sys_load_detail", result.Objects.Select(counts => new object?[] { query, Cut(counts.Object.Uri, 256), counts.Records, Cut(counts.Object.Version, 256) }));
            await AppendAsync("stl_load_commits", result.Failed ? [] : result.Objects.Select(counts => new object?[] { query, Cut(counts.Object.Uri, 256), counts.Records }));
            await AppendAsync("sys_load_error_detail", rejects.Select(reject => new object?[]
            {
                (long)process, query, startedAt, Cut(reject.Object, 256), reject.LastLine, Cut(reject.Column, 127), Cut(reject.Type, 10), Cut(reject.Length, 10), reject.Position, (int)reject.Code,
                Cut(reject.Reason, 512),
            }));
            await AppendAsync("stl_load_errors", rejects.Select(reject => new object?[]
            {
                (long)process, query, startedAt, Cut(reject.Object, 256), reject.LastLine, Cut(reject.Column, 127), Cut(reject.Type, 10), Cut(reject.Length, 10), reject.Position, (int)reject.Code,
                Cut(reject.Reason, 100), Cut(reject.RawRecord, 1024), Cut(reject.RawValue, 1024),
            }));
            if (query % MostLoads == 0)
            {
                await ForgetAsync(views, query - MostLoads, cancellationToken);
            }

            return query;

            Task AppendAsync(string table, IEnumerable<object?[]> rows) => views.AppendAsync(new TableName(null, table), rows, cancellationToken);
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await (_views?.DisposeAsync() ?? ValueTask.CompletedTask);
        _gate.Dispose();
    }

    static async Task ForgetAsync(IWarehouse views, long upTo, CancellationToken cancellationToken)
    {
        foreach (var table in Names)
        {
            var query = table.StartsWith("sys", StringComparison.Ordinal) ? "query_id" : "query";
            await views.ExecuteAsync(SqlScript.Parse("", string.Create(CultureInfo.InvariantCulture, $"delete from {table} where {query} <= {upTo}"))[0], cancellationToken);
        }
    }

    async Task<T> InTurnAsync<T>(Func<IWarehouse, Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_views is null)
            {
                var views = await open(cancellationToken);
                foreach (var table in Tables)
                {
                    await views.ExecuteAsync(table, cancellationToken);
                }

                _views = views;
            }

            return await work(_views);
        }
        finally
        {
            _gate.Release();
        }
    }

    // No engine's text holds NUL.
    static string Cut(string text, int length) => (text.Length > length ? text[..length] : text).Replace('\0', '\uFFFD');
}
