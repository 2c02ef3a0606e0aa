using System.Globalization;

namespace Starlift.Torture;

/// <summary>What a database holds, by checksums. A table that is not there is as one without rows.</summary>
sealed record Content
{
    const string Plays = "start_time, user_id, level, song_id, artist_id, session_id, location, user_agent, item_in_session, song_title, artist_name, duration";

    // Identity values depend on how often a load was tried.
    static readonly (string Table, string Columns)[] Star = [("songplays", Plays), ("users", "*"), ("songs", "*"), ("artists", "*"), ("time", "*")];

    /// <summary>Rows and checksum of each star table, and of the ledger.</summary>
    public required IReadOnlyDictionary<string, string> Published { get; init; }

    /// <summary>The same of the tables that the script makes.</summary>
    public required string Script { get; init; }

    /// <summary>The loads that the history has of the script, and its rejects.</summary>
    public required string ScriptHistory { get; init; }

    /// <summary>The highest number of a run, and what became of it.</summary>
    public required string LastRun { get; init; }

    /// <summary>Columns, types and comments of the star.</summary>
    public required string Shape { get; init; }

    /// <summary>All tables but Starlift's own and those of the script.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    public string PublishedText => string.Join(", ", Published.Select(table => $"{table.Key} {table.Value}"));

    public static async Task<Content> ReadAsync(Look look)
    {
        var tables = (await look.QueryAsync(
            """
            select table_schema || '.' || table_name from information_schema.tables
            where table_catalog = current_database() and table_schema in ('main', 'public', 'starlift') and table_type = 'BASE TABLE' order by 1
            """))
            .Select(table => table.Replace("main.", "", StringComparison.Ordinal).Replace("public.", "", StringComparison.Ordinal)).ToHashSet();
        var published = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, columns) in Star.Where(star => tables.Contains(star.Table)))
        {
            await AddAsync(look, published, table, $"select {columns} from {table}");
        }

        if (tables.Contains("starlift.ledger"))
        {
            await AddAsync(
                look, published, "ledger", "select load_name, uri, version, size, records, rows_loaded, rejects from starlift.ledger where load_name is not null");
        }

        var script = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => table.StartsWith(SqlScript.TablePrefix, StringComparison.Ordinal)))
        {
            script[table] = "0";
            await AddAsync(look, script, table, $"select * from {table}");
        }

        var hasHistory = tables.Contains("starlift.loads") && tables.Contains("starlift.rejects");
        return new Content
        {
            Published = published,
            Script = string.Join(", ", script.Select(table => $"{table.Key} {table.Value}")),
            ScriptHistory = hasHistory ? string.Concat(await look.QueryAsync(
                """
                select count(*), coalesce(sum(l.rejects), 0), (select count(*) from starlift.rejects as r join starlift.loads as k on k.load_id = r.load_id where r.run_id is null and k.status = 'completed')
                from starlift.loads as l where l.run_id is null and l.status = 'completed'
                """)) : "0|0|0",
            LastRun = tables.Contains("starlift.runs")
                ? string.Concat(await look.QueryAsync("select run_id, outcome from starlift.runs order by run_id desc limit 1"))
                : "",
            Shape = string.Join('\n', await look.QueryAsync(
                """
                select table_name, column_name, data_type, is_nullable from information_schema.columns
                where table_catalog = current_database() and table_name in ('songplays', 'users', 'songs', 'artists', 'time') and table_schema in ('main', 'public')
                order by table_name, ordinal_position
                """)),
            Tables = [.. tables.Where(table => !table.StartsWith(SqlScript.TablePrefix, StringComparison.Ordinal) && !table.StartsWith("starlift.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>How this differs from what it should be: with fewer rows, or with more, or with others.</summary>
    public Finding? Differs(Content expected, string when)
    {
        foreach (var table in Published.Keys.Union(expected.Published.Keys).Order(StringComparer.Ordinal))
        {
            var (here, there) = (Published.GetValueOrDefault(table, "0"), expected.Published.GetValueOrDefault(table, "0"));
            if (here != there)
            {
                return new Finding(RowsOf(here) > RowsOf(there) ? Fault.Doubled : Fault.Lost, $"{when}, {table} has {here} and should have {there}");
            }
        }

        return null;
    }

    static int RowsOf(string checksum) => int.Parse(checksum.Split(' ')[0], CultureInfo.InvariantCulture);

    static async Task AddAsync(Look look, SortedDictionary<string, string> contents, string table, string select)
    {
        var row = (await look.QueryAsync($"select count(*), md5(string_agg(h, '' order by h)) from (select md5(cast(t as text)) as h from ({select}) as t) as u"))[0];
        if (!row.StartsWith("0|", StringComparison.Ordinal))
        {
            contents[table] = row.Replace('|', ' ');
        }
    }
}
