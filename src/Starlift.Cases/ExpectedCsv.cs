using System.Text;

namespace Starlift.Cases;

/// <summary>A case's expected.csv: values in double quotes, "" inside is a quote, line breaks are literal, \N without quotes is NULL.</summary>
static class ExpectedCsv
{
    /// <summary>The first row is the header.</summary>
    public static IReadOnlyList<string?[]> Read(string text)
    {
        var rows = new List<string?[]>();
        var row = new List<string?>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Value(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            at += at < text.Length && text[at] == '\n' ? 1 : 0;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }

    static string? Value(string text, ref int at)
    {
        if (at < text.Length && text[at] == '"')
        {
            var value = new StringBuilder();
            for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
            {
                at += text[at] == '"' ? 1 : 0;
                value.Append(text[at]);
            }

            at++;
            return value.ToString();
        }

        var start = at;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            at++;
        }

        return text[start..at] is var bare && bare == @"\N" ? null : bare;
    }
}
