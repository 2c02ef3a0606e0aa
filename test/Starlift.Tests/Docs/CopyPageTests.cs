using System.Text.RegularExpressions;
using Starlift.Cases;
using Starlift.Copying;
using Starlift.Sql;
using Starlift.Tests.Sessions;

namespace Starlift.Tests.Docs;

/// <summary>docs/copy.md against what COPY does.</summary>
public sealed partial class CopyPageTests
{
    static readonly string Page = Repository.Read("docs/copy.md");

    [Fact]
    public void The_page_lists_every_option_that_is_taken() => Assert.Equal(
        CopyOptions.Known.Order(), Rows("Option", "On a local target").SelectMany(row => Names(row[0])).Order());

    [Fact]
    public void The_page_lists_every_option_that_is_refused() => Assert.Equal(
        CopyOptions.Refused.Keys.Order(), Rows("Option", "Why").SelectMany(row => Names(row[0])).Order());

    [Fact]
    public void The_page_lists_every_code_of_an_error() => Assert.Equal(
        Enum.GetValues<LoadErrorCode>().Select(code => $"{(int)code}").Order(), Rows("Code", "Meaning", "Reason").Select(row => row[0]));

    /// <summary>What a cluster did stands in test/conformance/facts.json, where somebody has asked one.</summary>
    [Fact]
    public void The_page_tells_what_is_unsure()
    {
        var file = Path.Combine(Repository.Root, "test/conformance/facts.json");
        var facts = File.Exists(file) ? FactsReader.Read(file) : null;
        Assert.True(facts is not { AreOfRedshift: false }, "test/conformance/facts.json was written by something that stands in for Redshift");
        var part = new UnsurePart([.. ConformanceCases.Below(Path.Combine(Repository.Root, "test/conformance"))], facts);
        GeneratedPage.Match("docs/copy.md", "standing", part.Standing);
        GeneratedPage.Match("docs/copy.md", "unsure", part.Tables(OpenQuestion.All));
    }

    [Fact]
    public async Task What_the_page_calls_constant_is()
    {
        await using var scripts = await ScratchScripts.WithAsync("""{"n":1}{"n":2,"v":"long"}""");
        await scripts.RunAsync("copy t from 's3://b/t' json 'auto' maxerror 5; copy t from 's3://b/t' json 'auto' ignoreallerrors");

        foreach (var row in Rows("View", "Columns", "Always"))
        {
            foreach (var column in Names(row[1]))
            {
                Assert.Equal([$"2|{row[2]}|{row[2]}"], await scripts.QueryAsync($"select count(*), min({column}), max({column}) from {row[0].Trim('`')}"));
            }
        }
    }

    [Fact]
    public async Task The_query_of_the_page_works()
    {
        await using var scripts = await ScratchScripts.WithAsync("""{"n":"x"}""");
        await scripts.RunAsync("copy t from 's3://b/t' json 'auto' maxerror 5");

        Assert.Equal(["1|n|1207|Invalid digit, Value 'x', Pos 0, Type: Integer|{\"n\":\"x\"}"], await scripts.QueryAsync(Page.Split("```sql\n")[1].Split("```")[0]));
    }

    /// <summary>The cells of the table with that head; it must have rows.</summary>
    static List<string[]> Rows(params IReadOnlyList<string> head)
    {
        var lines = Page.Split($"| {string.Join(" | ", head)} |\n")[1].Split('\n').Skip(1).TakeWhile(line => line.StartsWith('|'));
        var rows = lines.Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    static IEnumerable<string> Names(string cell) => Code().Matches(cell).Select(match => match.Groups[1].Value.ToLowerInvariant());

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
