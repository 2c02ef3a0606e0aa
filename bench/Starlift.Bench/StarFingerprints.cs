namespace Starlift.Bench;

/// <summary>
/// SQL that gives the fingerprints of the five star tables, and of the staged events. Every value becomes the same text on every engine: times as milliseconds,
/// floating-point numbers as whole hundred-thousandths, NULL as ~. The checksum is the sum of the first 60 bits of each row's MD5.
/// songplay_id is left out: it has no meaning and differs from run to run.
/// </summary>
static class StarFingerprints
{
    static readonly (string Table, string[] Columns)[] Star =
    [
        ("artists", ["artist_id", "name", "location", "latitude:double", "longitude:double"]),
        ("songs", ["song_id", "title", "artist_id", "year", "duration:double", "artist_name"]),
        ("time", ["start_time:time", "hour", "day", "week", "month", "year", "weekday"]),
        ("users", ["user_id", "first_name", "last_name", "gender", "level", "last_seen_at:time"]),
        (
            "songplays",
            [
                "start_time:time", "user_id", "level", "song_id", "artist_id", "session_id", "location", "user_agent", "item_in_session", "song_title",
                "artist_name", "duration:double",
            ]),
    ];

    static readonly (string Table, string[] Columns)[] StagedEvents =
    [
        (
            "staging_events",
            [
                "artist", "auth", "firstname", "gender", "iteminsession", "lastname", "length:double", "level", "location", "method", "page",
                "registration", "sessionid", "song", "status", "ts:time", "useragent", "userid",
            ]),
    ];

    /// <param name="source">What to select from, {0} in the place of the table's name.</param>
    public static string DuckDb(string source) => Of(
        Star,
        source,
        time => $"epoch_ms({time})",
        text => $"coalesce(sum(('0x' || md5({text})[:15])::bigint), 0)");

    public static string Postgres => OfPostgres(Star);

    /// <summary>Of the staged events alone.</summary>
    public static string PostgresEvents => OfPostgres(StagedEvents);

    static string OfPostgres((string Table, string[] Columns)[] tables) => Of(
        tables,
        "{0}",
        time => $"(extract(epoch from {time}) * 1000)::bigint",
        text => $"coalesce(sum(('x' || substr(md5({text}), 1, 15))::bit(60)::bigint), 0)");

    static string Of(
        (string Table, string[] Columns)[] tables, string source, Func<string, string> milliseconds, Func<string, string> checksum) => string.Concat(tables.Select(table =>
        $"select '{table.Table}', count(*), {checksum($"concat_ws('|', {string.Join(", ", table.Columns.Select(column => Text(column, milliseconds)))})")} "
            + $"from {source.Replace("{0}", table.Table, StringComparison.Ordinal)};\n"));

    static string Text(string column, Func<string, string> milliseconds)
    {
        var parts = column.Split(':');
        var value = parts.ElementAtOrDefault(1) switch
        {
            "double" => $"round({parts[0]} * 100000)::bigint",
            "time" => milliseconds(parts[0]),
            _ => parts[0],
        };
        return $"coalesce(({value})::varchar, '~')";
    }
}
