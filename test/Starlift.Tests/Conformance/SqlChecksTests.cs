using Starlift.Cases;
using Starlift.Conformance;

namespace Starlift.Tests.Conformance;

public sealed class SqlChecksTests
{
    public static TheoryData<string> Files => [.. ConformanceCases.EmbeddedSql().Select(check => check.File).Distinct()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Checks_give_what_they_expect(string file)
    {
        var checks = ConformanceCases.SqlBelow(Path.Combine(Repository.Root, "test/conformance")).Where(check => check.File == file).ToList();
        var facts = await SqlRunner.ObserveAsync(checks, DuckDbEngine.OpenAsync, TestContext.Current.CancellationToken);
        Assert.Empty(checks.Zip(facts).SelectMany(pair => SqlExpectations.Differences(pair.First, pair.Second).Select(difference => $"{pair.First.Name}: {difference}")));
    }
}
