namespace Starlift.Cases;

/// <summary>
/// Reads SQL checks. Records are parted by empty lines: "statement ok", "statement error [pattern]", or "query TYPES [rowsort]", then the
/// statement's lines; a query's rows stand below a line of four dashes, cells parted by tabs: NULL is null, (empty) a text of no length. A
/// query without that line and "statement" alone expect nothing: what comes of them is to be found out. "# group: name" names what follows.
/// </summary>
public static class SqlCheckFile
{
    const string GroupComment = "# group:";
    const string Dashes = "----";

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="FormatException">A record begins with something else.</exception>
    public static IReadOnlyList<SqlCheck> Read(string name, string text)
    {
        var checks = new List<SqlCheck>();
        var (group, number) = ("", 0);
        foreach (var record in text.ReplaceLineEndings("\n").Split("\n\n").Select(record => record.Trim('\n').Split('\n')))
        {
            if (record.LastOrDefault(line => line.StartsWith(GroupComment, StringComparison.Ordinal)) is { } named)
            {
                (group, number) = (named[GroupComment.Length..].Trim(), 0);
            }

            var lines = record.SkipWhile(line => line.StartsWith('#') || line.Length == 0).ToList();
            if (lines.Count > 0)
            {
                checks.Add(Check(new SqlCheck(name, group, ++number, ""), lines));
            }
        }

        return checks;
    }

    static SqlCheck Check(SqlCheck check, List<string> lines)
    {
        var head = lines[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var end = lines.IndexOf(Dashes) is >= 0 and var dashes ? dashes : lines.Count;
        var sql = string.Join('\n', lines.Take(end).Skip(1).Where(line => !line.StartsWith('#'))).TrimEnd().TrimEnd(';');
        return head switch
        {
            ["statement"] => check with { Sql = sql, Fails = null },
            ["statement", "ok"] => check with { Sql = sql },
            ["statement", "error", ..] => check with { Sql = sql, Fails = true, ErrorPattern = head.Length > 2 ? head[2] : null },
            ["query", var types, ..] => check with
            {
                Sql = sql,
                Types = types,
                AnyOrder = head.Length > 2 && head[2] == "rowsort",
                Fails = end == lines.Count ? null : false,
                Rows = end == lines.Count ? null : [.. lines.Skip(end + 1).Select(line => (IReadOnlyList<string?>)[.. line.Split('\t').Select(CellOf)])],
            },
            _ => throw new FormatException($"{check.File}: '{lines[0]}' begins no record"),
        };
    }

    static string? CellOf(string written) => written switch
    {
        "NULL" => null,
        "(empty)" => "",
        _ => written,
    };
}
