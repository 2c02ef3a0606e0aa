using System.Text.RegularExpressions;

namespace Starlift.Tests.Docs;

/// <summary>Where the documentation points to is there, and every page can be reached.</summary>
public sealed partial class LinkTests
{
    static IReadOnlyList<string> Pages { get; } = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", .. Repository.Files("docs", "*.md")];

    [Fact]
    public void Links_between_pages_lead_to_files_and_headings_that_exist()
    {
        var dead = Pages.SelectMany(page => Targets(page).Where(target => !Exists(page, target)).Select(target => $"{page}: {target}")).ToList();
        Assert.Empty(dead);
    }

    [Fact]
    public void The_index_names_every_page()
    {
        var named = Targets("docs/README.md").Select(target => Path.GetFileName(target.Split('#')[0])).ToHashSet();
        var unnamed = Repository.Files("docs", "*.md").Select(page => Path.GetFileName(page)).Where(page => page != "README.md" && !named.Contains(page)).ToList();
        Assert.Empty(unnamed);
    }

    static IEnumerable<string> Targets(string page) => Link().Matches(Code().Replace(Repository.Read(page), ""))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal));

    static bool Exists(string page, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        var full = Path.GetFullPath(Path.Combine(Repository.Root, file));
        return (File.Exists(full) || Directory.Exists(full)) && (parts.Length == 1 || Anchors(File.ReadAllText(full)).Contains(parts[1]));
    }

    // As GitHub makes them of headings.
    static IEnumerable<string> Anchors(string text) => Heading().Matches(Code().Replace(text, ""))
        .Select(match => NoAnchor().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
