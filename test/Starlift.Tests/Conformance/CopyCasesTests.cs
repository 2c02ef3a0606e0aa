using Starlift.Conformance;

namespace Starlift.Tests.Conformance;

public sealed class CopyCasesTests
{
    public static TheoryData<string> Own => Folders("test/conformance");

    public static TheoryData<string> Shared => Folders("../shared/copy-cases");

    [Theory]
    [MemberData(nameof(Own))]
    public Task A_case_of_the_project_gives_what_it_expects(string folder) => RunAsync(folder);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Shared))]
    public Task A_case_kept_elsewhere_gives_what_it_expects(string folder) => RunAsync(folder);

    static async Task RunAsync(string folder)
    {
        var testCase = Assert.Single(ConformanceCase.Find(Path.Combine(Repository.Root, folder)));
        Assert.Empty(await CaseRunner.RunAsync(testCase, DuckDbEngine.OpenAsync, TestContext.Current.CancellationToken));
    }

    static TheoryData<string> Folders(string below)
    {
        var full = Path.Combine(Repository.Root, below);
        return Directory.Exists(full) ? [.. Directory.GetDirectories(full).Order().Select(folder => Path.GetRelativePath(Repository.Root, folder))] : [];
    }
}
