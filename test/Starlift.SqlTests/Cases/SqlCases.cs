namespace Starlift.SqlTests.Cases;

/// <summary>The cases of ../shared/sql-cases, in sqllogictest's format: records that empty lines part, with comments between them.</summary>
static class SqlCases
{
    static readonly string Folder = Path.Combine(Repository.Root, "../shared/sql-cases");

    /// <summary>Empty where the folder is not there.</summary>
    public static IReadOnlyList<SqlCase> All { get; } = Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.slt").Order(StringComparer.Ordinal).SelectMany(Read)]
        : [];

    /// <summary>The cases, or a skipped test.</summary>
    public static IReadOnlyList<SqlCase> Required()
    {
        Assert.SkipWhen(All.Count == 0, "no cases in ../shared/sql-cases");
        return All;
    }

    static IEnumerable<SqlCase> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("statement ", StringComparison.Ordinal) && !lines[at].StartsWith("query", StringComparison.Ordinal))
            {
                continue;
            }

            var head = at;
            var sql = new List<string>();
            for (at++; at < lines.Length && lines[at] != "----" && (lines[at].Length > 0 || !Ends(sql)); at++)
            {
                if (sql.Count > 0 || !lines[at].StartsWith('#'))
                {
                    sql.Add(lines[at]);
                }
            }

            var error = lines[head].StartsWith("statement error", StringComparison.Ordinal) ? lines[head]["statement error".Length..].Trim() : null;
            yield return new SqlCase($"{Path.GetFileName(file)}:{head + 1}", string.Join('\n', sql).TrimEnd(';'), error);
        }
    }

    static bool Ends(List<string> sql) => sql.Count > 0 && sql[^1].EndsWith(';');
}
