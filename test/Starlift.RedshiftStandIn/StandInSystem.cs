using Starlift.Copying;
using Starlift.DuckDb;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.RedshiftStandIn;

/// <summary>The system views, in a database of their own: they keep what a rollback takes back. Thread-safe.</summary>
sealed class StandInSystem : IAsyncDisposable
{
    const string Sys = """
        create table sys_load_history (session_id bigint, query_id bigint, status varchar(16), start_time timestamp, loaded_rows bigint, error_count bigint);
        create table sys_load_detail (query_id bigint, file_name char(256), lines_scanned bigint ETAG);
        create table sys_load_error_detail (session_id bigint, query_id bigint, start_time timestamp, file_name char(256), line_number bigint,
            column_name char(127), column_type char(10), column_length char(10), position integer, error_code integer, error_message char(512));
        """;

    const string Stl = """
        create table stl_load_commits (query bigint, filename char(256), lines_scanned bigint);
        create table stl_load_errors (session bigint, query bigint, starttime timestamp, filename char(256), line_number bigint, colname char(127),
            type char(10), col_length char(10), position integer, err_code integer, err_reason char(100), raw_line char(1024), raw_field_value char(1024));
        """;

    readonly SemaphoreSlim _gate = new(1, 1);
    readonly IWarehouse _tables;
    readonly bool _sysViews;
    readonly bool _etags;
    long _lastQuery = 40;

    StandInSystem(IWarehouse tables, bool sysViews, bool etags)
    {
        _etags = etags;
        _tables = tables;
        _sysViews = sysViews;
    }

    public static async Task<StandInSystem> OpenAsync(StandInOptions options)
    {
        var tables = await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = ":memory:", Threads = 1 }, _ => null, options.Store, CancellationToken.None);
        var sys = Sys.Replace(" ETAG", options.Etags ? ", file_etag char(256)" : "", StringComparison.Ordinal);
        await tables.ExecuteAsync(options.SysViews ? sys : Stl, CancellationToken.None);
        return new StandInSystem(tables, options.SysViews, options.Etags);
    }

    public static bool IsMentioned(string sql) =>
        sql.Contains("sys_load_", StringComparison.Ordinal) || sql.Contains("stl_load_", StringComparison.Ordinal);

    public Task<QueryResult> QueryAsync(string sql) => InTurnAsync(() => _tables.QueryAsync(sql, CancellationToken.None));

    /// <returns>The number of the query.</returns>
    public Task<long> WriteAsync(int process, CopyResult result) => InTurnAsync(async () =>
    {
        var query = ++_lastQuery;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var rejects = result.Rejects.ToList();
        var scanned = result.Objects.Select(counts => new object?[] { query, Padded(counts.Object.Uri, 256), counts.Records });
        if (_sysViews)
        {
            await AppendAsync("sys_load_history", [[(long)process, query, result.Failed ? "aborted" : "completed", now, result.RowsLoaded, result.RejectCount]]);
            await AppendAsync("sys_load_detail", _etags ? scanned.Zip(result.Objects, (row, counts) => row.Append(Padded(counts.Object.Version, 256)).ToArray()) : scanned);
            await AppendAsync("sys_load_error_detail", rejects.Select(reject => new object?[]
            {
                (long)process, query, now, Padded(reject.Object, 256), reject.LastLine, Padded(reject.Column, 127), Padded(reject.Type, 10),
                Padded(reject.Length, 10), reject.Position, (int)reject.Code, Padded(reject.Reason, 512),
            }));
        }
        else
        {
            await AppendAsync("stl_load_commits", result.Failed ? [] : scanned);
            await AppendAsync("stl_load_errors", rejects.Select(reject => new object?[]
            {
                (long)process, query, now, Padded(reject.Object, 256), reject.LastLine, Padded(reject.Column, 127), Padded(reject.Type, 10),
                Padded(reject.Length, 10), reject.Position, (int)reject.Code, Padded(reject.Reason, 100), Padded(reject.RawRecord, 1024),
                Padded(reject.RawValue, 1024),
            }));
        }

        return query;
    });

    public async ValueTask DisposeAsync()
    {
        await _tables.DisposeAsync();
        _gate.Dispose();
    }

    Task AppendAsync(string table, IEnumerable<object?[]> rows) => _tables.AppendAsync(new TableName(null, table), rows, CancellationToken.None);

    static string Padded(string text, int length) => text.Length > length ? text[..length] : text.PadRight(length);

    async Task<T> InTurnAsync<T>(Func<Task<T>> act)
    {
        await _gate.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            _gate.Release();
        }
    }
}
