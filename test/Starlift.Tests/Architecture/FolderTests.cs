using System.Text.RegularExpressions;

namespace Starlift.Tests.Architecture;

/// <summary>
/// The folders of a project have an order: what a folder needs lies below it, so that each can be read without those above. A folder that is
/// needed from below holds two ideas.
/// </summary>
public sealed partial class FolderTests
{
    /// <summary>One recursive data type in several folders: an expression holds queries and a query expressions. They count as one folder.</summary>
    static readonly string[] Wholes = ["Starlift.Sql/Tree", "Starlift.Sql/Meaning"];

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_of_a_project_do_not_need_each_other_in_a_circle(string project)
    {
        var needs = Needs(project);
        var circle = needs.Keys.Order(StringComparer.Ordinal).Select(folder => CircleFrom(folder, needs)).FirstOrDefault(found => found is not null);
        Assert.True(circle is null, circle is null ? "" : $"{project}: {string.Join("\n  ", circle.Zip(circle.Skip(1)).Select(pair => $"{pair.First} needs {pair.Second}: {needs[pair.First][pair.Second]}"))}");
    }

    [Fact]
    public void A_namespace_is_the_folder_of_its_file_or_one_around_it_within_a_whole() => Assert.DoesNotContain(
        Repository.Files("src", "*.cs"),
        file => Namespace().Match(Repository.Read(file)) is { Success: true } found && !IsPlaceOf(found.Groups["name"].Value, file));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_code_map_names_every_folder(string project)
    {
        var map = Repository.Read("docs/code-map.md");
        var folders = Repository.Files($"src/{project}", "*.cs").Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Distinct();
        Assert.Contains($"`src/{project}`", map, StringComparison.Ordinal);
        Assert.DoesNotContain(folders, folder => !map.Contains($"`{folder}`", StringComparison.Ordinal));
    }

    /// <summary>Folder → what it needs, with the first file that does.</summary>
    static Dictionary<string, SortedDictionary<string, string>> Needs(string project)
    {
        var files = Repository.Files($"src/{project}", "*.cs").ToDictionary(file => file, Repository.Read);
        var folders = files.ToLookup(file => Namespace().Match(file.Value).Groups["name"].Value, file => file.Key);
        var types = files.Keys.ToLookup(file => Path.GetFileName(file).Split('.')[0]);
        var needs = files.Keys.Select(FolderOf).Distinct().ToDictionary(folder => folder, _ => new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var (file, text) in files)
        {
            foreach (var needed in Imported(text).SelectMany(name => folders[name].Take(1)).Concat(Enclosing(file, text, types)))
            {
                if (FolderOf(needed) != FolderOf(file))
                {
                    needs[FolderOf(file)].TryAdd(FolderOf(needed), Path.GetFileName(file));
                }
            }
        }

        return needs;
    }

    /// <summary>The build refuses imports that nothing needs.</summary>
    static IEnumerable<string> Imported(string text) => Import().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>Types of the folders around a file, which it need not import, and those that it names with their folder.</summary>
    static IEnumerable<string> Enclosing(string file, string text, ILookup<string, string> types) => Word().Matches(Comment().Replace(text, ""))
        .Select(match => match.Value)
        .Distinct()
        .SelectMany(word => types[word.Split('.')[^1]]
            .Where(type => word.Contains('.', StringComparison.Ordinal)
                ? NamespaceOf(type).EndsWith($".{word[..word.LastIndexOf('.')]}", StringComparison.Ordinal)
                : NamespaceOf(file).StartsWith($"{NamespaceOf(type)}.", StringComparison.Ordinal)));

    static IReadOnlyList<string>? CircleFrom(string start, Dictionary<string, SortedDictionary<string, string>> needs)
    {
        var ways = new Queue<IReadOnlyList<string>>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in needs[way[^1]].Keys)
            {
                if (next == start)
                {
                    return [.. way, start];
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    static bool IsPlaceOf(string name, string file) => NamespaceOf(file) == name
        || (Wholes.FirstOrDefault(whole => file.StartsWith($"src/{whole}/", StringComparison.Ordinal)) is { } around
            && name.StartsWith(around.Replace('/', '.'), StringComparison.Ordinal)
            && NamespaceOf(file).StartsWith($"{name}.", StringComparison.Ordinal));

    static string FolderOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!["src/".Length..];
        return Wholes.FirstOrDefault(whole => folder == whole || folder.StartsWith($"{whole}/", StringComparison.Ordinal)) ?? folder;
    }

    static string NamespaceOf(string file)
    {
        var name = Path.GetDirectoryName(file)!["src/".Length..].Replace('/', '.');
        return name == "Starlift.Core" || name.StartsWith("Starlift.Core.", StringComparison.Ordinal) ? $"Starlift{name["Starlift.Core".Length..]}" : name;
    }

    [GeneratedRegex(@"^using (?:static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?<![\w.""])[A-Z]\w*(\.[A-Z]\w*)*")]
    private static partial Regex Word();
}
