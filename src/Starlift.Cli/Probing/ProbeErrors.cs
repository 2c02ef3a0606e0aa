namespace Starlift.Cli.Probing;

/// <summary>
/// What the system views tell of the records that a probe's COPY statements rejected: all of them at once, because the views are written a
/// moment after a statement has ended, and a case is known by its objects' names.
/// </summary>
static class ProbeErrors
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    static readonly string[] Columns = ["filename", "line_number", "colname", "type", "col_length", "position", "err_code", "err_reason", "raw_line", "raw_field_value"];

    /// <param name="session">Outside of a transaction.</param>
    /// <param name="place">Of the objects.</param>
    /// <param name="expected">Names of cases of which there must be rows.</param>
    /// <param name="patience">How long rows of these are waited for.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>A row with the names of STL_LOAD_ERRORS for each error, by case; what the view does not have is left out.</returns>
    public static async Task<ILookup<string, IReadOnlyDictionary<string, string>>> ReadAsync(
        ProbeSession session, ProbePlace place, IReadOnlyCollection<string> expected, TimeSpan patience, CancellationToken cancel)
    {
        var sql = (await session.SendAsync("select 1 from stl_load_errors where 1 = 0", cancel)).Refusal is null ? OfStl(place) : OfSys(place);
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        var before = -1;
        while (true)
        {
            var rows = (await session.RequireAsync(sql, cancel)).Rows;
            var errors = rows.ToLookup(row => place.CaseOf(row[0]!)!, RowOf);
            if ((expected.All(errors.Contains) && rows.Count == before) || System.Diagnostics.Stopwatch.GetElapsedTime(since) + Pause > patience)
            {
                return errors;
            }

            before = rows.Count;
            await Task.Delay(Pause, cancel);
        }
    }

    static IReadOnlyDictionary<string, string> RowOf(IReadOnlyList<string?> row) =>
        Columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second ?? "");

    static string OfStl(ProbePlace place) =>
        $"""
        select trim(filename) as filename, line_number, trim(colname) as colname, trim(type) as type, trim(col_length) as col_length, position,
            err_code, trim(err_reason) as err_reason, trim(raw_line) as raw_line, trim(raw_field_value) as raw_field_value
        from stl_load_errors where left(filename, {place.Root.Length}) = '{place.Root}' order by 1, 2
        """;

    static string OfSys(ProbePlace place) =>
        $"""
        select trim(file_name) as filename, line_number, trim(column_name) as colname, trim(column_type) as type, trim(column_length) as col_length,
            position, error_code as err_code, trim(error_message) as err_reason
        from sys_load_error_detail where left(file_name, {place.Root.Length}) = '{place.Root}' order by 1, 2
        """;
}
