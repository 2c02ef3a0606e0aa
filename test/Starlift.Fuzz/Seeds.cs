using Starlift.Sql;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;

namespace Starlift.Fuzz;

/// <summary>What is right: the project that the README runs, and the worked cases of COPY.</summary>
static class Seeds
{
    static readonly string Sparkify = Path.Combine(Artifacts.Root, "pipelines", "sparkify");

    /// <summary>Relative path and text of the project's files.</summary>
    public static IReadOnlyList<(string Name, string Text)> Project { get; } =
        [.. Texts(Sparkify, "*.*").Select(file => (Path.GetRelativePath(Sparkify, file.Path).Replace('\\', '/'), file.Text)).Where(file => !file.Item1.StartsWith("out/", StringComparison.Ordinal))];

    public static IReadOnlyList<string> Sql { get; } =
    [
        .. Project.Where(file => file.Name.EndsWith(".sql", StringComparison.Ordinal)).Select(file => file.Text),
        .. Texts(Path.Combine(Artifacts.Root, "test", "conformance"), "*.sql").Select(file => file.Text),
        "select 1", "select a, count(*) from t group by 1 having count(*) > 1 order by 2 desc limit 5", "with x as (select 1 as a) select * from x join t on x.a = t.a where t.a in (select 1)",
        "select date '2018-11-05' + interval '1 day', timestamp 'epoch' + 1541121934796 / 1000 * interval '1 second'", "select json_extract_path_text('{\"a\": {\"b\": 1}}', 'a', 'b')",
        "select cast(1.5 as decimal(38,10)), 2::float8 / 3, 7 / 2, round(2.5, 0), 'x' || null", "create temp table t (a int, b super); insert into t values (1, json_parse('[1,2]')); select b[0] from t",
        "select to_char(date '2018-11-05', 'YYYY-MM-DD Day'), dateadd(month, 1, '2018-01-31'), datediff(day, '2018-01-01', '2018-02-01'), date_trunc('week', '2018-11-05'::timestamp)",
        "select sum(x) over (partition by y order by z rows between 1 preceding and current row) from (select 1 as x, 2 as y, 3 as z) as t", "begin; create table u (a int); rollback; show search_path",
    ];

    /// <summary>The project's tables, so that the statements of <see cref="Sql"/> mean something.</summary>
    public static Catalogue Tables { get; } = Project
        .Where(file => file.Name.StartsWith("tables/", StringComparison.Ordinal))
        .SelectMany(file => SqlScript.Parse(file.Name, file.Text))
        .Aggregate(Catalogue.Empty, (known, statement) => CatalogueChanges.After(known, StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), known)));

    /// <summary>Each a folder: ddl.sql, copy.sql and the objects below s3/.</summary>
    public static IReadOnlyList<string> Cases { get; } = [.. Directory.EnumerateDirectories(Path.Combine(Artifacts.Root, "test", "conformance")).Order(StringComparer.Ordinal)];

    public const string Event = """{"artist":"N.E.R.D. FEATURING MALICE","auth":"Logged In","firstName":"Jayden","gender":"M","itemInSession":0,"lastName":"Fox","length":288.9922,"level":"free","location":"New Orleans-Metairie, LA","method":"PUT","page":"NextSong","registration":1541033612796.0,"sessionId":184,"song":"Am I High (Feat. Malice)","status":200,"ts":1541121934796,"userAgent":"\"Mozilla\/5.0\"","userId":"101"}""";

    public const string Song = """{"num_songs": 1, "artist_id": "AR8IEZO1187B99055E", "artist_latitude": null, "artist_longitude": null, "artist_location": "", "artist_name": "Marc Shaiman", "song_id": "SOINLJW12A8C13314C", "title": "City Slickers", "duration": 149.86404, "year": 2008}""";

    static IEnumerable<(string Path, string Text)> Texts(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)));
}
