namespace Starlift.Torture;

/// <summary>A script of nearly every kind of statement. What stands between two of its units is in one transaction.</summary>
static class SqlScript
{
    public const string TablePrefix = "torture_";

    public static IReadOnlyList<string> Units { get; } =
    [
        "create table torture_boats (id bigint identity(0, 1), name varchar(64) default 'no' || 'name', weight integer not null default 1 + 1);",
        "comment on column torture_boats.weight is 'In tons.';",
        "insert into torture_boats (name, weight) values ('Alba', 1), ('Brig', 2);",
        "insert into torture_boats (name) values ('Cutter');",
        "alter table torture_boats add column length integer default 3;",
        "comment on table torture_boats is 'Boats.';",
        "create table torture_songs (song_id varchar(64), title varchar(1024), duration double precision);",
        "copy torture_songs from '${data}/song_data/' iam_role default maxerror 1000 json 'auto';",
        "begin;\ncopy torture_songs from '${data}/song_data/' iam_role default maxerror 1000 json 'auto';\nupdate torture_boats set length = 5;\ncommit;",
        "create table torture_long as select * from torture_songs where duration > 240;",
        "update torture_boats set weight = weight + 1 where name = 'Alba';",
        "create view torture_view as select name from torture_boats;",
        "delete from torture_songs where duration > 240;",
        "begin;\ndelete from torture_boats where name = 'Brig';\ninsert into torture_boats (name, weight) select max(title), 7 from torture_long;\ncommit;",
        "truncate torture_songs;",
        "drop table torture_long;",
        "copy torture_songs from '${data}/song_data/' iam_role default maxerror 1000 json 'auto';",
    ];

    public static string Text { get; } = string.Join('\n', Units) + '\n';

    /// <summary>How many units are done when the statement at this line is; null where it is in a unit that goes on.</summary>
    public static int? UnitsDoneAt(int line)
    {
        var last = 0;
        for (var unit = 0; unit < Units.Count; unit++)
        {
            last += Units[unit].Count(c => c == '\n') + 1;
            if (line <= last)
            {
                return line == last && !Units[unit].Contains('\n', StringComparison.Ordinal) ? unit + 1 : null;
            }
        }

        return null;
    }
}
