using Starlift.Cases;
using Starlift.Conformance;

namespace Starlift.Tests.Conformance;

/// <summary>./build conformance --facts: a cluster's facts against what Starlift does.</summary>
public sealed class FactsReplayTests
{
    static readonly IReadOnlyList<ConformanceCase> Cases =
        [.. ConformanceCases.Embedded().Where(one => one.Name is "bzip2" or "errors-stay-below-maxerror" or "malformed-object-fails-the-load")];

    static readonly IReadOnlyList<SqlCheck> Checks = [.. ConformanceCases.EmbeddedSql().Where(check => check.File == "tables")];

    [Fact]
    public async Task Facts_that_Starlift_agrees_with_are_the_same()
    {
        var (agrees, told) = await ReplayAsync(await FactsAsync());
        Assert.True(agrees, told);
        Assert.EndsWith($"{Cases.Count + Checks.Count} the same, 0 different, 0 not seen\n", told);
    }

    [Fact]
    public async Task A_planted_difference_is_told_by_its_case()
    {
        var facts = await FactsAsync();
        var (agrees, told) = await ReplayAsync(facts with { Cases = [.. facts.Cases.Select(fact => fact.Name == "bzip2" ? fact with { Rows = [["7", "planted"], .. fact.Rows.Skip(1)] } : fact)] });
        Assert.False(agrees);
        Assert.Contains("DIFFERENT  bzip2\n           row missing: \"7\",\"planted\"\n           row too many: ", told);
        Assert.Contains(" the same, 1 different, 0 not seen\n", told);
    }

    [Fact]
    public async Task A_planted_difference_of_SQL_is_told_by_its_check()
    {
        var facts = await FactsAsync();
        var (agrees, told) = await ReplayAsync(facts with
        {
            Sql = [.. facts.Sql.Select(fact => fact.Name == "tables/keys-are-not-enforced/3" ? fact with { Rows = [["1"]] } : fact)],
        });
        Assert.False(agrees);
        Assert.Contains("DIFFERENT  tables/keys-are-not-enforced/3\n           expected \"1\", found \"2\"\n", told);
    }

    [Fact]
    public async Task Facts_of_what_is_there_no_more_or_has_changed_are_no_agreement()
    {
        var facts = await FactsAsync();
        var (agrees, told) = await ReplayAsync(facts with
        {
            Cases = [facts.Cases[0] with { Digest = "of another case" }, facts.Cases[1] with { Name = "gone" }, facts.Cases[2] with { Skipped = "the connection was lost" }],
            Sql = [facts.Sql[0] with { Sql = "select 7" }, facts.Sql[1] with { Name = "gone/too/1" }],
        });
        Assert.False(agrees);
        Assert.Contains($"DIFFERENT  {facts.Cases[0].Name}\n           the case has changed since the cluster was asked: probe again\n", told);
        Assert.Contains("DIFFERENT  gone\n           there is no such case\n", told);
        Assert.Contains($"not seen   {facts.Cases[2].Name}: the connection was lost\n", told);
        Assert.Contains($"DIFFERENT  {facts.Sql[0].Name}\n           the check has changed since the cluster was asked: probe again\n", told);
        Assert.Contains("DIFFERENT  gone/too/1\n           there is no such check\n", told);
        Assert.EndsWith("0 the same, 4 different, 1 not seen\n", told);
    }

    static async Task<(bool Agrees, string Told)> ReplayAsync(Facts facts)
    {
        using var told = new StringWriter { NewLine = "\n" };
        return (await new FactsReplay(Cases, Checks, told).RunAsync(facts, TestContext.Current.CancellationToken), told.ToString());
    }

    /// <summary>What a cluster would tell that does what Starlift does.</summary>
    static async Task<Facts> FactsAsync()
    {
        var cases = new List<CaseFact>();
        foreach (var one in Cases)
        {
            cases.Add(await CaseRunner.ObserveAsync(one, DuckDbEngine.OpenAsync, TestContext.Current.CancellationToken));
        }

        return new Facts
        {
            Starlift = "1.0.0",
            Date = new DateOnly(2030, 1, 2),
            Version = "PostgreSQL 8.0.2, Redshift 1.0.1",
            Kind = "serverless",
            Partition = "aws",
            Complete = true,
            Cases = cases,
            Sql = await SqlRunner.ObserveAsync(Checks, DuckDbEngine.OpenAsync, TestContext.Current.CancellationToken),
        };
    }
}
