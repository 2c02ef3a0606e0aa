using System.Globalization;
using Starlift.Cli.Terminals;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Cli.Demo;

/// <summary>What the star schema tells of the music service. Every answer is a query in Redshift's dialect.</summary>
sealed class DemoReport(Terminal terminal, Project project, IWarehouse warehouse)
{
    const string TopSongs = """
        select song_title || ', ' || artist_name, count(*)
        from songplays
        group by song_title, artist_name
        order by count(*) desc, song_title, artist_name
        limit 10
        """;

    const string TopArtists = """
        select artist_name, count(*)
        from songplays
        group by artist_name
        order by count(*) desc, artist_name
        limit 10
        """;

    const string PlaysByHour = """
        select lpad(cast(t.hour as varchar(2)), 2, '0') || ':00', count(*)
        from songplays as p
        join time as t on t.start_time = p.start_time
        group by t.hour
        order by t.hour
        """;

    const string Matched = "select count(*), count(song_id) from songplays";

    /// <summary>Writes the answers to stdout.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await WriteBarsAsync("top songs, by plays", TopSongs, cancellationToken);
        await WriteBarsAsync("top artists, by plays", TopArtists, cancellationToken);
        await WriteBarsAsync("plays by hour of the day, UTC", PlaysByHour, cancellationToken);
        var counts = (await warehouse.QueryAsync(Matched, cancellationToken)).Rows[0].Select(Number).ToList();
        var share = counts[0] == 0 ? 0 : 100m * counts[1] / counts[0];
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{share:0.0}% of {Quantity.Count(counts[0], "play", "plays")} are of songs that the catalogue holds; the others keep the title and artist as played"));
    }

    /// <summary>Writes how many rows each star table holds.</summary>
    public async Task WriteTablesAsync(CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var table in project.StarTables)
        {
            var count = await warehouse.CountAsync($"select count(*) from {table.Name.Quoted}", cancellationToken);
            rows.Add([table.Name.ToString(), Quantity.Count(count)]);
        }

        SummaryTable.Write(terminal, ["star table", "rows"], rows);
    }

    async Task WriteBarsAsync(string title, string sql, CancellationToken cancellationToken)
    {
        var result = await warehouse.QueryAsync(sql, cancellationToken);
        BarChart.Write(terminal, title, [.. result.Rows.Select(row => (ValueText.Of(row[0]), Number(row[1])))]);
        terminal.Out.WriteLine();
    }

    static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
