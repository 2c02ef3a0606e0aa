using System.Globalization;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// What Redshift tells of the session's loads: in sys_load_history, sys_load_detail and sys_load_error_detail, or in their forerunners
/// stl_load_commits and stl_load_errors on clusters that have not got them. What the client was told of rows is not believed.
/// </summary>
sealed class RedshiftLoads(RedshiftSession session, TimeSpan patience)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    const int MostOfName = 200;
    long _last;

    /// <summary>To be called after a COPY that succeeded, in its transaction.</summary>
    /// <exception cref="StarliftException">The views say nothing of it.</exception>
    public async Task<CopyResult> LoadedAsync(CopyStatement copy, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var counted = Number((await session.QueryAsync("select pg_last_copy_count() as loaded_rows", cancellationToken)).Rows[0][0] ?? 0L);
        var (query, rows) = await AwaitAsync(LoadedSql(counted), cancellationToken) ?? throw new StarliftException(ExitCode.RunFailed, new Problem(
            $"Redshift's system views say nothing of the load of {copy.Table}", copy.Source.PlaceOf(copy.Source.Start),
            "the target's user must see its own loads in sys_load_history; nothing was published"));
        var rejects = await RejectsAsync(query, objects, cancellationToken);
        var counts = RedshiftCounts.Of(objects, await LinesAsync(query, objects, cancellationToken), rejects, rows);
        return new CopyResult { Failed = false, Objects = counts, Rejects = rejects, RowsLoaded = copy.NoLoad ? 0 : rows };
    }

    /// <summary>
    /// The ETags of the objects as Redshift read them in the load that <see cref="LoadedAsync"/> told of, by uri (Amazon Redshift:
    /// "SYS_LOAD_DETAIL", file_etag); null where the view does not tell all of them.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>?> EtagsAsync(IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        if (!session.HasEtags)
        {
            return null;
        }

        var found = await session.QueryAsync(
            $"select trim(file_name) as object, trim(file_etag) as etag from sys_load_detail where query_id = {_last} order by 1", cancellationToken);
        var etags = found.Rows.Select(row => (Uri: UriOf(Text(row[0]), objects), Etag: Text(row[1]).Trim('"'))).Where(row => row.Etag.Length > 0)
            .GroupBy(row => row.Uri, StringComparer.Ordinal).Where(rows => rows.Select(row => row.Etag).Distinct().Count() == 1)
            .ToDictionary(rows => rows.Key, rows => rows.First().Etag, StringComparer.Ordinal);
        return objects.All(version => etags.ContainsKey(version.Uri)) ? etags : null;
    }

    /// <summary>To be called after a COPY that failed on its data, outside of its transaction.</summary>
    /// <returns>Null where the views hold no reason.</returns>
    public async Task<CopyResult?> FailedAsync(IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        if (await AwaitAsync(FailedSql(), cancellationToken) is not var (query, _))
        {
            return null;
        }

        var rejects = await RejectsAsync(query, objects, cancellationToken);
        return rejects.Count == 0 ? null : new CopyResult
        {
            Failed = true,
            Objects = RedshiftCounts.Of(objects, new Dictionary<string, long>(), rejects, 0),
            Rejects = rejects,
            RowsLoaded = 0,
        };
    }

    /// <summary>The views are written a moment after the statement has ended.</summary>
    async Task<(long Query, long Rows)?> AwaitAsync(string sql, CancellationToken cancellationToken)
    {
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            var found = await session.QueryAsync(sql, cancellationToken);
            if (found.Rows is [[{ } query, var rows], ..])
            {
                _last = Number(query);
                return (_last, Number(rows ?? 0L));
            }

            if (System.Diagnostics.Stopwatch.GetElapsedTime(since) + Pause > patience)
            {
                return null;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    // Whether a load counts as completed before its transaction has is not documented: its rows tell as well.
    string LoadedSql(long counted) => session.HasSysViews
        ? "select query_id, loaded_rows from sys_load_history "
            + $"where session_id = {session.ProcessId} and start_time >= {session.Since} and query_id > {_last} "
            + $"and (status = 'completed' or (status <> 'aborted' and loaded_rows = {counted})) order by query_id desc limit 1"
        : $"select pg_last_copy_id() as query, pg_last_copy_count() as loaded_rows where pg_last_copy_id() > {_last}";

    string FailedSql() => session.HasSysViews
        ? "select query_id, 0 as loaded_rows from sys_load_error_detail "
            + $"where session_id = {session.ProcessId} and start_time >= {session.Since} and query_id > {_last} order by query_id desc limit 1"
        : "select query, 0 as loaded_rows from stl_load_errors "
            + $"where session = {session.ProcessId} and starttime >= {session.Since} and query > {_last} order by query desc limit 1";

    async Task<IReadOnlyDictionary<string, long>> LinesAsync(
        long query, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var lines = await session.QueryAsync(
            session.HasSysViews
                ? $"select trim(file_name) as object, sum(lines_scanned) as lines from sys_load_detail where query_id = {query} group by 1"
                : $"select trim(filename) as object, sum(lines_scanned) as lines from stl_load_commits where query = {query} group by 1",
            cancellationToken);
        return lines.Rows.GroupBy(row => UriOf(Text(row[0]), objects)).ToDictionary(
            rows => rows.Key, rows => rows.Sum(row => Number(row[1] ?? 0L)), StringComparer.Ordinal);
    }

    async Task<IReadOnlyList<Reject>> RejectsAsync(long query, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var found = await session.QueryAsync(
            session.HasSysViews
                ? "select trim(file_name) as object, line_number, trim(column_name) as column_name, trim(column_type) as type, trim(column_length) as length, "
                    + "position, error_code, trim(error_message) as reason, '' as raw_line, '' as raw_value "
                    + $"from sys_load_error_detail where query_id = {query} order by 1, 2"
                : "select trim(filename) as object, line_number, trim(colname) as column_name, trim(type) as type, trim(col_length) as length, "
                    + "position, err_code, trim(err_reason) as reason, trim(raw_line) as raw_line, trim(raw_field_value) as raw_value "
                    + $"from stl_load_errors where query = {query} order by 1, 2",
            cancellationToken);
        return [.. found.Rows.Select(row => new Reject
        {
            Object = UriOf(Text(row[0]), objects),
            FirstLine = Number(row[1] ?? 0L),
            LastLine = Number(row[1] ?? 0L),
            ByteOffset = 0,
            Column = Text(row[2]),
            Type = Text(row[3]),
            Length = Text(row[4]),
            Position = (int)Number(row[5] ?? 0),
            Code = (LoadErrorCode)Number(row[6] ?? 0),
            Reason = Text(row[7]),
            RawRecord = Text(row[8]),
            RawValue = Text(row[9]),
        })];
    }

    /// <summary>The views cut names at 256 bytes; the object is found by what is left where only one begins like that.</summary>
    static string UriOf(string file, IReadOnlyList<ObjectVersion> objects) =>
        file.Length >= MostOfName && objects.Where(version => version.Uri.StartsWith(file, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only.Uri : file;

    static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    static string Text(object? value) => value as string ?? "";
}
