using Starlift.Cases;
using Starlift.Conformance;

namespace Starlift.Tests.Conformance;

public sealed class CopyCasesTests
{
    /// <summary>The project's own, and those kept beside it where they are there: a theory without data would fail.</summary>
    public static TheoryData<string> Cases => [.. Folders("test/conformance"), .. Folders("../shared/copy-cases")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_gives_what_it_expects(string folder)
    {
        var testCase = Assert.Single(ConformanceCases.Below(Path.Combine(Repository.Root, folder)));
        Assert.Empty(await CaseRunner.RunAsync(testCase, DuckDbEngine.OpenAsync, TestContext.Current.CancellationToken));
    }

    static IEnumerable<string> Folders(string below)
    {
        var full = Path.Combine(Repository.Root, below);
        return Directory.Exists(full)
            ? [.. Directory.GetDirectories(full).Where(folder => File.Exists(Path.Combine(folder, "case.json"))).Order().Select(folder => Path.GetRelativePath(Repository.Root, folder))]
            : [];
    }
}
