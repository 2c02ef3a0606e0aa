using System.Text.RegularExpressions;

namespace Starlift.Tests.Docs;

/// <summary>Parts of a page of docs/ that are made from the code. They stand between two comments; what is around them is written by hand.</summary>
static class GeneratedPage
{
    /// <summary>Set by ./build docs: pages are brought up to date instead of being compared.</summary>
    const string Writes = "STARLIFT_WRITE_DOCS";

    /// <summary>Fails where a part of the page is another than what the code says, or where the page has no such part.</summary>
    /// <param name="page">Its path below the root. Only one test class may name a page: two would write it at once.</param>
    /// <param name="part">The part's name in the page.</param>
    /// <param name="text">Markdown that ends with a line break.</param>
    public static void Match(string page, string part, string text)
    {
        var whole = Repository.Read(page);
        var place = Regex.Match(
            whole, $@"(?<=^<!-- generated: {Regex.Escape(part)} -->\n).*?(?=^<!-- end -->$)", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(place.Success, $"{page} has no part '{part}'");
        var current = $"{whole[..place.Index]}{text}{whole[(place.Index + place.Length)..]}";
        if (current != whole && Environment.GetEnvironmentVariable(Writes) == "true")
        {
            File.WriteAllText(Path.Combine(Repository.Root, page), current);
            return;
        }

        Assert.True(current == whole, $"{page}: the part '{part}' is out of date; ./build docs writes it:\n\n{text}");
    }

    /// <summary>A Markdown table; a | in a cell is escaped.</summary>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) => string.Concat(
        new[] { columns, [.. columns.Select(_ => "---")] }.Concat(rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Escaped)]))
            .Select((row, i) => i == 1 ? $"|{string.Join('|', row)}|\n" : $"| {string.Join(" | ", row)} |\n"));

    static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
