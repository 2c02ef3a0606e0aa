namespace Starlift.SqlTests.Meaning.Cases;

/// <summary>Records that run in their order on a fresh database.</summary>
sealed record CaseGroup(string File, string Name, IReadOnlyList<CaseRecord> Records)
{
    static readonly string Folder = Path.Combine(Repository.Root, "../shared/sql-cases");

    /// <summary>All groups; none where the folder isn't there.</summary>
    public static IReadOnlyList<CaseGroup> All { get; } = Directory.Exists(Folder)
        ? [.. System.IO.Directory.EnumerateFiles(Folder, "*.slt").Order(StringComparer.Ordinal).SelectMany(Read)]
        : [];

    static IEnumerable<CaseGroup> Read(string path)
    {
        var file = Path.GetFileName(path);
        var lines = System.IO.File.ReadAllLines(path);
        var (name, records) = ("", new List<CaseRecord>());
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("# group: ", StringComparison.Ordinal))
            {
                if (records.Count > 0)
                {
                    yield return new CaseGroup(file, name, records);
                }

                (name, records) = (lines[at][9..], []);
            }
            else if (lines[at].StartsWith("statement ", StringComparison.Ordinal) || lines[at].StartsWith("query ", StringComparison.Ordinal))
            {
                records.Add(Record(file, lines, ref at));
            }
        }

        if (records.Count > 0)
        {
            yield return new CaseGroup(file, name, records);
        }
    }

    static CaseRecord Record(string file, string[] lines, ref int at)
    {
        var head = at;
        string[]? names = null;
        string[]? types = null;
        var sql = new List<string>();
        for (at++; at < lines.Length && lines[at] != "----" && (lines[at].Length > 0 || sql is not [.., [.., ';']]); at++)
        {
            if (sql.Count == 0 && lines[at].StartsWith("# names: ", StringComparison.Ordinal))
            {
                names = lines[at][9..].Split(", ");
            }
            else if (sql.Count == 0 && lines[at].StartsWith("# types: ", StringComparison.Ordinal))
            {
                types = lines[at][9..].Split(", ");
            }
            else if (sql.Count > 0 || !lines[at].StartsWith('#'))
            {
                sql.Add(lines[at]);
            }
        }

        return new CaseRecord(
            $"{file}:{head + 1}",
            string.Join('\n', sql).TrimEnd(';'),
            lines[head].StartsWith("statement error", StringComparison.Ordinal) ? lines[head]["statement error".Length..].Trim() : null,
            lines[head].StartsWith("query ", StringComparison.Ordinal) ? lines[head].Split(' ')[1] : null,
            names,
            types);
    }
}
