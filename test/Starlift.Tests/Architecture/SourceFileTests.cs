using System.Text.RegularExpressions;

namespace Starlift.Tests.Architecture;

public sealed partial class SourceFileTests
{
    const int MostLines = 500;

    static IEnumerable<string> Sources => Repository.Files("src", "*.cs").Concat(Repository.Files("test", "*.cs")).Concat(Repository.Files("bench", "*.cs"));

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = Sources.Where(file => File.ReadLines(Path.Combine(Repository.Root, file)).Count() > MostLines).ToList();
        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_source_file_holds_one_type_and_bears_its_name() => Assert.Empty(Repository.Files("src", "*.cs")
        .Select(file => (file, types: TopLevelType().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value).Distinct().ToList()))
        .Where(source => source.types.Count > 1 || (source.types.Count == 1 && source.types[0] != Path.GetFileName(source.file).Split('.')[0]))
        .Select(source => $"{source.file}: {string.Join(", ", source.types)}"));

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|abstract|static|partial|readonly|ref|unsafe|file) )*(?:class|record struct|record class|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
