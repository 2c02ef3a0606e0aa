namespace Starlift.Cases;

/// <summary>
/// Reads SQL checks. Records are parted by empty lines: "statement ok", "statement error [pattern]", or "query LETTERS [rowsort]", then the
/// statement's lines; a query's rows stand below a line of four dashes, cells parted by tabs: NULL is null, (empty) a text of no length, and ·
/// a blank at the beginning or the end. A query without that line and "statement" alone expect nothing: what comes of them is to be found out.
/// "# group: name" names what follows, and below it "# oracle: postgresql" says that PostgreSQL gives the same. Behind a query's head "# names:" and
/// "# types:" tell its columns.
/// </summary>
public static class SqlCheckFile
{
    const string GroupComment = "# group:";
    const string OracleComment = "# oracle: postgresql";
    const string NamesComment = "# names:";
    const string TypesComment = "# types:";
    const string Dashes = "----";
    const char Blank = '·';

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="FormatException">A record begins with something else.</exception>
    public static IReadOnlyList<SqlCheck> Read(string name, string text)
    {
        var checks = new List<SqlCheck>();
        var (group, number, oracle) = ("", 0, false);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith(GroupComment, StringComparison.Ordinal))
            {
                (group, number, oracle) = (lines[at][GroupComment.Length..].Trim(), 0, false);
            }
            else if (lines[at].StartsWith(OracleComment, StringComparison.Ordinal))
            {
                oracle = true;
            }
            else if (lines[at].Length > 0 && lines[at][0] != '#')
            {
                var record = lines.Skip(at).TakeWhile(line => line.Length > 0).ToList();
                checks.Add(Check(new SqlCheck(name, group, ++number, "") { Line = at + 1, PostgresAgrees = oracle }, record));
                at += record.Count - 1;
            }
        }

        return checks;
    }

    static SqlCheck Check(SqlCheck check, List<string> lines)
    {
        var head = lines[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var end = lines.IndexOf(Dashes) is >= 0 and var dashes ? dashes : lines.Count;
        var comments = lines.Skip(1).TakeWhile(line => line.StartsWith('#')).ToList();
        check = check with
        {
            Sql = string.Join('\n', lines.Take(end).Skip(1 + comments.Count)).TrimEnd().TrimEnd(';'),
            ColumnNames = Listed(comments, NamesComment),
            ColumnTypes = Listed(comments, TypesComment),
        };
        return head switch
        {
            ["statement"] => check with { Fails = null },
            ["statement", "ok"] => check,
            ["statement", "error", ..] => check with { Fails = true, ErrorPattern = head.Length > 2 ? head[2] : null },
            ["query", var letters, ..] => check with
            {
                Letters = letters,
                AnyOrder = head.Length > 2 && head[2] == "rowsort",
                Fails = end == lines.Count ? null : false,
                Rows = end == lines.Count ? null : [.. lines.Skip(end + 1).Select(line => (IReadOnlyList<string?>)[.. line.Split('\t').Select(CellOf)])],
            },
            _ => throw new FormatException($"{check.File}: '{lines[0]}' begins no record"),
        };
    }

    static string[]? Listed(List<string> comments, string head) =>
        comments.Find(line => line.StartsWith(head, StringComparison.Ordinal))?[head.Length..].Trim().Split(", ");

    static string? CellOf(string written) => written switch
    {
        "NULL" => null,
        "(empty)" => "",
        _ when written.StartsWith(Blank) || written.EndsWith(Blank) => WithBlanks(written),
        _ => written,
    };

    static string WithBlanks(string written)
    {
        var text = written.Trim(Blank);
        var leading = text.Length == 0 ? 0 : written.Length - written.TrimStart(Blank).Length;
        return text.PadLeft(text.Length + leading).PadRight(written.Length);
    }
}
