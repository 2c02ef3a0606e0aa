using System.Text.RegularExpressions;

namespace Starlift.RedshiftTests;

/// <summary>Recorded statements as a text that is the same at each run of a test: times, versions and random names are replaced.</summary>
static partial class Statements
{
    const string End = "\n;\n";

    public static string Recorded(IEnumerable<string> statements) => string.Concat(statements.Select(sql => Steady(sql) + End));

    /// <summary>The statements of a recording.</summary>
    public static IReadOnlyList<string> Split(string recording) => recording.Split(End, StringSplitOptions.RemoveEmptyEntries);

    static string Steady(string sql)
    {
        var steady = Process().Replace(FileVersion().Replace(Random().Replace(Time().Replace(sql, "'2018-11-01 00:00:00'"), "random"), "'version'"), "session_id = 1001");
        steady = TableNumbers().Replace(ProjectFolder().Replace(steady, ""), "'1000 1000'");
        return sql.StartsWith("insert into \"starlift\".\"steps\"", StringComparison.Ordinal) ? Duration().Replace(steady, ", 0)") : steady;
    }

    [GeneratedRegex(@"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?'")]
    private static partial Regex Time();

    [GeneratedRegex(@"'\d{4,} \d{4,}'")]
    private static partial Regex TableNumbers();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Random();

    [GeneratedRegex(@"'\d+-\d{10,}'")]
    private static partial Regex FileVersion();

    [GeneratedRegex(@"session_id = \d+")]
    private static partial Regex Process();

    [GeneratedRegex("/[^' ]*/starlift-[A-Za-z0-9]{6}/")]
    private static partial Regex ProjectFolder();

    [GeneratedRegex(@", \d+\)")]
    private static partial Regex Duration();
}
